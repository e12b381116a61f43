import { step } from "../setup/progress.mjs";
import { install } from "../setup/install.mjs";
import { asTrouble, requireWritableProject } from "../setup/machine.mjs";
import { buildShop, generateClient } from "../setup/make.mjs";
import { explain, Trouble } from "../setup/trouble.mjs";
import { stopAndExit, stopOnSignals } from "../processes/shutdown.mjs";
import { stages, takesExtra } from "./stages.mjs";
import { startTestDatabase } from "./database.mjs";
import { summarise, total } from "./summary.mjs";

const once = (work) => {
  let result;
  return () => (result ??= work());
};

const since = (start) => (performance.now() - start) / 1000;

async function runStage(name, context) {
  const start = performance.now();
  console.log(`\n── ${name} ${"─".repeat(Math.max(0, 60 - name.length))}`);
  try {
    const result = await stages[name](context);
    return { name, ...result, seconds: since(start) };
  } catch (error) {
    console.log(explain(asTrouble(error)));
    return { name, passed: 0, failed: 1, seconds: since(start), note: "could not run" };
  }
}

/** `--only types,unit` chooses; any other word goes to the one runner that was chosen. */
export function parseArguments(args, allowed) {
  const chosen = [];
  const extra = [];
  for (let i = 0; i < args.length; i++) {
    if (args[i] === "--only") chosen.push(...(args[++i] ?? "").split(","));
    else if (args[i].startsWith("--only=")) chosen.push(...args[i].slice("--only=".length).split(","));
    else extra.push(args[i]);
  }
  const unknown = chosen.filter((name) => !allowed.includes(name));
  if (unknown.length > 0)
    throw new Trouble(`There is no stage "${unknown.join(", ")}".`, {
      wayOut: `Choose from: ${allowed.join(", ")}`,
    });
  const names = allowed.filter((name) => chosen.length === 0 || chosen.includes(name));
  if (extra.length > 0 && names.filter((name) => takesExtra.has(name)).length !== 1)
    throw new Trouble(`Who is "${extra.join(" ")}" for?`, {
      wayOut: `Choose one test runner: --only ${[...takesExtra].join(" or --only ")}`,
    });
  return { names, extra };
}

/** The stages of `allowed` that the command line chose, one after the other; then the summary, and the exit code to match. */
export async function runStages(
  allowed,
  { hasDatabase, limitMinutes = Number(process.env.TEST_LIMIT_MINUTES) || 60 },
) {
  const results = [];
  const start = performance.now();
  stopOnSignals({ announce: () => console.log("\n  Stopping the tests …") });
  try {
    const { names, extra } = parseArguments(process.argv.slice(2), allowed);
    requireWritableProject();
    await step("Packages", install);
    await step("Database client", generateClient);
    const needs = {
      build: once(buildShop),
      ...(hasDatabase ? { database: once(() => step("Database", startTestDatabase)) } : {}),
    };
    for (const name of names) {
      const withinMs = limitMinutes * 60_000 - (performance.now() - start);
      if (withinMs < 0) results.push({ name, passed: 0, failed: 1, seconds: 0, note: "out of time" });
      else results.push(await runStage(name, { needs, extra: takesExtra.has(name) ? extra : [], withinMs }));
    }
  } catch (error) {
    console.log(explain(asTrouble(error)));
    results.push({ name: "preparation", passed: 0, failed: 1, seconds: since(start) });
  }
  process.once("exit", () => console.log(summarise(results)));
  await stopAndExit(total(results).failed > 0 ? 1 : 0);
}
