import type { CreateOutcome, PaymentOutcome, WalletRecord } from "../../../payment-provider";
import { fromBkashAmount } from "../amount";
import { isDefiniteRefusal } from "../error-codes";
import type { HttpAnswer } from "../request";
import { createAnswer, failureAnswer, paymentAnswer, type PaymentAnswer } from "./wire";

/** bKash's language stops here: an HTTP answer goes in, a meaning comes out. Pure. */

export function translateCreate(answer: HttpAnswer): CreateOutcome {
  if (answer.kind === "none") return { kind: "unknown", cause: answer.cause };
  const failure = failureCode(answer);
  if (failure) return { kind: "refused", code: failure };
  const read = createAnswer.safeParse(answer.body);
  if (!isOk(answer.status) || !read.success) return { kind: "unknown", cause: unreadable(answer) };
  return {
    kind: "created",
    providerPaymentId: read.data.paymentID,
    amount: fromBkashAmount(read.data.amount),
    currency: read.data.currency,
    invoiceNumber: read.data.merchantInvoiceNumber,
    windowData: read.data,
  };
}

/**
 * An answer to execute. A code counts as a refusal only when it says without doubt that no money moved; everything else,
 * "already completed" included, is a reason to ask.
 */
export function translateExecute(answer: HttpAnswer): PaymentOutcome {
  if (answer.kind === "none") return { kind: "unknown", cause: answer.cause };
  const failure = failureCode(answer);
  if (!failure) return translatePayment(answer);
  const isClear = isDefiniteRefusal(failure) && isOk(answer.status) && !saysYes(answer);
  return isClear
    ? { kind: "refused", code: failure }
    : { kind: "unknown", code: failure, cause: `bKash answered ${failure}` };
}

/** "Invalid Payment ID" (developer.bka.sh, Error Codes): in answer to query, bKash knows no such payment. */
export const NO_SUCH_PAYMENT = "2002";

/** An answer to query. A failure code is about the question, not about the payment, so it decides nothing. */
export function translateQuery(answer: HttpAnswer): PaymentOutcome {
  if (answer.kind === "none") return { kind: "unknown", cause: answer.cause };
  const failure = failureCode(answer);
  if (failure === NO_SUCH_PAYMENT && isOk(answer.status) && !saysYes(answer))
    return { kind: "gone", code: failure };
  if (failure) return { kind: "unknown", code: failure, cause: `bKash answered ${failure} to query` };
  return translatePayment(answer);
}

/**
 * The code in an answer to capture or void, or null. These answers carry neither amount nor invoice number
 * (developer.bka.sh, Capture and Void), so nobody settles a payment by them.
 */
export const refusalIn = (answer: HttpAnswer): string | null =>
  answer.kind === "none" ? null : (failureCode(answer) ?? null);

function translatePayment(answer: HttpAnswer & { kind: "json" }): PaymentOutcome {
  const read = paymentAnswer.safeParse(answer.body);
  if (!isOk(answer.status) || !read.success) return { kind: "unknown", cause: unreadable(answer) };
  return meaningOf(read.data);
}

/** Beside a refusal this makes a contradiction, and that is no answer. */
const saysYes = (answer: HttpAnswer & { kind: "json" }): boolean =>
  ["completed", "authorised"].includes(translatePayment(answer).kind);

function meaningOf(payment: PaymentAnswer): PaymentOutcome {
  switch (payment.transactionStatus.toLowerCase()) {
    case "completed":
      if (!payment.trxID) return { kind: "unknown", cause: "Completed without trxID" };
      return {
        kind: "completed",
        trxId: payment.trxID,
        ...recordOf(payment),
      };
    case "authorized":
      return { kind: "authorised", ...recordOf(payment) };
    case "initiated":
      return { kind: "pending" };
    case "expired":
    case "cancelled":
    case "declined":
      return { kind: "refused", code: payment.transactionStatus };
    default:
      return {
        kind: "unknown",
        cause: `transactionStatus ${[...payment.transactionStatus].slice(0, 40).join("")}`,
      };
  }
}

/** "System is undergoing maintenance" (developer.bka.sh, Error Codes). */
const MAINTENANCE = "503";

/** Why this is no answer of a bKash that works; null when it is one, a refusal included. */
export function troubleIn(answer: HttpAnswer): string | null {
  if (answer.kind === "none") return answer.cause;
  if (answer.status === 401) return "bKash rejects our token, and no other can be had";
  if (answer.status === 429 || answer.status >= 500) return `bKash answers HTTP ${answer.status}`;
  return failureCode(answer) === MAINTENANCE ? "bKash is undergoing maintenance" : null;
}

const recordOf = (payment: PaymentAnswer): WalletRecord => ({
  amount: fromBkashAmount(payment.amount ?? ""),
  currency: payment.currency ?? "",
  invoiceNumber: payment.merchantInvoiceNumber ?? "",
  providerPaymentId: payment.paymentID,
});

/** The code of a business failure, if the answer is one. */
export function failureCode(answer: HttpAnswer & { kind: "json" }): string | undefined {
  const read = failureAnswer.safeParse(answer.body);
  return read.success && read.data !== "0000" ? read.data : undefined;
}

export const isOk = (status: number): boolean => status >= 200 && status < 300;

export const unreadable = ({ status }: HttpAnswer & { kind: "json" }): string =>
  `HTTP ${status} with an unexpected body`;
