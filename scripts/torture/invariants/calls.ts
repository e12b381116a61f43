import type { Scene } from "../scene.ts";
import type { Evidence } from "../evidence.ts";
import { violation, type Rule, type Violation } from "./rule.ts";

const MINUTE_MS = 60_000;

/** I5: bKash blocks whoever asks for tokens more than twice in an hour. */
function* tokensAreAskedForRarely(_scene: Scene, { calls }: Evidence): Generator<Violation> {
  const asked = calls.filter(({ operation }) => operation === "grant" || operation === "refresh");
  for (const [index, last] of asked.entries()) {
    const first = asked[index - 2];
    if (first && Date.parse(last.at) - Date.parse(first.at) < 60 * MINUTE_MS)
      yield violation("I5", "three token calls within an hour", first, asked[index - 1], last);
  }
}

/** I8: execute reaches bKash once, twice only after a 401, and never unless the shopper asked for it. */
function* executeIsSentOnce({ actors, line }: Scene, { calls, payments }: Evidence): Generator<Violation> {
  const executes = Map.groupBy(
    calls.filter(({ operation }) => operation === "execute"),
    ({ paymentID }) => paymentID,
  );
  for (const [paymentID, sent] of executes) {
    const payment = payments.find(({ providerPaymentId }) => providerPaymentId === paymentID);
    if (!actors.payments.some((known) => known.paymentID === paymentID && known.isExecuteWanted))
      yield violation(
        "I8",
        `${payment?.invoiceNumber} was executed, and no shopper asked for it`,
        payment,
        ...sent,
      );
    const processed = sent.filter(({ status }) => status !== 401);
    const refused = line.heard.filter(
      (heard) => heard.operation === "execute" && heard.paymentID === paymentID && heard.status === 401,
    );
    if (processed.length > 1 || sent.length > 1 + refused.length)
      yield violation("I8", `${payment?.invoiceNumber} was executed ${sent.length} times`, payment, ...sent);
  }
}

/** I10: bKash is not asked about a payment whose execute it has answered. */
function* nobodyAsksAfterAnAnswer(
  _scene: Scene,
  { payments, events, calls }: Evidence,
): Generator<Violation> {
  for (const payment of payments) {
    const settled = events.find(
      ({ paymentId, from, to, source }) =>
        paymentId === payment.id && source === "execute" && from === "EXECUTING" && to !== "UNCERTAIN",
    );
    const asked = calls.filter(
      ({ operation, paymentID }) => operation === "query" && paymentID === payment.providerPaymentId,
    );
    if (settled && asked.length > 0)
      yield violation(
        "I10",
        `${payment.invoiceNumber} was settled by execute, and asked about ${asked.length} times`,
        settled,
        ...asked,
      );
  }
}

/** What bKash was called for, by its own log. */
export const CALL_RULES: readonly Rule[] = [
  tokensAreAskedForRarely,
  executeIsSentOnce,
  nobodyAsksAfterAnAnswer,
];
