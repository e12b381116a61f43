import type { Hono } from "hono";
import type { NodeEnv } from "../api/gateway.ts";
import { executeAnswer, queryAnswer } from "../api/wire.ts";
import { BLOCKED_WALLET, GOOD_WALLETS, POOR_WALLET, SANDBOX_OTP, SANDBOX_PIN } from "../bank.ts";
import type { Payment } from "../payments.ts";
import type { Simulator } from "../simulator.ts";
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
  const { payments, settings, windowEvents } = simulator;
  const events = windowEvents.of(payment.paymentID);
  return {
    next: nextSteps(payment, payments.isExpired(payment)),
    wouldAnswer: {
      execute: foreseenExecute(simulator, payment),
      query: queryAnswer(payment, settings, payments.isExpired(payment)),
    },
    window: events.map(({ at, step, code }) => ({ at: new Date(at).toISOString(), step, code })),
  };
}

// An execute that would succeed is shown as the answer that it would give, but for what only bKash can know yet.
function foreseenExecute({ payments, settings, clock }: Simulator, payment: Payment): object {
  const reason = payments.foreseeExecute(payment);
  if (reason) return reason;
  if (payment.trxID) return executeAnswer(payment, settings);
  const state = payment.intent === "sale" ? "completed" : "held";
  return executeAnswer({ ...payment, state, trxID: "(a new trxID)", updatedAt: clock.now() }, settings);
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
