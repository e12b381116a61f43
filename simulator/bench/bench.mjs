/**
 * How fast one core answers create, execute and query, and what memory many payments take, journal on.
 *
 *   npm run bench                 speed over 10,000 payments, then memory up to 200,000, within 5 minutes
 *   npm run bench -- --payments 20000 --minutes 1
 */
import { parseArgs } from "node:util";
import { each, openMerchant, startSimulator } from "./client.mjs";
import { measureMemory } from "./memory.mjs";

const BATCH = 2_000;
const SPEED_BATCHES = 5;
const { values } = parseArgs({
  options: { payments: { type: "string", default: "200000" }, minutes: { type: "string", default: "5" } },
});
const wanted = Number(values.payments);
const endsAt = Date.now() + Number(values.minutes) * 60_000;

const simulator = await startSimulator();
try {
  const merchant = await openMerchant(simulator.url);
  let made = 0;
  const spent = {};

  const timed = async (name, items, work) => {
    const startedAt = performance.now();
    const cpuBefore = simulator.cpuMs();
    const answers = await each(items, work);
    const { wallMs, cpuMs } = (spent[name] ??= { wallMs: 0, cpuMs: 0 });
    spent[name] = {
      wallMs: wallMs + performance.now() - startedAt,
      cpuMs: cpuMs + (simulator.cpuMs() - cpuBefore),
    };
    return answers;
  };
  const payBatch = async () => {
    const invoices = Array.from({ length: BATCH }, (_, n) => `BENCH-${made + n}`);
    const created = await timed("create", invoices, merchant.create);
    const ids = created.map(({ paymentID }) => paymentID);
    await each(ids, merchant.authorise);
    await timed("execute", ids, merchant.execute);
    const seen = await timed("query", ids, merchant.query);
    if (!seen.every(({ transactionStatus }) => transactionStatus === "Completed")) {
      throw new Error("A payment was not completed.");
    }
    made += BATCH;
  };

  await payBatch(); // The first batch warms up.
  for (const name of Object.keys(spent)) delete spent[name];
  for (let round = 0; round < SPEED_BATCHES; round += 1) await payBatch();
  const calls = SPEED_BATCHES * BATCH;
  console.log(
    `requests/s, headers and bodies kept, ${simulator.isPinned ? "pinned to one core" : "not pinned"}:`,
  );
  for (const [name, { wallMs, cpuMs }] of Object.entries(spent)) report(name, calls, wallMs, cpuMs);
  const sum = (field) => Object.values(spent).reduce((total, one) => total + one[field], 0);
  report("together", 3 * calls, sum("wallMs"), sum("cpuMs"));
} finally {
  simulator.stop();
}

console.log("memory, program and state together:");
await measureMemory(wanted, endsAt);

/** On a busy machine the wall clock measures the neighbours; CPU time measures the simulator. */
function report(name, calls, wallMs, cpuMs) {
  const perSecond = (ms) => Math.round((calls / ms) * 1000).toLocaleString("en");
  const perCpu = cpuMs > 0 ? `, ${perSecond(cpuMs)} per second of CPU time` : "";
  console.log(`  ${name.padEnd(8)} ${perSecond(wallMs)} by the clock${perCpu}`);
}
