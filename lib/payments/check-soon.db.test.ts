import { startJobs } from "@/lib/platform/jobs";
import { openShop } from "@/lib/testing/open-shop";
import { startSimulator, type RunningSimulator } from "@/lib/testing/start-simulator";
import { CHECK_SOON } from "./ask-soon";
import { checkSoon, watchOver } from "./check-soon";

let simulator: RunningSimulator;
beforeAll(async () => {
  simulator = await startSimulator();
});
beforeEach(() => simulator.reset());
afterAll(() => simulator.stop());

/** The shopper pays, the answer is lost, and bKash answers the first question that comes with nothing either. */
async function paidWithoutAnswer() {
  const shop = await openShop();
  const { paymentId, paymentID } = await shop.open();
  await simulator.authorise(paymentID);
  await simulator.fault({ operation: "execute", fault: "answer-lost", how: "reset" });
  await simulator.fault({ operation: "query", fault: "status-503", paymentID, times: 1 });
  expect(await shop.execute(paymentId)).toMatchObject({ status: "UNCERTAIN" });
  return { shop, paymentId, paymentID };
}

async function settled(status: () => Promise<string>): Promise<string> {
  for (let tries = 0; tries < 200 && (await status()) === "PENDING"; tries++)
    await new Promise((wake) => setTimeout(wake, 100));
  return status();
}

test("a payment whose answer was lost is settled without anybody looking at it", async () => {
  const stop = await startJobs([], [{ name: CHECK_SOON, run: checkSoon }]);
  try {
    const { shop, paymentID } = await paidWithoutAnswer();
    expect(await settled(() => shop.orderStatus())).toBe("PAID");
    expect(await simulator.count("query", paymentID)).toBe(2);
    expect(await simulator.count("execute", paymentID)).toBe(1);
  } finally {
    await stop();
  }
}, 40_000);

test("where no process stays up, the time after the answer is used to ask", async () => {
  const { shop, paymentId } = await paidWithoutAnswer();
  await watchOver(paymentId, { forMs: 20_000 });
  expect(await shop.orderStatus()).toBe("PAID");
}, 40_000);

test("what is not due within that time is left to the scheduler", async () => {
  const { shop, paymentId, paymentID } = await paidWithoutAnswer();
  await watchOver(paymentId, { forMs: 0 });
  expect(await shop.orderStatus()).toBe("PENDING");
  expect(await simulator.count("query", paymentID)).toBe(1);
});
