import { textOf } from "../api/api-call.ts";
import { SANDBOX_OTP, SANDBOX_PIN } from "../bank.ts";
import { CheckoutWindow, codeOf, type WindowAnswer } from "../checkout/window.ts";
import type { WindowStep } from "../checkout/window-events.ts";
import type { Simulator } from "../simulator.ts";

export type Authorised = { ok: true } | { ok: false; errorCode: string; error: string };

const FIELDS = ["wallet", "otp", "pin"];

/**
 * Walks through the customer's window without a browser: same steps, same refusals. A wrong otp or pin counts as in
 * the window.
 */
export function authorisePayment(
  simulator: Simulator,
  paymentID: string,
  entries: Record<string, unknown>,
): Authorised {
  const stranger = Object.keys(entries).find((name) => !FIELDS.includes(name));
  if (stranger) return refused("-", `There is no field "${stranger}". The fields are: ${FIELDS.join(", ")}.`);
  const window = new CheckoutWindow(simulator);
  const steps: readonly (readonly [WindowStep, () => WindowAnswer<object>])[] = [
    ["wallet", () => window.submitWallet(paymentID, textOf(entries["wallet"]))],
    ["otp", () => window.submitCode(paymentID, textOf(entries["otp"] ?? SANDBOX_OTP))],
    ["pin", () => window.submitPin(paymentID, textOf(entries["pin"] ?? SANDBOX_PIN))],
  ];
  for (const [step, take] of steps) {
    const answer = take();
    simulator.windowEvents.note(simulator.clock.now(), paymentID, step, codeOf(answer));
    if (!answer.ok) return refused(answer.errorCode, `The window refused: ${answer.errorMessage}.`);
  }
  return { ok: true };
}

const refused = (errorCode: string, error: string): Authorised => ({ ok: false, errorCode, error });
