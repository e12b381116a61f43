import { requestCode } from "@/lib/accounts/sign-in-code";
import { db } from "@/lib/platform/db";
import { deliverAfterwards } from "./deliver-due-messages";

beforeEach(() => db.outboxMessage.deleteMany());
afterEach(() => {
  delete process.env.VERCEL;
});
afterAll(() => db.$disconnect());

const waiting = () => db.outboxMessage.count({ where: { topic: "sign-in-code", sentAt: null } });

/** Asks for a code, and does what is to be done after the answer. @returns how much that was. */
async function askForCode(): Promise<number> {
  await requestCode({ phone: "+8801712345678", email: null }, "bn");
  const works: (() => Promise<unknown>)[] = [];
  deliverAfterwards((work) => works.push(work));
  expect(await waiting()).toBe(1); // nobody waits for a sender before the answer
  for (const work of works) await work();
  return works.length;
}

test("where no process stays up, a code goes out right after the answer", async () => {
  process.env.VERCEL = "1";
  expect(await askForCode()).toBe(1);
  expect(await waiting()).toBe(0);
});

test("where one stays up, its queue sends the code, and the request does nothing", async () => {
  expect(await askForCode()).toBe(0);
  expect(await waiting()).toBe(1);
});
