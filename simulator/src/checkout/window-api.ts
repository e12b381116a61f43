import { Hono } from "hono";
import { fieldsOf, textOf } from "../api/api-call.ts";
import type { NodeEnv } from "../api/gateway.ts";
import type { Simulator } from "../simulator.ts";
import { CheckoutWindow, type WindowAnswer } from "./window.ts";

type Step = (window: CheckoutWindow, paymentID: string, entry: string) => WindowAnswer<object>;

// bKash's own paths are not public beyond the first (§8); these are this simulator's.
const STEPS: Record<string, { field: string; take: Step }> = {
  "/wallet": { field: "wallet", take: (window, paymentID, entry) => window.submitWallet(paymentID, entry) },
  "/resend": { field: "", take: (window, paymentID) => window.resend(paymentID) },
  "/otp": { field: "otp", take: (window, paymentID, entry) => window.submitCode(paymentID, entry) },
  "/pin": { field: "pin", take: (window, paymentID, entry) => window.submitPin(paymentID, entry) },
  "/cancel": { field: "", take: (window, paymentID) => window.cancel(paymentID) },
};

/** The frame's own backend: HTTP 200 with statusCode "0000" or the code of what went wrong (§8). */
export function windowApi(simulator: Simulator): Hono<NodeEnv> {
  const window = new CheckoutWindow(simulator);
  const api = new Hono<NodeEnv>();
  for (const [path, { field, take }] of Object.entries(STEPS)) {
    api.post(path, async (c) => {
      const fields = fieldsOf(await c.req.json().catch(() => null));
      const answer = take(window, textOf(fields["paymentID"]), textOf(fields[field]));
      if (!answer.ok) return c.json({ statusCode: answer.errorCode, statusMessage: answer.errorMessage });
      return c.json({ statusCode: "0000", statusMessage: "Successful", ...answer.data });
    });
  }
  return api;
}
