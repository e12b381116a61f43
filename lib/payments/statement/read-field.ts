import { parseTaka, type Poisha } from "@/lib/kernel/money";

/** Fields as people and portals write them. */

const BANGLA_ZERO = 0x09e6;

/** Bangla digits as Latin ones. */
const latinDigits = (text: string): string =>
  text.replace(/[০-৯]/g, (digit) => String(digit.charCodeAt(0) - BANGLA_ZERO));

/**
 * An amount: `1,250.00`, `Tk 1,250`, `৳১,২৫০.০০`, `-1250.00 BDT`. Which way it went is said by the line's type, so a sign
 * does not count. Null when it is none.
 */
export function readAmount(written: string): Poisha | null {
  const bare = latinDigits(written)
    .replace(/tk\.?|bdt|taka|৳|টাকা/gi, "")
    .replace(/[\s\u00a0,]/g, "")
    .replace(/^\((.*)\)$|^[+-]/, "$1");
  return parseTaka(bare);
}

const PART: Record<string, string> = {
  yyyy: "(?<yyyy>\\d{4})",
  MMM: "(?<MMM>[a-z]{3})[a-z]*",
  MM: "(?<MM>\\d{1,2})",
  dd: "(?<dd>\\d{1,2})",
  HH: "(?<HH>\\d{1,2})",
  hh: "(?<hh>\\d{1,2})",
  mm: "(?<mm>\\d{2})",
  ss: "(?<ss>\\d{2})",
  a: "(?<a>[ap])\\.?m\\.?",
};
const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

/** Dates without a separator are as long as their pattern. */
const readingOf = (pattern: string): RegExp => {
  const isTight = /^[A-Za-z]+$/.test(pattern) && !pattern.includes("T");
  const source = pattern
    .replace(/[.*+?^${}()|[\]\\/]/g, "\\$&")
    .replace(/yyyy|MMM|MM|dd|HH|hh|mm|ss|a/g, (part) => PART[part] ?? part)
    .replace(/ /g, "\\s+");
  return new RegExp(`^${isTight ? source.replaceAll("{1,2}", "{2}") : source}$`, "i");
};

/** Bangladesh is six hours ahead of UTC all year round. */
const DHAKA_HOURS = 6;

/** A moment written on Dhaka's clock in one of these patterns. Null when it is in none, or no such day exists. */
export function readDate(written: string, patterns: readonly string[]): Date | null {
  const text = latinDigits(written).trim();
  for (const pattern of patterns) {
    const parts = readingOf(pattern).exec(text)?.groups;
    if (parts) return momentOf(parts);
  }
  return null;
}

function momentOf(parts: Record<string, string | undefined>): Date | null {
  const month = parts.MMM ? MONTHS.indexOf(parts.MMM.toLowerCase()) + 1 : Number(parts.MM);
  const day = Number(parts.dd);
  const hour = parts.hh
    ? (Number(parts.hh) % 12) + (parts.a?.toLowerCase() === "p" ? 12 : 0)
    : Number(parts.HH ?? 0);
  const [minute, second] = [Number(parts.mm ?? 0), Number(parts.ss ?? 0)];
  const at = new Date(Date.UTC(Number(parts.yyyy), month - 1, day, hour, minute, second));
  const isReal =
    at.getUTCMonth() === month - 1 &&
    at.getUTCDate() === day &&
    at.getUTCHours() === hour &&
    minute < 60 &&
    second < 60;
  return isReal ? new Date(at.getTime() - DHAKA_HOURS * 3_600_000) : null;
}
