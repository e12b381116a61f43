// `npm run mutation [-- decide settle …]`: plants faults in the core of payments and counts those that no test notices;
// docs/mutation.md.
import { parts, startMutation } from "./mutation/parts.mjs";
import { stopAndExit, stopOnSignals } from "./processes/shutdown.mjs";
import { begin } from "./setup/begin.mjs";
import { requireWritableProject } from "./setup/machine.mjs";
import { generateClient } from "./setup/make.mjs";
import { step } from "./setup/progress.mjs";
import { startTestDatabase } from "./testing/database.mjs";

const named = process.argv.slice(2);
const chosen = Object.keys(parts).filter((name) => named.length === 0 || named.includes(name));

stopOnSignals({ announce: () => console.log("\n  Stopping …") });
await begin(async () => {
  requireWritableProject();
  await step("Database client", generateClient);
  let exitCode = 0;
  for (const name of chosen) {
    const template = parts[name].needsDatabase
      ? (await step("Database", startTestDatabase)).templateAddress
      : undefined;
    exitCode = (await startMutation(name, template)) || exitCode;
  }
  await stopAndExit(exitCode);
});
