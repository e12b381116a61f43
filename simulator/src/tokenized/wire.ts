import { statusWord } from "../api/wire.ts";
import type { Capture, RefundEntry } from "../bank.ts";
import { formatTime } from "../formats.ts";
import { formatTaka } from "../money.ts";
import type { HostedPage, Payment } from "../payments.ts";
import type { Settings } from "../settings.ts";
import { callbackAddress } from "./callback.ts";

const MODE = "0011";
/** Where the hosted page lives on this simulator. */
export const HOSTED_PATH = "/checkout/url";

/** Answer of create (§11). The page's address carries a secret beside the paymentID, like bKash's. */
export function createAnswer(payment: Payment, page: HostedPage, settings: Settings, origin: string) {
  const query = new URLSearchParams({ paymentId: payment.paymentID, hash: page.secret, mode: MODE });
  return {
    paymentID: payment.paymentID,
    bkashURL: `${origin}${HOSTED_PATH}?${query}&apiVersion=v1.2.0-beta/`,
    callbackURL: page.callbackURL,
    successCallbackURL: callbackAddress(payment.paymentID, page, "success"),
    failureCallbackURL: callbackAddress(payment.paymentID, page, "failure"),
    cancelledCallbackURL: callbackAddress(payment.paymentID, page, "cancel"),
    amount: payment.amount.text,
    intent: payment.intent,
    currency: "BDT",
    paymentCreateTime: formatTime(payment.createdAt, settings.timeZone),
    transactionStatus: "Initiated",
    merchantInvoiceNumber: payment.invoice,
  };
}

/** Answer of execute (§11). */
export const executeAnswer = (payment: Payment, page: HostedPage, settings: Settings) => ({
  paymentID: payment.paymentID,
  payerReference: page.payerReference,
  customerMsisdn: payment.wallet ?? "",
  trxID: payment.trxID ?? "",
  amount: payment.amount.text,
  transactionStatus: statusWord(payment, settings, false),
  paymentExecuteTime: formatTime(payment.updatedAt, settings.timeZone),
  currency: "BDT",
  intent: payment.intent,
  merchantInvoiceNumber: payment.invoice,
});

/** Answer of payment/status: the invoice is `merchantInvoice` here; the verification word goes by two names (§11). */
export function statusAnswer(
  payment: Payment,
  page: HostedPage,
  settings: Settings,
  isExpired: boolean,
  seesExecute: boolean,
) {
  const executed = executeAnswer(payment, page, settings);
  const isExecuted = payment.trxID !== undefined && seesExecute;
  const verified = payment.wallet === undefined ? "Incomplete" : "Complete";
  return {
    paymentID: payment.paymentID,
    mode: MODE,
    paymentCreateTime: formatTime(payment.createdAt, settings.timeZone),
    amount: payment.amount.text,
    currency: "BDT",
    intent: payment.intent,
    merchantInvoice: payment.invoice,
    transactionStatus: seesExecute ? statusWord(payment, settings, isExpired) : "Initiated",
    verificationStatus: verified,
    userVerificationStatus: verified,
    payerReference: page.payerReference,
    ...(isExecuted && {
      paymentExecuteTime: executed.paymentExecuteTime,
      trxID: executed.trxID,
      customerMsisdn: executed.customerMsisdn,
    }),
  };
}

/** Answer of refund v2 (§11). */
export const refundAnswer = (
  entry: RefundEntry,
  capture: Capture,
  sku: string,
  reason: string,
  settings: Settings,
) => ({
  originalTrxId: entry.originalTrxID,
  refundTrxId: entry.trxID,
  refundTransactionStatus: "Completed",
  originalTrxAmount: formatTaka(capture.amountInPoisha),
  refundAmount: formatTaka(entry.amountInPoisha),
  currency: "BDT",
  completedTime: formatTime(entry.at, settings.timeZone),
  sku,
  reason,
});

/** Answer of refund status v2: every refund of the payment, oldest first (§11). */
export const refundStatusAnswer = (
  entries: readonly RefundEntry[],
  capture: Capture,
  settings: Settings,
) => ({
  originalTrxId: capture.trxID,
  originalTrxAmount: formatTaka(capture.amountInPoisha),
  originalTrxCompletedTime: formatTime(capture.at, settings.timeZone),
  refundTransactions: entries.map((entry) => ({
    refundTrxId: entry.trxID,
    refundTransactionStatus: "Completed",
    refundAmount: formatTaka(entry.amountInPoisha),
    completedTime: formatTime(entry.at, settings.timeZone),
  })),
});
