import { explainRefusal } from "./error-codes";

/**
 * Codes after which no money went back, without doubt: bKash refused before it moved any (developer.bka.sh, Error Codes).
 * Not here, so that bKash is asked: 2026, 2034, 2072 and 2074 say "already given back" or "more than is left", which may
 * be this very refund, and every code that we have never seen.
 */
const DEFINITE_REFUND_REFUSALS: ReadonlySet<string> = new Set([
  "2001",
  "2002",
  "2006",
  "2023", // the merchant's own balance is too low
  "2025",
  "2028",
  "2033",
  "2035",
  "2037",
  "2038",
  "2039",
  "2040",
  "2041",
  "2042",
  "2044",
  "2046",
  "2056",
  "2065",
  "2071",
  "2073",
  "2075",
  "2076",
  "2077",
  "2078",
  "2079",
  "2080",
  "2081",
  "2082",
]);

export const isDefiniteRefundRefusal = (code: string): boolean => DEFINITE_REFUND_REFUSALS.has(code);

/** Where bKash's own words would be read the wrong way round. */
const MERCHANT: Readonly<Record<string, string>> = {
  "2023": "Your own bKash merchant account has too little money for this refund. Add some, then try again",
  "2071": "This payment is too old for a refund through bKash's API",
  "2081": "The customer's or your own bKash account is in a state in which it takes no refund",
};

/** What a refund's code tells the merchant. */
export const explainRefund = (code: string): string =>
  (Object.hasOwn(MERCHANT, code) ? MERCHANT[code] : undefined) ?? explainRefusal(code).merchant;
