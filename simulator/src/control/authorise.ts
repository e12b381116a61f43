import { textOf } from "../api/api-call.ts";
import { SANDBOX_OTP, SANDBOX_PIN } from "../bank.ts";
import { CheckoutWindow, type WindowAnswer } from "../checkout/window.ts";
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
  const steps: readonly (() => WindowAnswer<object>)[] = [
    () => window.submitWallet(paymentID, textOf(entries["wallet"])),
    () => window.submitCode(paymentID, textOf(entries["otp"] ?? SANDBOX_OTP)),
    () => window.submitPin(paymentID, textOf(entries["pin"] ?? SANDBOX_PIN)),
  ];
  for (const take of steps) {
    const answer = take();
    if (!answer.ok) return refused(answer.errorCode, `The window refused: ${answer.errorMessage}.`);
  }
  return { ok: true };
}

const refused = (errorCode: string, error: string): Authorised => ({ ok: false, errorCode, error });
