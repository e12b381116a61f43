// The places where the shop can be made to die, read from its source: none can be forgotten in a list.
import { globSync, readFileSync } from "node:fs";
import { root } from "../setup/project.mjs";

/** Fewer than this, and somebody has taken places away. */
const AT_LEAST = 24;

/**
 * Every `failpoint("room:place")` of the shop's source, by name. Throws when two places share a name, or when a name is not
 * written out where it is called.
 *
 * @returns {{ name: string, room: string, file: string }[]}
 */
export function failpoints() {
  const files = globSync("{lib,app}/**/*.{ts,tsx}", { cwd: root }).filter(
    (file) => !/\.test\.tsx?$/.test(file) && !file.endsWith("platform/failpoint.ts"),
  );
  const points = files.flatMap((file) =>
    [...readFileSync(`${root}/${file}`, "utf8").matchAll(/\bfailpoint\((.*?)\)/g)].map(([call, name]) => {
      const [, room, place] = /^"([a-z-]+):([a-z-]+)"$/.exec(name) ?? [];
      if (!room) throw new Error(`${file}: ${call} does not write out its name as "room:place"`);
      return { name: `${room}:${place}`, room, file };
    }),
  );
  const names = points.map(({ name }) => name);
  const twice = names.filter((name, at) => names.indexOf(name) !== at);
  if (twice.length > 0) throw new Error(`Two places are called ${twice.join(", ")}`);
  if (points.length < AT_LEAST)
    throw new Error(`Only ${points.length} places to die at are left of ${AT_LEAST}`);
  return points.toSorted((a, b) => (a.name < b.name ? -1 : 1));
}
