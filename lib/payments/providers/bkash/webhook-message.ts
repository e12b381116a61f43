import { z } from "zod";
import type { CaptureNotice } from "../../wallet-webhooks";
import { fromBkashAmount } from "./amount";

/** bKash's message about a completed payment (developer.bka.sh, Webhook): all text. The payer's number is not even read. */

/** Neither a NUL nor half a character can be kept. */
const text = z
  .string()
  .max(255)
  .regex(/^[^\0\p{Cs}]*$/u);
const amount = z.union([z.string().max(20), z.number()]).transform(String);

const message = z.object({
  trxID: z.string().regex(/^[!-~]{1,64}$/),
  transactionStatus: text,
  amount,
  currency: text,
  merchantInvoiceNumber: text.optional(),
  creditShortCode: text.optional(),
  creditOrganizationName: text.optional(),
  dateTime: text.optional(),
  transactionType: text.optional(),
  transactionReference: text.optional(),
  /** With a coupon this is the price, and `amount` what the payer paid of it. */
  saleAmount: amount.optional(),
  couponAmount: amount.optional(),
  merchantShareAmount: amount.optional(),
});

/**
 * Null when it is no message about a payment.
 *
 * @param shortCode the shop's account at bKash, where it is known.
 */
export function readMessage(written: string, shortCode: string | undefined): CaptureNotice | null {
  let json: unknown;
  try {
    json = JSON.parse(written);
  } catch {
    return null;
  }
  const told = message.safeParse(json).data;
  if (!told) return null;
  return {
    trxId: told.trxID,
    invoiceNumber: told.merchantInvoiceNumber || null,
    amount: fromBkashAmount(told.saleAmount ?? told.amount),
    currency: told.currency,
    isForeign: Boolean(shortCode && told.creditShortCode && !isSameAccount(told.creditShortCode, shortCode)),
    isCompleted: told.transactionStatus === "Completed",
    kept: Object.fromEntries(
      Object.entries(told).filter((entry): entry is [string, string] => entry[1] !== undefined),
    ),
  };
}

/** bKash masks some digits of an account, `01929918***`: those may be any. */
const isSameAccount = (written: string, own: string): boolean =>
  written.length === own.length && [...written].every((digit, at) => digit === "*" || digit === own[at]);
