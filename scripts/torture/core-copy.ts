import { cpSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import type { Plant } from "./plants.ts";

/** What a copy needs besides the shop's own code. */
const CONFIG = {
  compilerOptions: { paths: { "@/*": ["./*"] }, jsx: "react-jsx" },
};

/**
 * Copies the shop's code into a folder and plants a bug there.
 * @throws when the code no longer has the place that the bug was made for: then the plant is to be made anew.
 */
export function copyCore(folder: string, { name, changes }: Plant): void {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  cpSync("lib", join(folder, "lib"), { recursive: true });
  cpSync("store.config.ts", join(folder, "store.config.ts"));
  symlinkSync(resolve("generated"), join(folder, "generated"), "junction");
  writeFileSync(join(folder, "tsconfig.json"), JSON.stringify(CONFIG));
  for (const { file, find, replace } of changes) {
    const path = join(folder, file);
    const text = readFileSync(path, "utf8");
    if (text.split(find).length !== 2)
      throw new Error(
        `The plant "${name}" does not fit ${file} any more: it wants to find this there, once:\n${find}`,
      );
    writeFileSync(
      path,
      text.replace(find, () => replace),
    );
  }
}
