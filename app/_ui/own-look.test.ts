import { globSync, readFileSync, statSync } from "node:fs";
import { colours, store } from "@/store.config";

// A merchant changes store.config.ts, and nothing of the template is left anywhere else.
const files = globSync("app/**/*.{ts,tsx,css,json}").filter(
  (path) => !/\.test\.tsx?$/.test(path) && statSync(path).isFile(),
);
const sources = files.map((path) => ({ path, text: readFileSync(path, "utf8") }));

const offenders = (pattern: RegExp) =>
  sources.flatMap(({ path, text }) => [...text.matchAll(pattern)].map((found) => `${path}: ${found[0]}`));

test("no page, component or message holds the shop's name", () => {
  expect(sources.length).toBeGreaterThan(150);
  expect(
    offenders(new RegExp(`(?<![\\p{L}\\p{M}])(${store.name.bn}|${store.name.en})(?![\\p{L}\\p{M}])`, "gu")),
  ).toEqual([]);
});

test("no page or component holds a colour: each has a name in store.config.ts", () => {
  expect(
    offenders(/#(?:[0-9a-f]{3}|[0-9a-f]{6}|[0-9a-f]{8})\b(?!\w)|\b(?:rgb|rgba|hsl|oklch)\([\d.]/gi),
  ).toEqual([]);
});

test("no page writes a Bangla date by itself: which digits it has is the merchant's choice", () => {
  expect(offenders(/bn-BD/g)).toEqual([]);
});

test("every colour has its value by night, and pictures for links can be drawn with those by day", () => {
  expect(Object.keys(colours.dark)).toEqual(Object.keys(colours.light));
  for (const name of ["jute-tint", "ink", "ink-soft", "brand", "paper"] as const)
    expect(colours.light[name]).toMatch(/^#[0-9A-F]{6}$/i);
});
