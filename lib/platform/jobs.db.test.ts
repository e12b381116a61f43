import { db } from "./db";
import { startJobs } from "./jobs";
import { sendJob } from "./send-job";

const done: string[] = [];
let stop: () => Promise<void>;

beforeAll(async () => {
  stop = await startJobs([], [{ name: "note", run: (key) => (done.push(key), Promise.resolve()) }]);
}, 30_000);
afterAll(() => stop());

const soon = { afterSeconds: 0 };
const waiting = async () =>
  Number(
    (await db.$queryRaw<{ n: bigint }[]>`SELECT count(*) AS n FROM pgboss.job WHERE name = 'note'`)[0]?.n,
  );

async function until(isTrue: () => boolean): Promise<void> {
  for (let tries = 0; !isTrue(); tries++) {
    if (tries > 100) throw new Error("the job never ran");
    await new Promise((wake) => setTimeout(wake, 100));
  }
}

test("a job that is sent in a transaction runs once the transaction is over", async () => {
  await db.$transaction((tx) => sendJob(tx, "note", "kept", soon));
  await until(() => done.includes("kept"));
});

test("a transaction that is undone leaves no job behind", async () => {
  const before = await waiting();
  await expect(
    db.$transaction(async (tx) => {
      await sendJob(tx, "note", "undone", soon);
      throw new Error("undone");
    }),
  ).rejects.toThrow("undone");
  expect(await waiting()).toBe(before);
});

test("a thing that is sent again while it waits is done once", async () => {
  for (let n = 0; n < 5; n++)
    await db.$transaction((tx) => sendJob(tx, "note", "later", { afterSeconds: 600 }));
  const rows = await db.$queryRaw<{ n: bigint }[]>`
    SELECT count(*) AS n FROM pgboss.job WHERE name = 'note' AND singleton_key = 'later'`;
  expect(Number(rows[0]?.n)).toBe(1);
});

test("a queue that takes nothing never undoes what the transaction wrote", async () => {
  const number = await db.$transaction(async (tx) => {
    const [row] = await tx.$queryRaw<{ n: bigint }[]>`SELECT nextval('order_number_seq') AS n`;
    await sendJob(tx, "a queue that nobody made", "x", soon);
    const [still] = await tx.$queryRaw<{ n: bigint }[]>`SELECT ${row?.n}::bigint AS n`;
    return still?.n;
  });
  expect(Number(number)).toBeGreaterThan(0);
});
