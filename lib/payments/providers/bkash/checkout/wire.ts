import { z } from "zod";

/** bKash's JSON as it comes over the wire. Only here do its own spellings occur. Everything else sees meaning. */

/** Codes are text in bKash's own samples and numbers in some servers. */
const code = z.union([z.string(), z.number().int()]).transform(String);
/** The database stores neither a NUL nor half a character; bKash writes neither. */
const STORABLE = /^[^\0\p{Cs}]*$/u;
const optionalText = z.string().max(255).regex(STORABLE);
const text = optionalText.min(1);
const amount = z.union([z.string().max(20), z.number()]);

/** All of it is kept for the wallet's window, so all of it must be fit to keep. */
export const createAnswer = z
  .looseObject({
    paymentID: z.string().regex(/^[0-9A-Za-z]{1,64}$/),
    transactionStatus: text,
    amount,
    currency: text,
    merchantInvoiceNumber: text,
  })
  .refine((whole) => isStorable(whole));

const DEEPEST = 10;

function isStorable(value: unknown, depth = 0): boolean {
  if (typeof value === "string") return STORABLE.test(value);
  if (typeof value !== "object" || value === null) return true;
  return (
    depth < DEEPEST &&
    Object.entries(value).every(([key, item]) => STORABLE.test(key) && isStorable(item, depth + 1))
  );
}

/** Execute and query. Status stays open: bKash may add words, and an unknown word must not crash a paid order. */
export const paymentAnswer = z.object({
  paymentID: text,
  transactionStatus: text,
  trxID: z
    .string()
    .regex(/^[!-~]{0,64}$/)
    .nullish(),
  amount: amount.nullish(),
  currency: optionalText.max(10).nullish(),
  merchantInvoiceNumber: optionalText.nullish(),
});
export type PaymentAnswer = z.infer<typeof paymentAnswer>;

/** Refund and refund status. */
export const refundAnswer = z.object({
  transactionStatus: text,
  refundTrxID: z.string().regex(/^[!-~]{1,64}$/),
  originalTrxID: optionalText.nullish(),
  amount: amount.nullish(),
  currency: optionalText.max(10).nullish(),
});

/** A business failure: HTTP 200 with `errorCode`, or `statusCode` as the system error and the URL product write it. */
export const failureAnswer = z
  .object({ errorCode: code.optional(), statusCode: code.optional() })
  .transform(({ errorCode, statusCode }) => errorCode ?? statusCode)
  .pipe(z.string().regex(/^\d{1,10}$/));
