import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import type { Json } from "../open-bkash.ts";

type Shape = Readonly<Record<string, string>>;

interface Format {
  readonly pattern: string;
  readonly recorded: readonly string[];
}

const read = (name: string): unknown =>
  JSON.parse(readFileSync(new URL(`./${name}.json`, import.meta.url), "utf8"));

export const FORMATS = (read("formats") as { formats: Readonly<Record<string, Format>> }).formats;

/** The recorded shapes of one product. */
export const shapesOf = (name: string) => read(name) as Readonly<Record<string, Shape | string>>;

/** Does `value` look as one of the kinds, divided by slashes, says? `=x` is the text x; others are formats or types. */
function fits(value: unknown, kinds: string): boolean {
  return kinds.split("/").some((kind) => {
    if (kind.startsWith("=")) return value === kind.slice(1);
    if (kind === "number") return typeof value === "number";
    if (kind === "object") return typeof value === "object" && value !== null;
    if (kind === "list") return Array.isArray(value);
    const format = FORMATS[kind];
    assert.ok(format, `No format is called ${kind}`);
    return typeof value === "string" && new RegExp(format.pattern).test(value);
  });
}

/** The same fields, neither more nor fewer, each in its format. @throws AssertionError that names the field. */
export function assertShape(answer: Json, shape: Shape | string | undefined, name: string): void {
  assert.ok(typeof shape === "object", `No shape is called ${name}`);
  const expected = Object.keys(shape)
    .filter((field) => !field.endsWith("?") || field.slice(0, -1) in answer)
    .map((field) => field.replace("?", ""));
  assert.deepEqual(Object.keys(answer).toSorted(), expected.toSorted(), name);
  for (const [field, kinds] of Object.entries(shape)) {
    const value = answer[field.replace("?", "")];
    const isAbsent = field.endsWith("?") && value === undefined;
    assert.ok(isAbsent || fits(value, kinds), `${name}.${field}: ${JSON.stringify(value)} is not ${kinds}`);
  }
}
