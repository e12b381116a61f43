import { globSync, readFileSync } from "node:fs";
import { root } from "../setup/project.mjs";

const TESTS = ["{lib,app,e2e,scripts}/**/*.{test,spec}.{ts,tsx,mjs}", "scripts/kill/*.mjs"];
/** A test's name that begins with the points that it proves: `C17: …` or `C15, C16: …`. */
const NAME = /["'`](C\d\d(?:, C\d\d)*): \S/g;
const ROW = /^\| (C\d\d) \|(.*)\|(.*)\|(.*)\|$/gm;

/** The files with tests of each point: Map of id to paths. */
export function findTests() {
  const found = new Map();
  for (const file of globSync(TESTS, { cwd: root }).toSorted())
    for (const [, ids] of readFileSync(`${root}/${file}`, "utf8").matchAll(NAME))
      for (const id of ids.split(", ")) {
        const files = found.get(id) ?? [];
        if (!files.includes(file)) found.set(id, [...files, file]);
      }
  return found;
}

/** The rows of the table. */
export const readPoints = (table) =>
  [...table.matchAll(ROW)].map(([, id, point, behaviour, places]) => ({
    id,
    point: point.trim(),
    behaviour: behaviour.trim(),
    places: [...places.matchAll(/\]\(\.\.\/([^)]+)\)/g)].map(([, path]) => path),
  }));

/** The table with the places of its tests written anew. */
export const withPlaces = (table, tests) =>
  table.replaceAll(ROW, (_row, id, point, behaviour) => {
    const links = (tests.get(id) ?? []).map((path) => `[${path.split("/").at(-1)}](../${path})`);
    return `| ${id} |${point}|${behaviour}| ${links.join(" ")} |`;
  });
