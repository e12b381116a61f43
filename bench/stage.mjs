// Everything that is measured, on one machine at one time: the simulated bKash, PostgreSQL, the shop and its floor.
import { mkdirSync } from "node:fs";
import { onNode } from "../scripts/processes/run.mjs";
import { startService, waitUntilAnswers } from "../scripts/processes/services.mjs";
import { readJson } from "../scripts/setup/keep.mjs";
import { freePort } from "../scripts/setup/ports.mjs";
import { step } from "../scripts/setup/progress.mjs";
import { inData, inProject, tools } from "../scripts/setup/project.mjs";
import { testSettings } from "../scripts/setup/settings.mjs";
import { startDatabase } from "./database.mjs";
import { machineFacts } from "./machine.mjs";
import { connectSimulator } from "./simulator.mjs";

/** @typedef {Awaited<ReturnType<typeof setTheStage>>} Stage */

/** Starts a program, waits until it answers, and tells where it is. */
export async function startProgram({ name, label, command, env, port, health }) {
  const origin = `http://127.0.0.1:${port}`;
  startService({ name, label, command, env });
  await waitUntilAnswers(`${origin}${health}`, { label });
  return { origin, pid: readJson(inData("run/services", `${name}.json`)).pid };
}

/** @param {import("./options.mjs").Options} options */
export async function setTheStage({ profile }) {
  const machine = machineFacts();
  const database = await step("Database", startDatabase);
  const simulatorPort = await freePort();
  const settingsOf = (/** @type {number} */ port, /** @type {string} */ databaseUrl) =>
    testSettings({ port, simulatorPort, databaseUrl });

  const floorPort = await freePort();
  const shopPort = await freePort();
  const shopSettings = settingsOf(shopPort, database.shop);
  await step("Products", () => database.fill(shopSettings));

  const simulator = await step("bKash simulator", () =>
    startProgram({
      name: "bench-simulator",
      label: "bKash simulator",
      command: onNode(inProject("simulator/src/main.ts"), "--port", String(simulatorPort), "--quiet"),
      env: shopSettings,
      port: simulatorPort,
      health: "/__simulator/health",
    }),
  );
  const bkash = await connectSimulator(simulator.origin, shopSettings);

  const floor = await step("Floor", () =>
    startProgram({
      name: "bench-floor",
      label: "floor",
      command: onNode(inProject("bench/floor.mjs")),
      env: settingsOf(floorPort, database.floor),
      port: floorPort,
      health: "/api/health",
    }),
  );
  const profiles = inData("bench/profiles");
  if (profile) mkdirSync(profiles, { recursive: true });
  const recording = profile ? ["--cpu-prof", `--cpu-prof-dir=${profiles}`] : [];
  const shop = await step("Shop", () =>
    startProgram({
      name: "bench-shop",
      label: "shop",
      command: onNode(...recording, tools.next, "start", "-p", String(shopPort)),
      env: shopSettings,
      port: shopPort,
      health: "/api/health",
    }),
  );
  return { machine, database, bkash, simulator, floor, shop };
}
