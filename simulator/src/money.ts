/** Whole poisha (1/100 taka). Taka exist on the wire only, as text; no answer depends on floating point. */
export type Poisha = number & { readonly __unit: "poisha" };

/** @throws RangeError when `count` is not a whole, safe, non-negative number of poisha. */
export function poisha(count: number): Poisha {
  if (!Number.isSafeInteger(count) || count < 0) throw new RangeError(`Not a poisha amount: ${count}`);
  return count as Poisha;
}

/** An amount as the merchant wrote it, and what it is worth. bKash echoes the writing: "85.50" stays "85.50" (§2). */
export interface WrittenAmount {
  readonly text: string;
  readonly inPoisha: Poisha;
}

const TAKA = /^(\d{1,13})(?:\.(\d{1,2}))?$/;

/**
 * Reads an amount in taka from a request: text, or a JSON number, with at most two decimals (§4.1).
 * Zero is an amount here; callers that need money to move must ask for more than zero.
 * @returns undefined when it is not such an amount.
 */
export function readAmount(value: unknown): WrittenAmount | undefined {
  const text = typeof value === "number" ? String(value) : value;
  if (typeof text !== "string") return undefined;
  const match = TAKA.exec(text);
  if (!match) return undefined;
  const taka = Number.parseInt(match[1] ?? "0", 10);
  const rest = Number.parseInt((match[2] ?? "").padEnd(2, "0"), 10);
  return { text, inPoisha: poisha(taka * 100 + rest) };
}

/** Taka with two decimals: 1000 poisha → "10.00", the form of refunds and balances (§2). */
export function formatTaka(amount: Poisha): string {
  const rest = amount % 100;
  return `${(amount - rest) / 100}.${String(rest).padStart(2, "0")}`;
}
