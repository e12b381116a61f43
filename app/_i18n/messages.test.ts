import bn from "./messages/bn.json";
import en from "./messages/en.json";

type Tree = { readonly [key: string]: string | Tree };

const flatten = (tree: Tree, prefix = ""): [string, string][] =>
  Object.entries(tree).flatMap(([key, value]) =>
    typeof value === "string"
      ? [[prefix + key, value] as [string, string]]
      : flatten(value, `${prefix}${key}.`),
  );

const bangla = new Map(flatten(bn));
const english = new Map(flatten(en));

/** `{count, plural, …}` and `{name}` are arguments, `<terms>` is a tag. */
const slots = (message: string): string[] =>
  [
    ...new Set([...message.matchAll(/\{(\w+)(?=[,}])|<(\w+)>/g)].map((found) => found[1] ?? `<${found[2]}>`)),
  ].sort();

test("both languages have the same messages", () => {
  expect([...bangla.keys()].sort()).toEqual([...english.keys()].sort());
});

test("no message is empty", () => {
  for (const [key, message] of [...bangla, ...english]) expect([key, message.trim()]).not.toEqual([key, ""]);
});

test("a message takes the same values in both languages", () => {
  for (const [key, message] of bangla)
    expect([key, slots(message)]).toEqual([key, slots(english.get(key) ?? "")]);
});

/** What is left of a message without its slots: nothing when it only puts values together. */
const words = (message: string): string => message.replace(/\{\w+\}|[^\p{L}\p{M}]/gu, "");

test("Bangla messages are in Bangla and English ones in English", () => {
  // For who does not read this one.
  const inTheOther = new Set(["shell.otherLanguage", "shell.thisListInOther"]);
  for (const [key, message] of bangla)
    if (!inTheOther.has(key) && words(message))
      expect([key, message]).toEqual([key, expect.stringMatching(/\p{Script=Bengali}/u)]);
  for (const [key, message] of english)
    if (!inTheOther.has(key))
      expect([key, message]).toEqual([key, expect.not.stringMatching(/\p{Script=Bengali}/u)]);
});

test("Bangla messages write their digits in Bangla", () => {
  for (const [key, message] of bangla)
    expect([key, message.replace(/=\d/g, "")]).toEqual([key, expect.not.stringMatching(/\d/)]);
});
