import { Hono } from "hono";
import { fieldsOf, textOf } from "../api/api-call.ts";
import type { NodeEnv } from "../api/gateway.ts";
import { takeCall } from "../api/take-call.ts";
import { asJson } from "../api/wire-answer.ts";
import { GOOD_WALLETS, SANDBOX_OTP, SANDBOX_PIN } from "../bank.ts";
import type { Simulator } from "../simulator.ts";
import { CheckoutWindow, codeOf, type WindowAnswer } from "./window.ts";
import type { WindowStep } from "./window-events.ts";

interface Step {
  readonly name: WindowStep;
  readonly field: string;
  readonly take: (window: CheckoutWindow, paymentID: string, entry: string) => WindowAnswer<object>;
}

// bKash's own paths are not public beyond the first (§8); these are this simulator's.
const STEPS: readonly Step[] = [
  { name: "wallet", field: "wallet", take: (window, id, wallet) => window.submitWallet(id, wallet) },
  { name: "app", field: "token", take: (window, id, token) => window.submitAppToken(id, token) },
  { name: "resend", field: "", take: (window, id) => window.resend(id) },
  { name: "otp", field: "otp", take: (window, id, code) => window.submitCode(id, code) },
  { name: "pin", field: "pin", take: (window, id, pin) => window.submitPin(id, pin) },
  { name: "cancel", field: "", take: (window, id) => window.cancel(id) },
];

/** The frame's own backend: HTTP 200 with statusCode "0000" or the code of what went wrong (§8). */
export function windowApi(simulator: Simulator): Hono<NodeEnv> {
  const window = new CheckoutWindow(simulator);
  const api = new Hono<NodeEnv>();
  api.get("/behaviour", (c) => {
    const { autoMode, autoModePauseMs, afterPinTwice, closesAfterPin } = simulator.settings;
    const entries = { phone_num: GOOD_WALLETS[0], otp_code: SANDBOX_OTP, pin_code: SANDBOX_PIN };
    return c.json({ autoMode, autoModePauseMs, entries, afterPinTwice, closesAfterPin });
  });
  for (const { name, field, take } of STEPS) {
    api.post(`/${name}`, async (c) => {
      const body = await c.req.text();
      const fields = fieldsOf(parsed(body));
      const paymentID = textOf(fields["paymentID"]);
      const payment = simulator.payments.find(paymentID);
      const operation = `window.${name}` as const;
      const target = { operation, paymentID, merchantInvoiceNumber: payment?.invoice };
      return takeCall(simulator, c, target, { body }, () => {
        const answer = take(window, paymentID, textOf(fields[field]));
        if (payment) simulator.windowEvents.note(simulator.clock.now(), paymentID, name, codeOf(answer));
        const said = answer.ok
          ? { statusCode: "0000", statusMessage: "Successful", ...answer.data }
          : { statusCode: answer.errorCode, statusMessage: answer.errorMessage };
        return {
          answer: asJson({ status: 200, body: said }),
          errorCode: answer.ok ? undefined : answer.errorCode,
        };
      });
    });
  }
  return api;
}

function parsed(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return null;
  }
}
