import { readFileSync } from "node:fs";
import { inProject } from "../setup/project.mjs";

/** `NAME  sentence`, or `NAME, NAME  sentence`, as the comment above a table says what each status means. */
const SENTENCE = /^ \* ([A-Z_]{2,}(?:, [A-Z_]{2,})*) +(\S.*)$/gm;

/**
 * One table of statuses: where each leads, and its sentence in the comment of the same file.
 *
 * @param path the file, which exports the list of statuses and the question whether one may become another.
 * @returns Map of status to { next, means }. Throws when a status has no sentence, or a sentence no status.
 */
export async function readTable(path, { statuses, canBecome }) {
  const exported = await import(inProject(path));
  const names = exported[statuses];
  const means = new Map();
  for (const [, list, sentence] of readFileSync(inProject(path), "utf8").matchAll(SENTENCE))
    for (const name of list.split(", ")) means.set(name, sentence);

  const untold = names.filter((name) => !means.has(name));
  const unknown = [...means.keys()].filter((name) => !names.includes(name));
  if (untold.length + unknown.length > 0)
    throw new Error(`${path}: no sentence for [${untold}], no status for [${unknown}]`);
  return new Map(
    names.map((from) => [
      from,
      { next: names.filter((to) => exported[canBecome](from, to)), means: means.get(from) },
    ]),
  );
}
