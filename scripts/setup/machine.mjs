import { accessSync, constants, existsSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { inData, inProject, root } from "./project.mjs";
import { Trouble } from "./trouble.mjs";

const takeOver = `Take it over with: sudo chown -R "$(id -u)" "${root}"     or clone the project into a folder of your own`;

/** Everything that a run writes has to be writable, before the long work and not in the middle of it. */
export function requireWritableProject() {
  try {
    mkdirSync(inData(), { recursive: true, mode: 0o700 });
    const probe = inData(`.probe-${process.pid}`);
    writeFileSync(probe, "");
    rmSync(probe);
    for (const path of [
      root,
      ...["node_modules", ".next", "generated", "public"].map((name) => inProject(name)),
    ])
      if (existsSync(path)) accessSync(path, constants.W_OK);
  } catch (cause) {
    const where = cause.path ?? root;
    if (cause.code === "ENOSPC")
      throw new Trouble("The disk is full.", { cause, wayOut: "Free about 2 GB, and try again." });
    if (cause.code === "EROFS")
      throw new Trouble(`${where} is on a disk that can only be read.`, {
        cause,
        wayOut: "Clone the project to another disk.",
      });
    throw new Trouble(`This project cannot be written to: ${where} (${cause.code ?? cause.message}).`, {
      cause,
      wayOut: takeOver,
    });
  }
}
