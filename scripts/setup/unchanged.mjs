import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { writePrivate } from "./keep.mjs";
import { root } from "./project.mjs";

/** A fingerprint of the content of files and folders. `skip` is asked about every path. */
export function fingerprint(paths, { skip = () => false, also = "" } = {}) {
  const hash = createHash("sha256").update(also);
  const add = (path) => {
    if (skip(path)) return;
    const found = statSync(path, { throwIfNoEntry: false });
    if (found?.isDirectory()) for (const name of readdirSync(path).sort()) add(join(path, name));
    else if (found?.isFile())
      hash.update(`${path.slice(root.length)}\0${found.size}\0`).update(readFileSync(path));
  };
  for (const path of paths) add(path);
  return hash.digest("hex");
}

/**
 * Runs `work` unless `output` was made from the same content before. The mark lies beside the output and goes first, so that
 * an interrupted `work` counts as not done.
 */
export async function unlessUnchanged(
  { output, mark = join(dirname(output), `.${basename(output)}-made-from`), from },
  work,
) {
  const isSame = existsSync(output) && existsSync(mark) && readFileSync(mark, "utf8") === from;
  if (isSame) return "unchanged";
  rmSync(mark, { force: true });
  await work();
  writePrivate(mark, from);
  return undefined;
}
