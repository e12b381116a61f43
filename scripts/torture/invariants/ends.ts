import type { Quiet } from "../calm-down.ts";
import type { Scene } from "../scene.ts";
import { WAITS_FOR_A_PERSON, type Evidence, type Finding } from "../evidence.ts";
import { refundableUntil, violation, type Rule, type Violation } from "./rule.ts";

/** I12: doubt ends, and so does everything that waits. */
function* everythingEnds(
  _scene: Scene,
  { payments, orders, unsent }: Evidence,
  quiet: Quiet,
): Generator<Violation> {
  if (unsent > 0) yield violation("I12", `${unsent} messages are still in the outbox`);
  for (const late of quiet.tooLongInDoubt)
    yield violation(
      "I12",
      `${late.invoiceNumber} was ${late.status} for ${Math.round(late.seconds)} s`,
      late,
    );
  for (const payment of payments)
    if (["NEW", "CREATED", "EXECUTING", "UNCERTAIN", "WATCH"].includes(payment.status) || payment.nextCheckAt)
      yield violation(
        "I12",
        `${payment.invoiceNumber} is still ${payment.status} when all is quiet`,
        payment,
      );
  for (const order of orders) {
    const isStuck = payments.some(({ orderId, status }) => orderId === order.id && status === "MISMATCH");
    if (order.status === "PENDING" && !isStuck)
      yield violation("I12", `${order.number} still holds its stock when all is quiet`, order);
  }
}

/** I13, as far as it is about words: whoever was told that no money was taken, had none taken. */
function* nobodyIsToldALie({ actors }: Scene, { books, payments }: Evidence): Generator<Violation> {
  for (const { view } of actors.shown) {
    const payment = payments.find(({ id }) => id === view.paymentId);
    const capture = books.captures.find(({ paymentID }) => paymentID === payment?.providerPaymentId);
    if (view.refusal && capture)
      yield violation("I13", `A page said that ${view.invoiceNumber} took no money`, view, capture);
    if (view.status === "COMPLETED" && !capture)
      yield violation("I13", `A page said that ${view.invoiceNumber} was paid`, view);
  }
}

/** What the nightly check of production finds, it finds here, too. */
function* theSelfCheckIsContent(
  _scene: Scene,
  { findings, payments, books }: Evidence,
  { endedAt }: Quiet,
): Generator<Violation> {
  // By bKash's books: the shop may have heard of the money days after it was taken.
  const isTooOld = ({ kind, subject }: Finding): boolean => {
    const payment = payments.find(({ invoiceNumber }) => invoiceNumber === subject);
    const capture = books.captures.find(({ paymentID }) => paymentID === payment?.providerPaymentId);
    return kind === WAITS_FOR_A_PERSON && !!capture && refundableUntil(capture.at) < endedAt;
  };
  for (const finding of findings.filter((found) => !isTooOld(found)))
    yield violation(finding.kind.split(":")[0] ?? "", `${finding.kind}: ${finding.subject}`, finding);
}

function* nothingScandalous({ world }: Scene): Generator<Violation> {
  for (const scandal of world.scandals) yield violation("scandal", scandal);
}

/** How it ends, what people were told on the way, and what production itself would say of it. */
export const END_RULES: readonly Rule[] = [
  everythingEnds,
  nobodyIsToldALie,
  theSelfCheckIsContent,
  nothingScandalous,
];
