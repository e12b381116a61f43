// How long a shopper waits after bKash's answer was lost, from the moment that bKash can answer again. In real time.
import { setTimeout as pause } from "node:timers/promises";
import { heal } from "./heal.mjs";
import { must } from "./shopper.mjs";
import { quantile } from "./quantile.mjs";
import { seeded } from "./seeded.mjs";

const WITH_A_PAGE = 20;
const WITHOUT = 20;
/** bKash takes the money, answers nothing, and cannot be asked for so long. */
const SILENT_MS = 20_000;
const PAGE = { p95: 10_000, max: 30_000 };
const TIMER_MAX = 120_000;

/** What an open page does: it looks as often as the shop says, and no more. @returns when it saw the order paid. */
async function watchUntilPaid(shopper) {
  let waitMs = 500;
  for (;;) {
    await pause(waitMs);
    const { status, data } = await shopper.follow();
    if (status === 200 && data.orderStatus === "PAID") return performance.now();
    waitMs = data.lookAgainInMs ?? 5_000;
  }
}

async function untilAllArePaid(world, shoppers, withinMs) {
  const numbers = shoppers.map(({ orderNumber }) => orderNumber);
  const paidAt = new Map();
  for (
    const until = performance.now() + withinMs;
    performance.now() < until && paidAt.size < numbers.length;
  ) {
    const { rows } = await world.database.query(
      `SELECT number FROM "Order" WHERE status = 'PAID' AND number = ANY($1)`,
      [numbers],
    );
    for (const { number } of rows) if (!paidAt.has(number)) paidAt.set(number, performance.now());
    await pause(200);
  }
  return numbers.map((number) => paidAt.get(number) ?? Infinity);
}

export async function measureHealing(report, { openWorld, seed }) {
  const world = await openWorld("healing");
  await world.shop.start();
  const shoppers = Array.from({ length: WITH_A_PAGE + WITHOUT }, () => world.shopper());
  const { id } = await world.bkash.fault({
    operation: "execute",
    fault: "answer-lost",
    how: "reset",
    times: "always",
  });
  await world.bkash.fault({ operation: "query", fault: "status-503", times: "always" });
  for (const shopper of shoppers) {
    must(await shopper.place(), 201);
    must(await shopper.create(), 201);
    await shopper.authorise();
  }
  await Promise.all(shoppers.map(async (shopper) => must(await shopper.execute(), 202)));
  const looking = shoppers.slice(0, WITH_A_PAGE).map(watchUntilPaid);
  await pause(SILENT_MS);
  await world.bkash.control("DELETE", `faults/${id}`);
  await world.bkash.noFaults();
  const since = performance.now();
  const timer = untilAllArePaid(world, shoppers.slice(WITH_A_PAGE), TIMER_MAX + 30_000);
  const seen = (await Promise.all(looking)).map((at) => at - since);
  const [p95, max] = [quantile(seen, 0.95), Math.max(...seen)];
  const seconds = (ms) => (ms / 1000).toFixed(1);
  report.measure("healing with the page open, p95, s", seconds(p95));
  report.measure("healing with the page open, slowest, s", seconds(max));
  report.tell(
    `a shopper who looks sees the lost payment within ${PAGE.p95 / 1000} s (p95) and ${PAGE.max / 1000} s at most`,
    p95 > PAGE.p95 || max > PAGE.max ? [`p95 ${seconds(p95)} s, slowest ${seconds(max)} s`] : [],
    `p95 ${seconds(p95)} s, slowest ${seconds(max)} s of ${seen.length}`,
  );
  const alone = (await timer).map((at) => at - since);
  const slowest = Math.max(...alone);
  report.measure("healing with nobody looking, slowest, s", seconds(slowest));
  report.tell(
    `with nobody looking it is found within ${TIMER_MAX / 1000} s`,
    slowest > TIMER_MAX ? [`once it took ${seconds(slowest)} s`] : [],
    `p95 ${seconds(quantile(alone, 0.95))} s, slowest ${seconds(slowest)} s of ${alone.length}`,
  );
  report.tell("and nothing was lost or doubled", await heal(world, seeded(`${seed} healing`)));
  await world.close(report);
}
