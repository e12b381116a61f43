import type { Hono } from "hono";
import type { NodeEnv } from "../api/gateway.ts";
import { executeAnswer, queryAnswer } from "../api/wire.ts";
import { BLOCKED_WALLET, GOOD_WALLETS, POOR_WALLET, SANDBOX_OTP, SANDBOX_PIN } from "../bank.ts";
import { isRefusal, type Refusal } from "../errors.ts";
import type { Payment } from "../payments.ts";
import type { Simulator } from "../simulator.ts";
import { phraseWithStatusCode } from "../tokenized/phrase.ts";
import { executeAnswer as urlExecuteAnswer, statusAnswer } from "../tokenized/wire.ts";
import { reportPayment } from "./report.ts";
import { complain } from "./respond.ts";

const LISTED = 100;

/** What a person at the screen wants to know: the latest payments, what bKash would say now, what to configure. */
export function addOutlook(control: Hono<NodeEnv>, simulator: Simulator): void {
  const { payments, credentials } = simulator;
  const report = (payment: Payment) => reportPayment(payment, payments.isExpired(payment));
  control.get("/payments", (c) => c.json({ payments: payments.latest(LISTED).map(report) }));
  control.get("/payments/:id/outlook", (c) => {
    const payment = payments.find(c.req.param("id"));
    if (!payment) return complain(c, 404, "There is no such payment since the last reset.");
    return c.json({ payment: report(payment), ...outlookOf(simulator, payment) });
  });
  control.get("/credentials", (c) =>
    c.json({
      ...credentials,
      otp: SANDBOX_OTP,
      pin: SANDBOX_PIN,
      wallets: { good: GOOD_WALLETS, insufficientBalance: POOR_WALLET, debitBlocked: BLOCKED_WALLET },
    }),
  );
}

/** Nothing here changes the payment: asking what execute would say is not executing. Faults are not foreseen. */
function outlookOf(simulator: Simulator, payment: Payment) {
  const { payments, windowEvents } = simulator;
  const events = windowEvents.of(payment.paymentID);
  return {
    next: nextSteps(payment, payments.isExpired(payment)),
    wouldAnswer: answersNow(simulator, payment),
    window: events.map(({ at, step, code }) => ({ at: new Date(at).toISOString(), step, code })),
  };
}

/** In the words of the product that the payment belongs to. */
function answersNow(simulator: Simulator, payment: Payment) {
  const { settings, payments } = simulator;
  const { hosted } = payment;
  const isExpired = payments.isExpired(payment);
  const done = foreseenExecute(simulator, payment);
  if (!hosted) {
    return {
      execute: isRefusal(done) ? done : executeAnswer(done, settings),
      query: queryAnswer(payment, settings, isExpired),
    };
  }
  return {
    execute: phraseWithStatusCode(isRefusal(done) ? done : urlExecuteAnswer(done, hosted, settings)),
    query: phraseWithStatusCode(statusAnswer(payment, hosted, settings, isExpired, true)),
  };
}

// An execute that would succeed is shown as it would leave the payment, but for what only bKash can know yet.
function foreseenExecute({ payments, clock }: Simulator, payment: Payment): Payment | Refusal {
  const reason = payments.foreseeExecute(payment);
  if (reason) return reason;
  if (payment.trxID) return payment;
  const state = payment.intent === "sale" ? "completed" : "held";
  return { ...payment, state, trxID: "(a new trxID)", updatedAt: clock.now() };
}

function nextSteps(payment: Payment, isExpired: boolean): readonly string[] {
  if (isExpired) return ["create"];
  switch (payment.state) {
    case "open":
    case "cancelled":
      return ["window"];
    case "authorised":
      return ["execute"];
    case "executing":
      return ["query"];
    case "held":
      return ["capture", "void"];
    case "completed":
      return payment.refunded < payment.amount.inPoisha ? ["refund"] : [];
    case "declined":
    case "voided":
      return ["create"];
  }
}
