// What there is to check. Each stage resolves to { passed, failed }; one that fails does not keep the next from running.
import { existsSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import { seed } from "../database/migrations.mjs";
import { logFile, onNode, run, whatWentWrong } from "../processes/run.mjs";
import { npm } from "../setup/install.mjs";
import { readJson } from "../setup/keep.mjs";
import { freePorts } from "../setup/ports.mjs";
import { inData, inProject, tools } from "../setup/project.mjs";
import { NO_DATABASE, testSettings } from "../setup/settings.mjs";
import { ensureBanglaFont, ensureBrowser } from "./browser.mjs";
import {
  judge,
  readJestReport,
  readOwnReport,
  readPlaywrightReport,
  readTapReport,
  together,
} from "./reports.mjs";

/** Runs tools that either approve or complain; what they say is shown only when they complain. */
async function check(name, ...commands) {
  let failed = 0;
  for (const command of commands) {
    if ((await run(name, command)) === 0) continue;
    failed = 1;
    console.log(readFileSync(logFile(name), "utf8").trimEnd());
  }
  return { passed: 1 - failed, failed, failures: failed ? [whatWentWrong(logFile(name))] : [] };
}

/** Runs tests, shows them, and counts them from the report. */
async function runTests(name, { command, env, report, read, withinMs }) {
  mkdirSync(inData("reports"), { recursive: true });
  rmSync(report, { force: true });
  const exitCode = await run(name, command, { env, show: true, withinMs });
  const judged = judge(read(report), exitCode);
  if (judged.failed === 0 || judged.failures?.length > 0) return judged;
  return { ...judged, failures: [`${name}\n${whatWentWrong(logFile(name))}`] };
}

function types() {
  // Routes that have gone since a developer's server ran would still be looked for.
  if (!readJson(inData("run/shop.lock"))?.isDev)
    rmSync(inProject(".next/dev/types"), { recursive: true, force: true });
  const simulator = existsSync(inProject("simulator/tsconfig.json"));
  return check(
    "types",
    onNode(tools.next, "typegen"),
    onNode(tools.tsc, "--noEmit"),
    ...(simulator ? [onNode(tools.tsc, "-p", "simulator", "--noEmit")] : []),
  );
}

const reportTo = (report) => [
  ...["--test-reporter=spec", "--test-reporter-destination=stdout"],
  ...["--test-reporter=tap", `--test-reporter-destination=${report}`],
];

function scripts({ withinMs }) {
  const report = inData("reports/scripts.tap");
  return runTests("scripts", {
    command: onNode("--test", ...reportTo(report), "scripts/**/*.test.mjs"),
    report,
    read: readTapReport,
    withinMs,
  });
}

/** The simulator is a program of its own and knows how to test itself; only the report is asked for. */
function simulator({ withinMs }) {
  const report = inData("reports/simulator.tap");
  const env = { NODE_OPTIONS: reportTo(report).join(" ") };
  const command = [...npm(), "test", "--silent", "-w", "simulator"];
  return runTests("simulator", { command, env, report, read: readTapReport, withinMs });
}

async function unit({ withinMs, needs, extra }) {
  const report = inData("reports/unit.json");
  const template = needs.database ? { TEST_TEMPLATE_URL: (await needs.database()).templateAddress } : {};
  const env = { ...testSettings({ port: 3200, simulatorPort: 4210, databaseUrl: NO_DATABASE }), ...template };
  const command = onNode(tools.jest, "--json", `--outputFile=${report}`, ...extra);
  return runTests("unit", { command, env, report, read: readJestReport, withinMs });
}

/** All of it is to take four minutes at most, planted bugs included; on a busy machine fewer schedules fit in. */
const TORTURE_SECONDS = "220";

/** Randomised faults for the payment core, each schedule a test; `npm run torture` alone takes further words. */
async function torture({ withinMs, needs }) {
  const report = inData("reports/torture.json");
  const env = { TEST_TEMPLATE_URL: (await needs.database()).templateAddress };
  const words = ["--seeds", "3000", "--within", TORTURE_SECONDS, "--plants", "--report", report];
  const command = onNode("--import", "tsx", inProject("scripts/torture/main.ts"), ...words);
  return runTests("torture", { command, env, report, read: readOwnReport, withinMs });
}

/**
 * The real server dies wherever it can, its database too. What is a matter of seconds (healing, a bKash that hangs) is left
 * to `npm run kill` alone: it would measure the machine.
 */
function kill({ withinMs }) {
  const report = inData("reports/kill.json");
  const words = ["--points", "--database", "--stop", "--freeze", "--times", "1"];
  const command = onNode(inProject("scripts/kill/run.mjs"), ...words);
  return runTests("kill", { command, report, read: readOwnReport, withinMs });
}

/**
 * Malformed requests to everything that answers, and secrets looked for in what a purchase leaves behind. So few to each
 * address that it takes less than a minute; `npm run fuzz` alone sends 10,000.
 */
function fuzz({ withinMs }) {
  const report = inData("reports/fuzz.json");
  const command = onNode(inProject("scripts/fuzz.mjs"), "--requests", "60");
  return runTests("fuzz", { command, report, read: readOwnReport, withinMs });
}

async function build({ needs }) {
  const note = await needs.build();
  return { passed: 1, failed: 0, note };
}

/** Half of a browser's test is waiting: two shares at once take little more than the longer of them. */
const SHARES = ["1/2", "2/2"];

/** A shop, a simulator and a database of its own for one share of the browser's tests; the whole is a share, too. */
async function prepareShare(copy, share, [port, simulatorPort]) {
  const name = share ? `browser_${share.slice(0, 1)}` : "browser";
  const settings = testSettings({ port, simulatorPort, databaseUrl: await copy(name) });
  await seed(settings);
  const report = inData(`reports/${name}.json`);
  const env = {
    ...settings,
    E2E_PORT: String(port),
    E2E_SIMULATOR_PORT: String(simulatorPort),
    E2E_REPORT: report,
    E2E_RESULTS: inData("test-results", name),
    SIMULATOR_URL: `http://localhost:${simulatorPort}`,
  };
  return { name, env, report, words: share ? [`--shard=${share}`] : [] };
}

async function browser({ withinMs, needs, extra }) {
  const executable = await ensureBrowser();
  await ensureBanglaFont();
  await needs.build();
  const { copy } = await needs.database();
  const shares = [];
  for (const share of extra.length > 0 ? [undefined] : SHARES)
    shares.push(await prepareShare(copy, share, await freePorts(2)));
  const results = shares.map(({ name, env, report, words }) =>
    runTests(name, {
      command: onNode(tools.playwright, "test", ...words, ...extra),
      env: { ...env, CHROMIUM_PATH: executable },
      report,
      read: readPlaywrightReport,
      withinMs,
    }),
  );
  return together(await Promise.all(results));
}

export const stages = {
  types,
  lint: () => check("lint", onNode(tools.eslint, ".")),
  format: () => check("format", onNode(tools.prettier, "--check", ".")),
  knip: () => check("knip", onNode(tools.knip)),
  scripts,
  simulator,
  unit,
  torture,
  build,
  kill,
  fuzz,
  browser,
};

/** The stages whose runner takes further words from the command line. */
export const takesExtra = new Set(["unit", "browser"]);
