import { digits } from "@/store.config";
import { latinDigits } from "./msisdn";

/** A whole number of poisha: 1/100 taka. The unit of every stored amount. */
export type Poisha = number & { readonly __unit: "poisha" };

export type Locale = "bn" | "en";

/** Marks a whole, non-negative count as poisha. Throws RangeError for anything else: such a number is a programming error. */
export function poisha(count: number): Poisha {
  if (!Number.isSafeInteger(count) || count < 0) throw new RangeError(`Not a poisha amount: ${count}`);
  return count as Poisha;
}

export const times = (unitPrice: Poisha, quantity: number): Poisha => poisha(unitPrice * quantity);

export const sum = (amounts: readonly Poisha[]): Poisha => poisha(amounts.reduce((total, a) => total + a, 0));

/**
 * An amount shared out in proportion to others. The shares are whole poisha and add up to it; which of them gets an odd
 * poisha depends on the order.
 */
export function shareOut(amount: Poisha, among: readonly Poisha[]): Poisha[] {
  const whole = sum(among);
  let [before, sharedBefore] = [0, 0];
  return among.map((part) => {
    before += part;
    const shared = whole === 0 ? 0 : Number((BigInt(amount) * BigInt(before)) / BigInt(whole));
    const share = poisha(shared - sharedBefore);
    sharedBefore = shared;
    return share;
  });
}

const TAKA_TEXT = /^(\d{1,9})(?:\.(\d{1,2}))?$/;

/** Reads taka written with at most two decimals, `"1500"`, `"85.5"`, `"85.50"`. Null for anything else. */
export function parseTaka(text: string): Poisha | null {
  const match = TAKA_TEXT.exec(text);
  if (!match) return null;
  return poisha(Number(match[1]) * 100 + Number((match[2] ?? "").padEnd(2, "0")));
}

/** Taka with two decimals and no grouping, `"1500.00"`: what a wallet is sent. */
export function takaText(amount: Poisha): string {
  return `${Math.floor(amount / 100)}.${String(amount % 100).padStart(2, "0")}`;
}

const BANGLA_DIGITS = "০১২৩৪৫৬৭৮৯";

type Digits = typeof digits;

/** Writes the digits of `text` as the reader's language does, and in Bangla as the merchant wants them. */
export const localDigits = (text: string, locale: Locale, wanted: Digits = digits): string =>
  locale === "bn" && wanted === "bengali"
    ? text.replace(/\d/g, (digit) => BANGLA_DIGITS[Number(digit)] ?? digit)
    : text;

/**
 * An amount for the screen: `৳1,23,456.50`, `৳১,২৩,৪৫৬.৫০`; whole taka without decimals. Grouped by lakh.
 * Written out here because `en-BD` groups by thousands and `bn-BD` puts the sign behind, and because server and browser
 * must agree to the letter whatever their ICU.
 */
export function formatTaka(amount: Poisha, locale: Locale, wanted: Digits = digits): string {
  const taka = String(Math.floor(amount / 100));
  const grouped = taka.replace(/(\d)(?=(?:\d{2})*\d{3}$)/g, "$1,");
  const rest = amount % 100;
  return localDigits(`৳${grouped}${rest ? "." + String(rest).padStart(2, "0") : ""}`, locale, wanted);
}

/** Words that were written with Bengali digits, in those that the merchant wants. */
export const inChosenDigits = (words: string, wanted: Digits = digits): string =>
  wanted === "bengali" ? words : latinDigits(words);
