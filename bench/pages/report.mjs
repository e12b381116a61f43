import { onNode } from "../../scripts/processes/run.mjs";
import { writeJson } from "../../scripts/setup/keep.mjs";
import { freePort } from "../../scripts/setup/ports.mjs";
import { step } from "../../scripts/setup/progress.mjs";
import { inData, inProject } from "../../scripts/setup/project.mjs";
import { accountFor } from "../cpu.mjs";
import { anyArticle } from "../database.mjs";
import { inFlight } from "../http-client.mjs";
import { describeMachine } from "../machine.mjs";
import { startProgram } from "../stage.mjs";
import { median, overRounds, percentile } from "../statistics.mjs";
import { figure, printTable, ratio } from "../table.mjs";
import { openAnOrder, pageAt, READERS } from "./visit.mjs";

/** For the two pages that a shopper is most likely to land on. */
const GOALS = { perSecond: { home: "≥ 450", product: "≥ 450" }, loadMs: "≤ 10 ms" };

/**
 * Loads the shop's pages in turns with an empty server's, and prints them below each other.
 *
 * @param {import("../stage.mjs").Stage} stage
 * @param {import("../options.mjs").Options} options
 */
export async function reportPages(stage, options) {
  const pages = await openPages(stage);
  await step("Warm-up", async () => {
    for (const page of pages) await readTogether(page, options.pageSeconds);
  });
  const rounds = [];
  for (let round = 0; round < options.rounds; round++) {
    await step(`Pages, round ${round + 1} of ${options.rounds}`, async () => {
      const turns = {};
      for (let turn = 0; turn < pages.length; turn++) {
        const page = pages[(round + turn) % pages.length];
        turns[page.name] = {
          loadMs: await readAlone(page, options.pageLoads),
          ...(await readTogether(page, options.pageSeconds)),
        };
      }
      rounds.push(turns);
    });
  }
  const summary = Object.fromEntries(pages.map(({ name }) => [name, summarise(rounds, name)]));
  print(stage.machine, options, summary);
  const file = inData("bench/pages.json");
  writeJson(file, { machine: stage.machine, options, goals: GOALS, summary, rounds });
  console.log(`\n  Every round: ${file}`);
}

async function openPages({ shop, database }) {
  const port = await freePort();
  const empty = await startProgram({
    name: "bench-empty",
    label: "empty server",
    command: onNode(inProject("bench/pages/empty-server.mjs")),
    env: { PORT: String(port) },
    port,
    health: "/",
  });
  const { slug, sku } = await anyArticle(database.shop);
  const order = await openAnOrder(shop, sku);
  return [
    pageAt("empty", empty, "/"),
    pageAt("home", shop, "/bn"),
    pageAt("listing", shop, "/bn/products"),
    pageAt("product", shop, `/bn/products/${slug}`),
    pageAt("order", shop, order.path, order.headers),
  ];
}

async function readAlone(page, count) {
  const times = [];
  for (let load = 0; load < count; load++) {
    const start = performance.now();
    await page.load();
    times.push(performance.now() - start);
  }
  return times;
}

/** As many loads as all readers manage in the time. */
async function readTogether(page, forSeconds) {
  let loads = 0;
  const { seconds, cpuMs } = await accountFor({ server: page.pid }, () => {
    const until = performance.now() + forSeconds * 1000;
    const readers = Array.from({ length: READERS });
    return inFlight(READERS, readers, async () => {
      while (performance.now() < until) {
        await page.load();
        loads += 1;
      }
    });
  });
  return { perSecond: loads / seconds, cpuMs: cpuMs.server / loads, driverCpuMs: cpuMs.driver / loads };
}

function summarise(rounds, name) {
  const turns = rounds.map((round) => round[name]);
  const each = (what) => turns.map((turn) => turn[what]);
  return {
    loadMs: turns.map(({ loadMs }) => median(loadMs)),
    loadMs95: turns.map(({ loadMs }) => percentile(loadMs, 0.95)),
    perSecond: each("perSecond"),
    cpuMs: each("cpuMs"),
    driverCpuMs: each("driverCpuMs"),
  };
}

function print(machine, options, summary) {
  const row = ([name, page]) => [
    name === "empty" ? "(empty server)" : name,
    figure(median(page.loadMs), " ms"),
    figure(median(page.loadMs95), " ms"),
    figure(median(page.perSecond)),
    GOALS.perSecond[name] ?? "",
    figure(median(page.cpuMs), " ms"),
    name === "empty" ? "" : ratio(overRounds(page.cpuMs.map((ms, at) => ms / summary.empty.cpuMs[at]))),
    figure(median(page.driverCpuMs), " ms"),
  ];
  printTable(`Pages, compressed as for a browser (goal for one at a time: ${GOALS.loadMs})`, [
    [
      "",
      "one at a time",
      "95 %",
      `loads/s, ${READERS} readers`,
      "goal",
      "CPU per load",
      "÷ empty (spread)",
      "driver's CPU",
    ],
    ...Object.entries(summary).map(row),
  ]);
  console.log(`
  ${options.rounds} rounds of ${options.pageLoads} loads one at a time and ${options.pageSeconds} s with ${READERS} readers, each page; medians of the rounds
  ${describeMachine(machine)}`);
}
