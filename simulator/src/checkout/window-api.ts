import { Hono } from "hono";
import { fieldsOf, textOf } from "../api/api-call.ts";
import type { NodeEnv } from "../api/gateway.ts";
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
      const fields = fieldsOf(await c.req.json().catch(() => null));
      const paymentID = textOf(fields["paymentID"]);
      const answer = take(window, paymentID, textOf(fields[field]));
      if (simulator.payments.find(paymentID)) {
        simulator.windowEvents.note(simulator.clock.now(), paymentID, name, codeOf(answer));
      }
      if (!answer.ok) return c.json({ statusCode: answer.errorCode, statusMessage: answer.errorMessage });
      return c.json({ statusCode: "0000", statusMessage: "Successful", ...answer.data });
    });
  }
  return api;
}
