import fc from "fast-check";
import { explainRefusal, isDefiniteRefusal } from "./error-codes";

const range = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, n) => String(from + n));

/** Every code that bKash has published (developer.bka.sh, Error Codes), and 9999 as it was recorded. */
const PUBLISHED = [...range(2001, 2069), ...range(2071, 2082), ...range(2116, 2119), "2127", "503", "9999"];

/** Codes after which money may have moved, whatever their words say. */
const IN_DOUBT = ["2003", "2020", "2024", "2029", "2062", "2068", "2117", "2119", "2127", "503", "9999"];

/** Codes in the ranges that bKash has never published, and what is no code at all. */
const NEVER_SEEN = [
  "2070",
  ...range(2083, 2115),
  ...range(2120, 2126),
  "2128",
  "2999",
  "0",
  "0000",
  "",
  "-2023",
];

const DEFINITE = PUBLISHED.filter(isDefiniteRefusal);

test("there are 88 codes", () => {
  expect(new Set(PUBLISHED).size).toBe(88);
});

test.each(PUBLISHED)(
  "code %s is explained to the customer in both languages, and to the merchant",
  (code) => {
    const { code: told, customer, merchant } = explainRefusal(code);
    expect(told).toBe(code);
    expect(customer.en).toMatch(/^(bKash |[A-Z])[^<>]+\.$/);
    expect(customer.bn).toMatch(/^\p{Script=Bengali}[^<>]+।$/u);
    expect(customer.bn).not.toMatch(/[A-Za-z0-9]/);
    expect(merchant).toMatch(/\w{3}/);
    expect(merchant).not.toContain(`bKash answered`);
  },
);

test.each(IN_DOUBT)("code %s is never a clear no", (code) => {
  expect(isDefiniteRefusal(code)).toBe(false);
});

test.each(NEVER_SEEN)("code %p, which bKash has not published, is never a clear no", (code) => {
  expect(isDefiniteRefusal(code)).toBe(false);
});

test("what a shopper does wrong in bKash's window is a clear no, so that trying again is offered at once", () => {
  const shoppers = [
    "2014",
    "2015",
    "2016",
    "2017",
    "2018",
    "2019",
    "2023",
    "2037",
    "2038",
    "2056",
    "2057",
    "2060",
  ];
  expect(shoppers.filter((code) => !isDefiniteRefusal(code))).toEqual([]);
});

test.each(DEFINITE)("after code %s the customer reads in both languages that no money was taken", (code) => {
  const { customer } = explainRefusal(code);
  expect(customer.en).toContain("No money was taken");
  expect(customer.bn).toContain("কোনো টাকা কাটা হয়নি");
});

test("the customer never reads bKash's code, and never that money was taken", () => {
  for (const code of PUBLISHED) {
    const { en, bn } = explainRefusal(code).customer;
    expect(en).not.toMatch(/\b\d{4}\b/);
    expect(`${en}${bn}`).not.toContain(code);
    expect(en.replace("No money was taken", "")).not.toMatch(/was taken|been charged/i);
  }
});

test("a code that nobody has seen is explained honestly, and named to the merchant", () => {
  const { customer, merchant } = explainRefusal("2999");
  expect(customer.en).toMatch(/bKash/);
  expect(customer.bn).toMatch(/বিকাশ/);
  expect(merchant).toContain("2999");
});

test("no word at all breaks the explanation, not even one that every object knows", () => {
  const strange = ["__proto__", "constructor", "toString", "hasOwnProperty", "valueOf"];
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.constantFrom(...strange)), (code) => {
      const { customer, merchant } = explainRefusal(code);
      expect([typeof customer.en, typeof customer.bn, typeof merchant]).toEqual([
        "string",
        "string",
        "string",
      ]);
    }),
  );
});

test("only bKash's word of a payment of the same amount a moment ago leaves it open whether money moved", () => {
  expect(PUBLISHED.filter((code) => explainRefusal(code).isSaidInDoubt)).toEqual(["2029"]);
});

test.each([
  ["2014", ["2011"], /PIN was wrong\./],
  ["2015", [], /PIN was wrong too often/],
  ["2016", ["2010"], /verification code was wrong\./],
  ["2023", [], /balance is too low/],
  ["2037", ["2038", "2043", "2044", "2046"], /does not allow payments from this account/],
  ["2056", ["2002"], /closed before it was finished/],
  ["2057", ["2009", "2045"], /has no bKash account/],
])("code %s, and %p like it, tell the customer what happened: %s", (code, others, words) => {
  for (const one of [code, ...others]) {
    expect(explainRefusal(one).customer.en).toMatch(words);
    expect(explainRefusal(one).customer).toEqual(explainRefusal(code).customer);
  }
});
