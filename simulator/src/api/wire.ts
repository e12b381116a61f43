import type { Capture, RefundEntry } from "../bank.ts";
import type { Payout, Transfer } from "../disbursements.ts";
import { formatTime } from "../formats.ts";
import { formatTaka, type Poisha } from "../money.ts";
import type { Payment } from "../payments.ts";
import type { Settings } from "../settings.ts";

/** The merchant's number in search, balance and webhooks (§4.7). */
export const SHORT_CODE = "50011";

/** The status word that query and execute use for a payment (§5). */
export function statusWord(payment: Payment, settings: Settings, isExpired: boolean): string {
  if (isExpired) return "Expired";
  switch (payment.state) {
    case "completed":
      return "Completed";
    case "held":
      return "Authorized";
    case "voided":
      return "Cancelled";
    case "declined":
      return settings.declinedStatus;
    case "cancelled":
      return settings.cancelledStatus;
    case "open":
    case "authorised":
    case "executing":
      return "Initiated";
  }
}

/** Answer of create (§4.1). */
export function createAnswer(payment: Payment, settings: Settings, origin: string) {
  return {
    paymentID: payment.paymentID,
    createTime: formatTime(payment.createdAt, settings.timeZone),
    orgLogo: `${origin}/checkout/2/merchant-logo.svg`,
    orgName: settings.orgName,
    transactionStatus: "Initiated",
    amount: payment.amount.text,
    currency: "BDT",
    intent: payment.intent,
    merchantInvoiceNumber: payment.invoice,
    ...(payment.hash && { hash: payment.hash }),
  };
}

/** Answer of execute (§4.2). */
export function executeAnswer(payment: Payment, settings: Settings) {
  return {
    paymentID: payment.paymentID,
    createTime: formatTime(payment.createdAt, settings.timeZone),
    updateTime: formatTime(payment.updatedAt, settings.timeZone),
    trxID: payment.trxID ?? "",
    transactionStatus: statusWord(payment, settings, false),
    amount: payment.amount.text,
    currency: "BDT",
    intent: payment.intent,
    merchantInvoiceNumber: payment.invoice,
  };
}

/** Answer of query: the fields of execute plus refundAmount; before execute without trxID and updateTime (§4.3). */
export function queryAnswer(
  payment: Payment,
  settings: Settings,
  isExpired: boolean,
  pretendInitiated = false,
) {
  const full = executeAnswer(payment, settings);
  const status = pretendInitiated ? "Initiated" : statusWord(payment, settings, isExpired);
  const answer = { ...full, transactionStatus: status, refundAmount: formatTaka(payment.refunded) };
  if (payment.trxID !== undefined && !pretendInitiated) return answer;
  const { trxID: _trxID, updateTime: _updateTime, ...unexecuted } = answer;
  return settings.unexecutedFields === "omitted" ? unexecuted : { ...unexecuted, trxID: "", updateTime: "" };
}

/** Answer of capture and void (§4.5). */
export function captureAnswer(payment: Payment, settings: Settings) {
  const { paymentID, createTime, updateTime, trxID, transactionStatus } = executeAnswer(payment, settings);
  return { paymentID, createTime, updateTime, trxID, transactionStatus };
}

/** Answer of search: neither paymentID nor invoice (§4.4). */
export function searchAnswer(found: Capture | RefundEntry | Transfer | Payout, settings: Settings) {
  return {
    completedTime: formatTime(found.at, settings.timeZone),
    currency: "BDT",
    organizationShortCode: SHORT_CODE,
    transactionStatus: "Completed",
    trxID: found.trxID,
    ...searchDetails(found, settings),
  };
}

// The words for payments, refunds and transfers are known; the one for payouts is this simulator's own.
function searchDetails(found: Capture | RefundEntry | Transfer | Payout, settings: Settings) {
  const startedAt = formatTime("startedAt" in found ? found.startedAt : found.at, settings.timeZone);
  const describe = (
    amount: string,
    transactionType: string,
    transactionReference: string,
    wallet: string,
  ) => ({
    amount,
    initiationTime: startedAt,
    transactionType,
    transactionReference,
    customerMsisdn: wallet,
  });
  if ("reference" in found) return describe(found.amount, "Payment", found.reference, found.wallet);
  if ("originalTrxID" in found) {
    return describe(formatTaka(found.amountInPoisha), "Refund", found.originalTrxID, found.wallet);
  }
  if ("type" in found) return describe(found.amount.text, "Intra Account Transfer", "", "");
  return describe(found.amount.text, "B2C Payment", found.invoice, found.receiver);
}

/** Answer of refund and of refund status (§4.6). */
export function refundAnswer(entry: RefundEntry, settings: Settings) {
  return {
    completedTime: formatTime(entry.at, settings.timeZone),
    transactionStatus: "Completed",
    originalTrxID: entry.originalTrxID,
    refundTrxID: entry.trxID,
    amount: formatTaka(entry.amountInPoisha),
    currency: "BDT",
    charge: "0.00",
  };
}

/** Answer of organizationBalance: the collection account, then the disbursement account (§4.7). */
export function balanceAnswer(collection: Poisha, disbursement: Poisha, at: number, settings: Settings) {
  const account = (accountTypeName: string, balance: Poisha) => ({
    accountHolderName: `${SHORT_CODE} - ${settings.orgName}`,
    accountStatus: "Active",
    accountTypeName,
    availableBalance: formatTaka(balance),
    currency: "BDT",
    currentBalance: formatTaka(balance),
    updateTime: formatTime(at, settings.timeZone),
  });
  return {
    organizationBalance: [
      account("Organization eMoney Account", collection),
      account("Organization Disbursement eMoney Account", disbursement),
    ],
  };
}
