import { createHmac } from "node:crypto";
import type { HostedPage } from "../payments.ts";

/** With one of these the customer comes back to the shop. A hint, no proof: the shop must ask (§11). */
export const CALLBACK_STATUSES = ["success", "failure", "cancel"] as const;
export type CallbackStatus = (typeof CALLBACK_STATUSES)[number];

const SIGNATURE_LENGTH = 10;

/**
 * Where the customer goes back to. bKash does not publish how it signs; this signature only has the shape of one, so
 * that a shop which demands to find it there finds it.
 */
export function callbackAddress(paymentID: string, page: HostedPage, status: CallbackStatus): string {
  const address = new URL(page.callbackURL);
  address.searchParams.set("paymentID", paymentID);
  address.searchParams.set("status", status);
  address.searchParams.set("signature", sign(`${paymentID}|${status}`, page.secret));
  return address.href;
}

const sign = (text: string, secret: string): string =>
  createHmac("sha256", secret).update(text).digest("base64url").slice(0, SIGNATURE_LENGTH);
