import { writeJson } from "../../scripts/setup/keep.mjs";
import { step } from "../../scripts/setup/progress.mjs";
import { inData } from "../../scripts/setup/project.mjs";
import { describeMachine } from "../machine.mjs";
import { BKASH_MS } from "../simulator.mjs";
import { median, overRounds, percentile } from "../statistics.mjs";
import { figure, printTable, ratio } from "../table.mjs";
import { buyerAt, buyerWithoutServer } from "./buyers.mjs";
import { buyTogether, takeTurn } from "./measure.mjs";

/** What a purchase may cost: bKash's own time is not ours to shorten, everything on top of it is. */
const GOALS = {
  addedMs: "≤ 25 ms, ≤ 2.5 ×",
  perSecond: "≥ 300",
  cpuMs: "≤ 4.5 ms",
  bkashCalls: "1 / 1 / 0",
  tokenCalls: "0",
};

/**
 * Buys in turns, with nothing, the floor and the shop in front of bKash, and prints the three beside each other.
 *
 * @param {import("../stage.mjs").Stage} stage
 * @param {import("../options.mjs").Options} options
 */
export async function reportPurchases(stage, options) {
  const { bkash, database, floor, shop } = stage;
  const buyers = [
    buyerWithoutServer("alone", bkash),
    buyerAt("floor", floor, database.floor),
    buyerAt("shop", shop, database.shop),
  ];
  await step("Warm-up", async () => {
    for (const buyer of buyers) await buyTogether(stage, buyer, options.warmUp);
  });
  const statementsBefore = await statementsOf(database);
  /** @type {Record<string, import("./measure.mjs").Turn>[]} */
  const rounds = [];
  for (let round = 0; round < options.rounds; round++) {
    await step(`Purchases, round ${round + 1} of ${options.rounds}`, async () => {
      const turns = {};
      // Another one begins each round, so that nobody always runs on the machine that the others have warmed.
      for (let turn = 0; turn < buyers.length; turn++) {
        const buyer = buyers[(round + turn) % buyers.length];
        turns[buyer.name] = await takeTurn(stage, buyer, options);
      }
      rounds.push(turns);
    });
  }
  const payments = options.rounds * (options.oneAtATime + options.together);
  const statements = perPayment(await statementsOf(database), statementsBefore, payments);
  await requireAllPaid(bkash, buyers, payments + options.warmUp);

  const summary = summarise(rounds, statements);
  print(stage, options, summary);
  const file = inData("bench/purchase.json");
  writeJson(file, {
    machine: { ...stage.machine, postgresql: database.version },
    options,
    bkashMsPerCall: BKASH_MS,
    goals: GOALS,
    summary,
    statements,
    rounds,
  });
  console.log(`\n  Every round, and the statements of a payment: ${file}`);
}

/** Speed that loses a payment is no speed. */
async function requireAllPaid(bkash, buyers, expected) {
  for (const buyer of buyers) {
    const paid = await buyer.paid();
    if (paid !== expected) throw new Error(`${buyer.name}: ${paid} of ${expected} purchases ended as paid`);
  }
  const captures = await bkash.captures();
  if (captures !== expected * buyers.length)
    throw new Error(`bKash took money ${captures} times for ${expected * buyers.length} purchases`);
}

const statementsOf = async (database) => ({
  floor: await database.statementCounts("floor"),
  shop: await database.statementCounts("shop"),
});

/** What ran between two counts, per payment and the most frequent first. What ran for hardly any is left out. */
function perPayment(after, before, payments) {
  const difference = ([query, { calls, totalMs }], earlier) => ({
    calls: (calls - (earlier.get(query)?.calls ?? 0)) / payments,
    ms: (totalMs - (earlier.get(query)?.totalMs ?? 0)) / payments,
    query,
  });
  return Object.fromEntries(
    Object.keys(after).map((name) => [
      name,
      [...after[name]]
        .map((entry) => difference(entry, before[name]))
        .filter(({ calls }) => calls > 0.05)
        .toSorted((a, b) => b.calls - a.calls),
    ]),
  );
}

/** Added is what a purchase took longer than the median of those without a server, in the same round. */
function summarise(rounds, statements) {
  const aloneMs = rounds.map(({ alone }) => median(alone.purchaseMs));
  const of = (name) => {
    const turns = rounds.map((round) => round[name]);
    const cpu = (whose) => turns.map(({ cpuMs }) => cpuMs[whose] ?? NaN);
    const calls = (operation) => turns.map(({ bkashCalls }) => bkashCalls[operation] ?? 0);
    return {
      purchaseMs: turns.map(({ purchaseMs }) => median(purchaseMs)),
      addedMs: turns.map(({ purchaseMs }, at) => median(purchaseMs) - aloneMs[at]),
      addedMs95: turns.map(({ purchaseMs }, at) => percentile(purchaseMs, 0.95) - aloneMs[at]),
      perSecond: turns.map(({ perSecond }) => perSecond),
      cpuMs: cpu("server"),
      databaseCpuMs: cpu("database"),
      driverCpuMs: cpu("driver"),
      simulatorCpuMs: cpu("simulator"),
      bkashCalls: ["create", "execute", "query"].map((operation) => Math.max(...calls(operation))),
      tokenCalls: Math.max(...calls("grant"), ...calls("refresh")),
      statements: statements[name]?.reduce((sum, { calls }) => sum + calls, 0),
    };
  };
  return { alone: of("alone"), floor: of("floor"), shop: of("shop") };
}

function print({ machine, database }, options, { alone, floor, shop }) {
  const row = (label, name, unit, goal = "") => {
    const ratios = shop[name].map((value, round) => value / floor[name][round]);
    const cells = [alone, floor, shop].map((whose) => figure(median(whose[name]), unit));
    return [label, ...cells, ratio(overRounds(ratios)), goal];
  };
  const calls = ({ bkashCalls }) => bkashCalls.map((count) => figure(count)).join(" / ");
  printTable(`A purchase (bKash answers each of its 2 calls after ${BKASH_MS} ms)`, [
    ["", "bKash alone", "floor", "shop", "shop ÷ floor (spread)", "goal"],
    row("one at a time, median", "purchaseMs", " ms"),
    ["added to bKash's time, median", "0 ms", ...row("", "addedMs", " ms", GOALS.addedMs).slice(2)],
    row("added to bKash's time, 95 %", "addedMs95", " ms"),
    row("payments/s, 64 in flight", "perSecond", "", GOALS.perSecond),
    row("CPU per payment: server", "cpuMs", " ms", GOALS.cpuMs),
    row("CPU per payment: PostgreSQL", "databaseCpuMs", " ms"),
    row("CPU per payment: this driver", "driverCpuMs", " ms"),
    row("CPU per payment: simulator", "simulatorCpuMs", " ms"),
    [
      "SQL statements per payment",
      "–",
      figure(floor.statements),
      figure(shop.statements),
      figure(shop.statements / floor.statements, " ×"),
      "",
    ],
    ["bKash calls: create / execute / query", calls(alone), calls(floor), calls(shop), "", GOALS.bkashCalls],
    [
      "token calls per payment",
      figure(alone.tokenCalls),
      figure(floor.tokenCalls),
      figure(shop.tokenCalls),
      "",
      GOALS.tokenCalls,
    ],
  ]);
  console.log(`
  ${options.rounds} rounds of ${options.oneAtATime} purchases one at a time and ${options.together} with 64 in flight; medians of the rounds
  ${describeMachine(machine)}; PostgreSQL ${database.version}, fsync on`);
}
