// bKash takes every execute and answers none of them: the rest of the shop must not notice.
import { setTimeout as pause } from "node:timers/promises";
import { heal } from "./heal.mjs";
import { must } from "./shopper.mjs";
import { quantile } from "./quantile.mjs";
import { seeded } from "./seeded.mjs";

const HANGING = 200;
/** bKash's own limit for one call: until then every one of them hangs. */
const HANG_MS = 30_000;
const PAGE_P95_MS = 500;
const LOOK_EVERY_MS = 100;
const LOOKS_BEFORE = 40;
/** Another payment's create goes to bKash and comes back meanwhile. */
const NEWCOMER_MS = 3_000;

/** Does the work for every item, some at once. */
async function fewAtOnce(items, limit, work) {
  const queue = [...items];
  const worker = async () => {
    for (let item; (item = queue.shift());) await work(item);
  };
  await Promise.all(Array.from({ length: limit }, worker));
}

/** The order's page as its shopper's browser gets it. @returns a function that loads it once, and the ms it took. */
async function openPage(world, shopper) {
  const opened = await fetch(
    `${world.shop.origin}/api/orders/${shopper.orderNumber}/open?token=${shopper.accessToken}&locale=en`,
    { redirect: "manual" },
  );
  const cookie = opened.headers
    .getSetCookie()
    .map((line) => line.split(";")[0])
    .join("; ");
  return async () => {
    const since = performance.now();
    const page = await fetch(`${world.shop.origin}/en/orders/${shopper.orderNumber}`, {
      headers: { cookie },
    });
    const html = await page.text();
    if (page.status !== 200 || !html.includes(shopper.orderNumber))
      throw new Error(`The page answered ${page.status}`);
    return performance.now() - since;
  };
}

/** Somebody else opens a payment. @returns how long that took, in ms. */
async function openAnother(world) {
  const newcomer = world.shopper();
  const since = performance.now();
  must(await newcomer.place(), 201);
  must(await newcomer.create(), 201);
  return performance.now() - since;
}

export async function letBkashHang(report, { openWorld, seed }) {
  const world = await openWorld("hang");
  await world.shop.start();
  const waiting = Array.from({ length: HANGING }, () => world.shopper());
  await fewAtOnce(waiting, 8, async (shopper) => {
    must(await shopper.place(), 201);
    must(await shopper.create(), 201);
    await shopper.authorise();
  });
  const looker = world.shopper({ wants: "nothing" });
  must(await looker.place(), 201);
  const look = await openPage(world, looker);
  const before = [];
  for (let looked = 0; looked < LOOKS_BEFORE; looked++) before.push(await look());

  const fault = { operation: "execute", fault: "answer-lost", how: "hang", times: "always" };
  const { id } = await world.bkash.fault(fault);
  const since = performance.now();
  const executes = Promise.all(waiting.map((shopper) => shopper.execute()));
  const took = [];
  let newcomerMs;
  while (performance.now() - since < HANG_MS - 1_000) {
    took.push(await look());
    if (newcomerMs === undefined && performance.now() - since > HANG_MS / 3)
      newcomerMs = await openAnother(world);
    await pause(LOOK_EVERY_MS);
  }
  await world.bkash.control("DELETE", `faults/${id}`);
  const answers = await executes;
  const statuses = new Set(answers.map(({ status }) => status));
  const p95 = quantile(took, 0.95);
  const usual = quantile(before, 0.95);
  // A machine that is busy with other things serves no page in time: there it must not be much slower than just before.
  const limit = Math.max(PAGE_P95_MS, 2 * usual);
  report.measure("order page while 200 executes hang, p95, ms", Math.round(p95));
  report.tell(
    `while ${HANGING} executes hang, the order's page comes within ${PAGE_P95_MS} ms (p95)`,
    p95 > limit ? [`it took ${Math.round(p95)} ms, and ${Math.round(usual)} ms before`] : [],
    `p95 ${Math.round(p95)} ms (before: ${Math.round(usual)} ms), slowest ${Math.round(Math.max(...took))} ms of ${took.length}`,
  );
  report.tell(
    "and another shopper's payment is opened meanwhile",
    newcomerMs > NEWCOMER_MS ? [`it took ${Math.round(newcomerMs)} ms`] : [],
    `${Math.round(newcomerMs)} ms`,
  );
  report.tell(
    "every shopper whose execute hung is told that it is being confirmed, or paid",
    [...statuses].filter((status) => status !== 200 && status !== 202).map((status) => `HTTP ${status}`),
  );
  report.tell("and nothing was lost or doubled", await heal(world, seeded(`${seed} hang`)));
  await world.close(report);
}
