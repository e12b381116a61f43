import { accessSync, constants, existsSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { inData, inProject, root } from "./project.mjs";
import { Trouble } from "./trouble.mjs";

const takeOver = `Take it over with: sudo chown -R "$(id -u)" "${root}"     or clone the project into a folder of your own`;

/** What the system says about files, in a sentence; any other error as it is. */
export function asTrouble(error) {
  const where = error?.path ?? root;
  if (error?.code === "ENOSPC")
    return new Trouble("The disk is full.", { cause: error, wayOut: "Free about 2 GB, and try again." });
  if (error?.code === "EROFS")
    return new Trouble(`${where} is on a disk that can only be read.`, {
      cause: error,
      wayOut: "Clone the project to another disk.",
    });
  if (error?.code === "EACCES" || error?.code === "EPERM")
    return new Trouble(`${where} cannot be written by you.`, { cause: error, wayOut: takeOver });
  return error;
}

/** Everything that a run writes has to be writable, before the long work and not in the middle of it. */
export function requireWritableProject() {
  try {
    // The account `nobody`, which runs the database where root may not, has to pass through; the files inside are private.
    if (!existsSync(inData())) mkdirSync(inData(), { mode: 0o711 });
    const probe = inData(`.probe-${process.pid}`);
    writeFileSync(probe, "");
    rmSync(probe);
    const written = ["", "node_modules", ".next", "generated", "public", ".data/run", ".data/logs"].map(
      (name) => inProject(name),
    );
    for (const path of written) if (existsSync(path)) accessSync(path, constants.W_OK);
  } catch (error) {
    throw asTrouble(error);
  }
}
