// A shop as it is in production, beside a bKash and a PostgreSQL of this run alone.
import { readFileSync } from "node:fs";
import { seed } from "../database/migrations.mjs";
import { logFile, onNode } from "../processes/run.mjs";
import { startService, waitUntilAnswers } from "../processes/services.mjs";
import { freePorts } from "../setup/ports.mjs";
import { inProject, tools } from "../setup/project.mjs";
import { testSettings } from "../setup/settings.mjs";
import { liveHeap } from "./live-heap.mjs";

/** Starts a program and waits until it answers. */
async function startProgram({ name, label, command, env, address }) {
  startService({ name, label, command, env });
  await waitUntilAnswers(address, { label });
}

/**
 * @param {string} name of this shop: a run may have several
 * @param {string} databaseUrl its own database, migrated and empty
 * @param {Record<string, string>} [own] settings that differ from those of the tests
 */
export async function startWorld(name, databaseUrl, own = {}) {
  const [port, simulatorPort, inspectorPort] = await freePorts(3);
  const settings = {
    ...testSettings({ port, simulatorPort, databaseUrl }),
    METRICS_TOKEN: "metrics-token-of-the-tests-0000001",
    LOG_LEVEL: "error",
    // What is refused for coming too often is refused before it is read: nothing would be tried.
    ORDERS_PER_SESSION: "0",
    ORDERS_PER_ADDRESS: "0",
    PAYMENTS_PER_SESSION: "0",
    PAYMENTS_PER_ADDRESS: "0",
    QUESTIONS_PER_SECOND: "0",
    ...own,
  };
  await seed(settings);
  await startProgram({
    name: `${name}-bkash`,
    label: "bKash simulator",
    command: onNode(inProject("simulator/src/main.ts"), "--port", String(simulatorPort), "--quiet"),
    env: settings,
    address: `http://127.0.0.1:${simulatorPort}/__simulator/health`,
  });
  await startProgram({
    name,
    label: "shop",
    command: onNode(`--inspect=127.0.0.1:${inspectorPort}`, tools.next, "start", "-p", String(port)),
    env: settings,
    address: `http://127.0.0.1:${port}/api/health`,
  });
  return {
    settings,
    databaseUrl,
    origin: `http://127.0.0.1:${port}`,
    simulator: `http://127.0.0.1:${simulatorPort}`,
    log: () => readFileSync(logFile(name), "utf8"),
    /** What of the shop's heap is in use, in MiB. */
    memory: () => liveHeap(inspectorPort),
  };
}
