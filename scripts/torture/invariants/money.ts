import type { Scene } from "../scene.ts";
import type { Evidence, PaymentRow, RefundRow } from "../evidence.ts";
import { CAPTURED, violation, type Rule, type Violation } from "./rule.ts";

const PAID = ["PAID", "PARTIALLY_REFUNDED", "REFUNDED"];

/** I1: all money that bKash took belongs to a payment that knows it, and that its order or a person knows of. */
function* everyCaptureIsBooked(
  _scene: Scene,
  { books, payments, orders, refunds }: Evidence,
): Generator<Violation> {
  for (const capture of books.captures) {
    const payment = payments.find(({ providerPaymentId }) => providerPaymentId === capture.paymentID);
    if (!payment) {
      yield violation(
        "I1",
        `bKash took money for ${capture.merchantInvoiceNumber}, of which no payment knows`,
        capture,
      );
      continue;
    }
    const order = orders.find(({ id }) => id === payment.orderId);
    if (!CAPTURED.includes(payment.status))
      yield violation(
        "I1",
        `${payment.invoiceNumber} is ${payment.status}, and bKash took its money`,
        capture,
        payment,
        order,
      );
    else if (payment.status !== "COMPLETED" && !order?.reviewReason && !isGivenBack(payment, refunds))
      yield violation(
        "I1",
        `${payment.invoiceNumber} is ${payment.status}, and nobody is told`,
        payment,
        order,
      );
  }
}

const isGivenBack = (payment: PaymentRow, refunds: readonly RefundRow[]): boolean =>
  refunds
    .filter(({ paymentId, status }) => paymentId === payment.id && status === "SUCCEEDED")
    .reduce((sum, { amountInPoisha }) => sum + amountInPoisha, 0) >= payment.amountInPoisha;

/** I2, and the order's half of I3. */
function* oneCompletedPaymentPaysAnOrder(
  _scene: Scene,
  { orders, payments }: Evidence,
): Generator<Violation> {
  for (const order of orders) {
    const completed = payments.filter(
      ({ orderId, status }) => orderId === order.id && status === "COMPLETED",
    );
    if (completed.length > 1)
      yield violation("I2", `${order.number} was paid by ${completed.length} payments`, order, ...completed);
    const isPaid = PAID.includes(order.status);
    if (isPaid !== (completed.length === 1))
      yield violation(
        "I3",
        `${order.number} is ${order.status} with ${completed.length} completed payments`,
        order,
        ...completed,
      );
    if (isPaid && order.paidPaymentId !== completed[0]?.id)
      yield violation(
        "I3",
        `${order.number} names another payment than the one that paid it`,
        order,
        ...completed,
      );
    if (isPaid && completed[0]?.amountInPoisha !== order.payNowInPoisha)
      yield violation("I3", `${order.number} was paid by another amount than it says`, order, ...completed);
  }
}

/** The payment's half of I3: what it says is what bKash has in its books, and bKash's own words said so. */
function* whatIsCompletedIsCaptured({ line }: Scene, { payments, books }: Evidence): Generator<Violation> {
  for (const payment of payments.filter(({ status }) => CAPTURED.includes(status))) {
    const words = line.heard
      .filter((heard) => heard.paymentID === payment.providerPaymentId)
      .map(({ body }) => readCompleted(body))
      .filter((word) => word !== undefined);
    const isRight = words.some((word) => equals(word, payment));
    const isWrong = words.some((word) => !equals(word, payment));
    if (payment.status === "MISMATCH") {
      if (!isWrong)
        yield violation(
          "I3",
          `${payment.invoiceNumber} is MISMATCH, and every word of bKash's fits`,
          payment,
          ...words,
        );
      continue;
    }
    if (!isRight)
      yield violation(
        "I3",
        `${payment.invoiceNumber} is ${payment.status}, and no word of bKash's fits it`,
        payment,
        ...words,
      );
    const capture = books.captures.find(({ paymentID }) => paymentID === payment.providerPaymentId);
    if (
      capture?.amountInPoisha !== payment.amountInPoisha ||
      capture.merchantInvoiceNumber !== payment.invoiceNumber ||
      capture.trxID !== payment.trxId
    )
      yield violation(
        "I3",
        `${payment.invoiceNumber} is ${payment.status}, and bKash's books say otherwise`,
        payment,
        capture,
      );
  }
}

interface CompletedWord {
  paymentID?: string;
  trxID?: string;
  amount?: string;
  currency?: string;
  merchantInvoiceNumber?: string;
}

function readCompleted(body: string): CompletedWord | undefined {
  try {
    const fields = JSON.parse(body) as CompletedWord & {
      transactionStatus?: string;
    };
    return fields.transactionStatus === "Completed" && body.length < 60_000 ? fields : undefined;
  } catch {
    return undefined;
  }
}

const equals = (word: CompletedWord, payment: PaymentRow): boolean =>
  Math.round(Number(word.amount) * 100) === payment.amountInPoisha &&
  word.currency === payment.currency &&
  word.merchantInvoiceNumber === payment.invoiceNumber &&
  word.paymentID === payment.providerPaymentId;

/** I4: what was there at the beginning is still there, held or sold; what is cancelled holds nothing. */
function* stockAddsUp({ articles }: Scene, { orders, lines, variants }: Evidence): Generator<Violation> {
  const kept = new Set(orders.filter(({ status }) => status !== "CANCELLED").map(({ id }) => id));
  for (const { id, sku, stock } of articles) {
    const free = variants.find((variant) => variant.id === id)?.stock ?? 0;
    const taken = lines
      .filter(({ variantId, orderId }) => variantId === id && kept.has(orderId))
      .reduce((sum, { quantity }) => sum + quantity, 0);
    if (free < 0 || free + taken !== stock)
      yield violation(
        "I4",
        `${sku}: ${stock} at first, now ${free} free and ${taken} held or sold`,
        ...orders,
      );
  }
}

/** I7: the shop's books say of every payment and refund what bKash's say; those that bKash lied about are a person's. */
function* booksAgree(_scene: Scene, { ledger, payments, refunds, books }: Evidence): Generator<Violation> {
  const inWallet = (ref: string): number =>
    ledger
      .filter((entry) => entry.ref === ref && entry.account === "wallet")
      .reduce((sum, entry) => sum + entry.amountInPoisha, 0);
  for (const payment of payments.filter(({ status }) => status !== "MISMATCH")) {
    const capture = books.captures.find(({ paymentID }) => paymentID === payment.providerPaymentId);
    if (inWallet(payment.id) !== (capture?.amountInPoisha ?? 0))
      yield violation(
        "I7",
        `${payment.invoiceNumber} (${payment.status}) is booked otherwise than at bKash`,
        payment,
        capture,
        ...ledger,
      );
  }
  for (const refund of refunds) {
    const given = books.refunds.find(({ trxID }) => trxID === refund.refundTrxId);
    if (inWallet(refund.id) !== -(given?.amountInPoisha ?? 0))
      yield violation(
        "I7",
        `a refund (${refund.status}) is booked otherwise than at bKash`,
        refund,
        given,
        ...ledger,
      );
  }
}

/** Orders, payments, stock and books beside bKash's own books. */
export const MONEY_RULES: readonly Rule[] = [
  everyCaptureIsBooked,
  oneCompletedPaymentPaysAnOrder,
  whatIsCompletedIsCaptured,
  stockAddsUp,
  booksAgree,
];
