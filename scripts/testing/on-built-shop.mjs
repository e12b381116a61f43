// For commands that look at the shop as it is in production: packages and build first, then a program on the project's Node.
import { onNode, run } from "../processes/run.mjs";
import { isStopping, stopAndExit, stopOnSignals } from "../processes/shutdown.mjs";
import { begin } from "../setup/begin.mjs";
import { install } from "../setup/install.mjs";
import { requireWritableProject } from "../setup/machine.mjs";
import { buildShop, generateClient } from "../setup/make.mjs";
import { step } from "../setup/progress.mjs";
import { inProject } from "../setup/project.mjs";
import { explain } from "../setup/trouble.mjs";

async function build() {
  requireWritableProject();
  await step("Packages", install);
  await step("Database client", generateClient);
  await step("Build", buildShop);
}

/**
 * Runs a TypeScript program with what else was said on the command line, and ends as it ends.
 *
 * @param {string} name of its log
 * @param {string} program its path in the project
 */
export async function runOnBuiltShop(name, program) {
  stopOnSignals({ announce: () => console.log("\n  Stopping …") });
  await begin(async () => {
    let code = 1;
    try {
      await build();
      const command = onNode("--import", "tsx", inProject(program), ...process.argv.slice(2));
      code = await run(name, command, { show: true, withinMs: 60 * 60_000 });
    } catch (error) {
      if (!isStopping()) console.error(explain(error));
    }
    await stopAndExit(code);
  });
}
