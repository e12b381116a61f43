import { z } from "zod";

/** bKash's JSON as it comes over the wire. Only here do its own spellings occur. Everything else sees meaning. */

/** Codes are text in bKash's own samples and numbers in some servers. */
const code = z.union([z.string(), z.number().int()]).transform(String);
const text = z.string().min(1).max(255);
const amount = z.union([z.string().max(20), z.number()]);

export const createAnswer = z.looseObject({
  paymentID: z.string().regex(/^[0-9A-Za-z]{1,64}$/),
  transactionStatus: text,
  amount,
  currency: text,
  merchantInvoiceNumber: text,
});

/** Execute and query. Status stays open: bKash may add words, and an unknown word must not crash a paid order. */
export const paymentAnswer = z.object({
  paymentID: text,
  transactionStatus: text,
  trxID: z.string().max(64).nullish(),
  amount: amount.nullish(),
  currency: z.string().max(10).nullish(),
  merchantInvoiceNumber: z.string().max(255).nullish(),
});
export type PaymentAnswer = z.infer<typeof paymentAnswer>;

/** A business failure: HTTP 200 with `errorCode`, or `statusCode` as the system error and the URL product write it. */
export const failureAnswer = z
  .object({ errorCode: code.optional(), statusCode: code.optional() })
  .transform(({ errorCode, statusCode }) => errorCode ?? statusCode)
  .pipe(z.string().regex(/^\d{1,10}$/));
