import { createHash } from "node:crypto";
import {
  WALLET_DEADLINE_MS,
  type PaymentIntent,
  type PaymentMode,
  type PaymentProvider,
  type RefundProfile,
} from "../../../payment-provider";
import type { WalletCallObserver } from "../../../wallet-calls";
import type { OpenTokenStore } from "../../../wallet-tokens";
import { toBkashAmount } from "../amount";
import { bkashEnvironment } from "../environment";
import { explainRefusal } from "../error-codes";
import { explainRefund } from "../refund-codes";
import { observedCalls } from "../observed-call";
import type { HttpAnswer } from "../request";
import { bkashTokenCalls, type BkashCredentials } from "../token";
import { translateRefund, translateRefundStatus } from "./translate-refund";
import { refusalIn, translateCreate, translateExecute, translateQuery } from "./translate";

/** A claim is left alone for 75 s: the second try must begin early enough to end within that. */
const RESEND_WITHIN_MS = 40_000;

/** Longer texts are refused with 2075 and 2076 (developer.bka.sh, Error Codes). */
const LONGEST_REFUND_TEXT = 255;
const fit = (text: string): string => [...text].slice(0, LONGEST_REFUND_TEXT).join("");

/** Refunds work up to 15 days after the payment (bKash's own WooCommerce plugin). */
const REFUND_DAYS = 15;

/** bKash Checkout (iFrame), API v1.2.0-beta. */
export function bkashCheckout({
  mode,
  intent,
  credentials,
  simulatorPort,
  refundProfile,
  openTokenStore,
  observer,
}: {
  mode: PaymentMode;
  intent: PaymentIntent;
  credentials: BkashCredentials;
  simulatorPort: number;
  refundProfile: RefundProfile;
  openTokenStore: OpenTokenStore;
  observer: WalletCallObserver;
}): PaymentProvider {
  const { api, script, frameOrigin } = bkashEnvironment(mode, simulatorPort);
  const who = createHash("sha256")
    .update(`${credentials.username}\n${credentials.appKey}`)
    .digest("hex")
    .slice(0, 16);
  const callJson = observedCalls(observer);
  const tokens = openTokenStore(`bkash:${mode}:${who}`, bkashTokenCalls(api, credentials, callJson));

  /** A signed call. After a 401, which says "not processed", a newer token is got and the call is sent once more. */
  const call = async (
    method: "GET" | "POST",
    path: string,
    { body, deadlineMs = WALLET_DEADLINE_MS }: { body?: Record<string, unknown>; deadlineMs?: number } = {},
  ): Promise<HttpAnswer> => {
    const send = (token: string) =>
      callJson({
        method,
        url: `${api}/payment/${path}`,
        headers: { authorization: token, "x-app-key": credentials.appKey },
        deadlineMs,
        ...(body ? { body } : {}),
      });
    const startedAt = Date.now();
    const held = await tokens.current();
    const answer = await send(held.token);
    if (answer.kind === "none" || answer.status !== 401) return answer;
    const renewed = await tokens.replace(held.version).catch(() => undefined);
    // Late, others may have begun to ask about this payment, or to pay the order with another.
    return renewed && Date.now() - startedAt < RESEND_WITHIN_MS ? send(renewed.token) : answer;
  };

  return {
    name: "bkash",
    mode,
    intent,
    window: { script, frameOrigin },
    ready: async () => void (await tokens.current()),
    create: async ({ amount, invoiceNumber }) =>
      translateCreate(
        await call("POST", "create", {
          body: {
            amount: toBkashAmount(amount),
            currency: "BDT",
            intent,
            merchantInvoiceNumber: invoiceNumber,
            merchantAssociationInfo: "",
          },
        }),
      ),
    execute: async (paymentId) => translateExecute(await call("POST", `execute/${paymentId}`, { body: {} })),
    capture: async (paymentId) => refusalIn(await call("POST", `capture/${paymentId}`)),
    void: async (paymentId) => refusalIn(await call("POST", `void/${paymentId}`)),
    query: async (paymentId, { deadlineMs }) =>
      translateQuery(await call("GET", `query/${paymentId}`, { deadlineMs })),
    refundProfile,
    refundDays: REFUND_DAYS,
    // Refund and its status are one address: only the body tells them apart, and an amount makes it a refund.
    refund: async ({ providerPaymentId, trxId, amount, sku, reason }) =>
      translateRefund(
        await call("POST", "refund", {
          body: {
            paymentID: providerPaymentId,
            trxID: trxId,
            amount: toBkashAmount(amount),
            sku: fit(sku),
            reason: fit(reason),
          },
        }),
      ),
    refundStatus: async ({ providerPaymentId, trxId }) =>
      translateRefundStatus(
        await call("POST", "refund", { body: { paymentID: providerPaymentId, trxID: trxId } }),
      ),
    renewToken: () => tokens.renew(),
    explain: explainRefusal,
    explainRefund,
  };
}
