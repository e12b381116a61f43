const BANGLA_ZERO = "০".charCodeAt(0);

/** Bengali digits as Latin ones; everything else stays. */
export const latinDigits = (text: string): string =>
  text.replace(/[০-৯]/g, (digit) => String(digit.charCodeAt(0) - BANGLA_ZERO));

/**
 * Reads a Bangladeshi mobile number however people type it (`01712-345678`, `+880 1712 345678`, `০১৭১২৩৪৫৬৭৮`) into
 * E.164, `+8801712345678`. Null when it is not one: operators use 013 to 019.
 */
export function parseMsisdn(text: string): string | null {
  const digits = latinDigits(text).replace(/[\s().-]/g, "");
  const match = /^(?:(?:\+|00)?88)?0?(1[3-9]\d{8})$/.exec(digits);
  return match ? `+880${match[1]}` : null;
}

/** `+8801712345678` → `01712345678`, as people in Bangladesh write it. */
export const localMsisdn = (e164: string): string => e164.replace(/^\+?88/, "");

/** For logs and screens where the whole number is not needed: `017•••••678`. */
export function maskMsisdn(number: string): string {
  const local = localMsisdn(number);
  return local.length < 7 ? "•••" : `${local.slice(0, 3)}•••••${local.slice(-3)}`;
}
