import { parseTaka, takaText, type Poisha } from "@/lib/kernel/money";

/** bKash takes and gives taka as text; it echoes what it was sent (`100`) and writes refunds with decimals (`100.00`). */
export const toBkashAmount = (amount: Poisha): string => takaText(amount);

/** Null when it is not an amount. */
export const fromBkashAmount = (text: string | number): Poisha | null => parseTaka(String(text));
