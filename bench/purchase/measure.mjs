import { accountFor } from "../cpu.mjs";
import { inFlight } from "../http-client.mjs";

const TOGETHER = 64;

/**
 * What one buyer did in one round.
 *
 * @typedef {object} Turn
 * @property {number[]} purchaseMs create and execute of each purchase, one shopper after the other
 * @property {number} perSecond payments a second with 64 in flight
 * @property {Record<string, number>} cpuMs per payment with 64 in flight, by process
 * @property {Record<string, number>} bkashCalls per payment
 */

/**
 * @param {import("../stage.mjs").Stage} stage
 * @param {import("./buyers.mjs").Buyer} buyer
 * @param {import("../options.mjs").Options} options
 * @returns {Promise<Turn>}
 */
export async function takeTurn(stage, buyer, { oneAtATime, together }) {
  const before = await stage.bkash.callCounts();
  const purchaseMs = await buyOneAfterTheOther(stage.bkash, buyer, oneAtATime);
  const { seconds, cpuMs } = await buyTogether(stage, buyer, together);
  const after = await stage.bkash.callCounts();
  const perPayment = (value, name) => [name, value / together];
  return {
    purchaseMs,
    perSecond: together / seconds,
    cpuMs: Object.fromEntries(Object.entries(cpuMs).map(([name, ms]) => perPayment(ms, name))),
    bkashCalls: Object.fromEntries(
      Object.entries(after).map(([name, calls]) => [
        name,
        (calls - (before[name] ?? 0)) / (oneAtATime + together),
      ]),
    ),
  };
}

async function buyOneAfterTheOther(bkash, buyer, count) {
  const times = [];
  for (const order of await buyer.prepare(count)) {
    const start = performance.now();
    const opened = await buyer.create(order);
    const created = performance.now();
    await bkash.authorise(opened.bkashPaymentId);
    const authorised = performance.now();
    await buyer.execute(opened);
    times.push(created - start + performance.now() - authorised);
  }
  return times;
}

/** All create, then all authorise, then all execute: only the first and the last are on the clock. */
export async function buyTogether({ bkash, database, simulator }, buyer, count) {
  const orders = await buyer.prepare(count);
  const pids = {
    ...(buyer.pid === undefined ? {} : { server: buyer.pid }),
    database: database.pid,
    simulator: simulator.pid,
  };
  let opened = [];
  const creating = await accountFor(pids, async () => {
    opened = await inFlight(TOGETHER, orders, buyer.create);
  });
  await inFlight(TOGETHER, opened, ({ bkashPaymentId }) => bkash.authorise(bkashPaymentId));
  const executing = await accountFor(pids, () => inFlight(TOGETHER, opened, buyer.execute));
  return {
    seconds: creating.seconds + executing.seconds,
    cpuMs: Object.fromEntries(
      Object.keys(creating.cpuMs).map((name) => [name, creating.cpuMs[name] + executing.cpuMs[name]]),
    ),
  };
}
