import type { RefundOutcome, RefundReceipt, RefundStatusOutcome } from "../../../payment-provider";
import { fromBkashAmount } from "../amount";
import type { HttpAnswer } from "../request";
import { isDefiniteRefundRefusal } from "../refund-codes";
import { failureCode, isOk, NO_SUCH_PAYMENT, unreadable } from "./translate";
import { refundAnswer } from "./wire";

/** What bKash says about refunds, as meaning. Pure. */

type Unknown = Extract<RefundOutcome, { kind: "unknown" }>;

/**
 * An answer to a refund that was sent. A code counts as a refusal only when it says without doubt that no money went back;
 * "already refunded" is a reason to ask, for it may be this very refund.
 */
export function translateRefund(answer: HttpAnswer): RefundOutcome {
  if (answer.kind === "none") return { kind: "unknown", cause: answer.cause };
  const failure = failureCode(answer);
  if (!failure) return readReceipt(answer);
  const isClear =
    isDefiniteRefundRefusal(failure) && isOk(answer.status) && readReceipt(answer).kind === "unknown";
  return isClear
    ? { kind: "refused", code: failure }
    : { kind: "unknown", code: failure, cause: `bKash answered ${failure}` };
}

/** An answer to the question about a refund. "Invalid Payment ID" is how bKash says that there is none. */
export function translateRefundStatus(answer: HttpAnswer): RefundStatusOutcome {
  if (answer.kind === "none") return { kind: "unknown", cause: answer.cause };
  const failure = failureCode(answer);
  if (!failure) return readReceipt(answer);
  const isClear =
    failure === NO_SUCH_PAYMENT && isOk(answer.status) && readReceipt(answer).kind === "unknown";
  return isClear
    ? { kind: "not refunded" }
    : { kind: "unknown", code: failure, cause: `bKash answered ${failure} to refund status` };
}

function readReceipt(answer: HttpAnswer & { kind: "json" }): RefundReceipt | Unknown {
  const read = refundAnswer.safeParse(answer.body);
  if (!isOk(answer.status) || !read.success) return { kind: "unknown", cause: unreadable(answer) };
  const { transactionStatus, refundTrxID, originalTrxID, amount, currency } = read.data;
  if (transactionStatus.toLowerCase() !== "completed")
    return { kind: "unknown", cause: `transactionStatus ${[...transactionStatus].slice(0, 40).join("")}` };
  return {
    kind: "refunded",
    refundTrxId: refundTrxID,
    amount: fromBkashAmount(amount ?? ""),
    trxId: originalTrxID || null,
    currency: currency || null,
  };
}
