import { searchWords } from "./search-words";

test.each([
  ["Jamdani  Scarf", ["jamdani", "scarf"]],
  ["  চায়ের সেট! ", ["চায়ের", "সেট"]],
  ["tea, tea & TEA", ["tea"]],
  ["100%_'; DROP TABLE", ["100", "drop", "table"]],
  ["", []],
  ["& % _", []],
  ["a", []],
])("%j is looked for as %j", (typed, words) => {
  expect(searchWords(typed)).toEqual(words);
});

test("both ways of writing a Bangla letter are looked for as one", () => {
  expect(searchWords("বড়")).toEqual(searchWords("বড়"));
});

test("a page of text is cut to what one looks for", () => {
  expect(searchWords("word ".repeat(1000))).toEqual(["word"]);
  expect(searchWords("ab cd ef gh ij kl mn op")).toHaveLength(6);
});
