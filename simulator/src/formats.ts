import { randomBytes } from "node:crypto";

const DIGITS_AND_CAPITALS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";
const MIXED_CASE = `${DIGITS_AND_CAPITALS}abcdefghijklmnopqrstuvwxyz`;
const DHAKA_OFFSET_MS = 6 * 3_600_000;

const draw = (alphabet: string, length: number): string => {
  let text = "";
  for (const byte of randomBytes(length)) text += alphabet[byte % alphabet.length];
  return text;
};

/** Both zones occur in captures; the text names its own (§2). */
export type TimeZone = "+0000" | "+0600";
/** "2022": 7 characters + 13 digits; "2024": CH0011 + 7 mixed-case characters + 13 digits (§2). */
export type PaymentIdStyle = "2022" | "2024";

/** bKash's timestamp, with a colon before the milliseconds: `2019-10-11T09:38:26:838 GMT+0000` (§2). */
export function formatTime(at: number, zone: TimeZone): string {
  const iso = new Date(zone === "+0600" ? at + DHAKA_OFFSET_MS : at).toISOString();
  return `${iso.slice(0, 19)}:${iso.slice(20, 23)} GMT${zone}`;
}

/** A paymentID that ends in its creation time as 13 digits of epoch milliseconds; "url" is TR0011… (§2). */
export function newPaymentId(at: number, style: PaymentIdStyle | "url"): string {
  if (style === "2022") return `${draw(DIGITS_AND_CAPITALS, 7)}${at}`;
  return `${style === "url" ? "TR0011" : "CH0011"}${draw(MIXED_CASE, 7)}${at}`;
}

/** A trxID of 10 characters; the first three are year, month and day in Dhaka, e.g. 9BL… = 21 Feb 2022 (§2). */
export function newTrxId(at: number): string {
  const day = new Date(at + DHAKA_OFFSET_MS);
  const year = (day.getUTCFullYear() - 2013).toString(36);
  const month = (day.getUTCMonth() + 10).toString(36);
  return `${year}${month}${day.getUTCDate().toString(36)}`.toUpperCase() + draw(DIGITS_AND_CAPITALS, 7);
}

/** Random base64url text of `bytes` bytes. */
export const randomText = (bytes: number): string => randomBytes(bytes).toString("base64url");

/** A new opaque name that no `isTaken` one has. */
export function unused(make: () => string, isTaken: (candidate: string) => boolean): string {
  let candidate = make();
  while (isTaken(candidate)) candidate = make();
  return candidate;
}

const TLV_TAGS = new Set(["MI", "MW", "RF"]);

/**
 * Reads merchantAssociationInfo: two-letter tag, two-digit length, value, repeated (§4.1).
 * @returns tag → value, or undefined when malformed (bKash: 2047).
 */
export function readTlv(text: string): Map<string, string> | undefined {
  const found = new Map<string, string>();
  let at = 0;
  while (at < text.length) {
    const tag = text.slice(at, at + 2);
    const digits = text.slice(at + 2, at + 4);
    if (!TLV_TAGS.has(tag) || !/^\d\d$/.test(digits)) return undefined;
    const length = Number.parseInt(digits, 10);
    const value = text.slice(at + 4, at + 4 + length);
    if (value.length !== length) return undefined;
    found.set(tag, value);
    at += 4 + length;
  }
  return found;
}
