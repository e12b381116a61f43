import type { Scene } from "../scene.ts";
import type { Evidence } from "../evidence.ts";
import { refundableUntil, violation, type Rule, type Violation } from "./rule.ts";

/** I6: what bKash gave back is what the shop knows to have given back: never more than it took, and once for a receipt. */
function* refundsAreKnown(
  { world }: Scene,
  { books, payments, refunds, orders }: Evidence,
): Generator<Violation> {
  for (const refund of refunds) {
    const payment = payments.find(({ id }) => id === refund.paymentId);
    const given = books.refunds.find(({ trxID }) => trxID === refund.refundTrxId);
    const name = `${payment?.invoiceNumber} #${refund.number}`;
    if (refund.status === "SUCCEEDED" && given?.amountInPoisha !== refund.amountInPoisha)
      yield violation("I6", `${name} SUCCEEDED, and bKash's books say otherwise`, refund, given);
    if (["REQUESTED", "SENDING", "UNKNOWN"].includes(refund.status))
      yield violation("I12", `${name} is still ${refund.status} when all is quiet`, refund);
  }
  for (const given of books.refunds) {
    const payment = payments.find(({ trxId }) => trxId === given.originalTrxID);
    const order = orders.find(({ id }) => id === payment?.orderId);
    const refund = refunds.find(({ refundTrxId }) => refundTrxId === given.trxID);
    if (refund?.status !== "SUCCEEDED" && order?.reviewReason !== "REFUND_UNKNOWN")
      yield violation(
        "I6",
        `bKash gave back money of ${payment?.invoiceNumber}, and no refund knows`,
        given,
        payment,
        ...refunds,
      );
  }
  for (const capture of books.captures) {
    const back = books.refunds.filter(({ originalTrxID }) => originalTrxID === capture.trxID);
    const sum = back.reduce((total, { amountInPoisha }) => total + amountInPoisha, 0);
    if (sum > capture.amountInPoisha || (world.weather.refundProfile === "once" && back.length > 1))
      yield violation(
        "I6",
        `More went back than may: ${back.length} refunds of ${capture.trxID}`,
        capture,
        ...back,
      );
  }
}

/** I6 and G15: no refund is sent again before bKash has said what became of the one before. */
function* noRefundIsSentBlindly({ line }: Scene): Generator<Violation> {
  const sent = Map.groupBy(
    line.sent.filter(({ operation }) => operation === "refund"),
    ({ paymentID }) => paymentID,
  );
  for (const [paymentID, sendings] of sent)
    for (const [index, sending] of sendings.entries()) {
      const before = sendings[index - 1];
      if (!before) continue;
      const wasAnswered = line.heard.some(
        (heard) =>
          heard.paymentID === paymentID &&
          heard.at >= before.at &&
          heard.at <= sending.at &&
          (heard.status === 401 || (heard.status === 200 && isClearOfRefund(heard.operation, heard.body))),
      );
      if (!wasAnswered)
        yield violation("I6", `A refund of ${paymentID} was sent again on a guess`, before, sending);
    }
}

/** A claim is made within the time, and sent within a minute or never. */
const SENT_WITHIN_MS = 60_000;

/** I6: what is too old for bKash to give back is a person's matter, and bKash is not asked for it. */
function* nothingTooOldIsSent({ line }: Scene, { payments }: Evidence): Generator<Violation> {
  for (const sending of line.sent.filter(({ operation }) => operation === "refund")) {
    const payment = payments.find(({ providerPaymentId }) => providerPaymentId === sending.paymentID);
    if (payment && sending.at > refundableUntil(payment.completedAt) + SENT_WITHIN_MS)
      yield violation("I6", `A refund of ${payment.invoiceNumber} was sent too late`, payment, sending);
  }
}

/** A receipt, a refusal, or "there is none". */
const isClearOfRefund = (operation: string, body: string): boolean =>
  operation === "refund"
    ? /"refundTrxID"|"errorCode":"20(0[126]|2[358]|3[35789]|4[01246]|56|65|7[1356789]|8[012])"/.test(body)
    : operation === "refundStatus" && /"refundTrxID"|"errorCode":"2002"/.test(body);

/** Money that goes back. */
export const REFUND_RULES: readonly Rule[] = [refundsAreKnown, noRefundIsSentBlindly, nothingTooOldIsSent];
