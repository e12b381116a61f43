// The shop's build that can be killed at chosen places, beside the one that people use.
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { alone } from "../processes/lock.mjs";
import { onNode, runOrFail } from "../processes/run.mjs";
import { sources } from "../setup/make.mjs";
import { inData, inProject, tools } from "../setup/project.mjs";
import { NO_DATABASE, testSettings } from "../setup/settings.mjs";
import { unlessUnchanged } from "../setup/unchanged.mjs";
import { vendorJquery } from "../vendor-jquery.mjs";

/** Tells next.config.mjs which build is meant, when it is made and when it is started. */
export const KILLABLE = { FAILPOINTS: "1" };

export const buildKillableShop = () =>
  alone("build-killable", () => {
    const folder = inData("kill/next");
    mkdirSync(folder, { recursive: true });
    // Next writes the types of every build into the tsconfig it is given: not into the project's own.
    writeFileSync(inData("kill/tsconfig.json"), '{ "extends": "../../tsconfig.json" }\n');
    vendorJquery();
    const from = sources();
    return unlessUnchanged({ output: `${folder}/BUILD_ID`, mark: `${folder}/made-from`, from }, async () => {
      const types = inProject("next-env.d.ts");
      const before = readOrNothing(types);
      await runOrFail("build-killable", onNode(tools.next, "build"), {
        env: { ...testSettings({ port: 3000, simulatorPort: 4010, databaseUrl: NO_DATABASE }), ...KILLABLE },
      });
      if (before) writeFileSync(types, before);
    });
  });

function readOrNothing(file) {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return undefined;
  }
}
