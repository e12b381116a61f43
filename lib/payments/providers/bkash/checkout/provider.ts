import { createHash } from "node:crypto";
import type { PaymentIntent, PaymentMode, PaymentProvider, RefundProfile } from "../../../payment-provider";
import type { WalletCallObserver } from "../../../wallet-calls";
import type { OpenTokenStore } from "../../../wallet-tokens";
import { toBkashAmount } from "../amount";
import { Breaker } from "../breaker";
import { bkashEnvironment } from "../environment";
import { explainRefusal } from "../error-codes";
import { explainRefund } from "../refund-codes";
import { observedCalls } from "../observed-call";
import { signedCalls } from "../signed-call";
import { bkashTokenCalls, type BkashCredentials } from "../token";
import { translateRefund, translateRefundStatus } from "./translate-refund";
import { refusalIn, translateCreate, translateExecute, translateQuery, troubleIn } from "./translate";

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

  const breaker = new Breaker(troubleIn);
  const call = signedCalls({ api, appKey: credentials.appKey, tokens, breaker, callJson });

  return {
    name: "bkash",
    mode,
    intent,
    window: { script, frameOrigin },
    ready: async (purpose) => {
      if (purpose !== "execute") breaker.admit();
      await tokens.current();
    },
    health: async () => {
      const pause = await tokens.pause();
      if (pause) return { kind: "paused", ...pause };
      const silence = breaker.health();
      return silence ? { kind: "silent", ...silence } : { kind: "well" };
    },
    create: async ({ amount, invoiceNumber }) =>
      translateCreate(
        await call({
          method: "POST",
          path: "create",
          kind: "new",
          body: {
            amount: toBkashAmount(amount),
            currency: "BDT",
            intent,
            merchantInvoiceNumber: invoiceNumber,
            merchantAssociationInfo: "",
          },
        }),
      ),
    execute: async (paymentId) =>
      translateExecute(
        await call({ method: "POST", path: `execute/${paymentId}`, kind: "execute", body: {} }),
      ),
    capture: async (paymentId) =>
      refusalIn(await call({ method: "POST", path: `capture/${paymentId}`, kind: "new" })),
    void: async (paymentId) =>
      refusalIn(await call({ method: "POST", path: `void/${paymentId}`, kind: "new" })),
    query: async (paymentId, { deadlineMs }) =>
      translateQuery(await call({ method: "GET", path: `query/${paymentId}`, kind: "question", deadlineMs })),
    refundProfile,
    refundDays: REFUND_DAYS,
    // Refund and its status are one address: only the body tells them apart, and an amount makes it a refund.
    refund: async ({ providerPaymentId, trxId, amount, sku, reason }) =>
      translateRefund(
        await call({
          method: "POST",
          path: "refund",
          kind: "new",
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
        await call({
          method: "POST",
          path: "refund",
          kind: "question",
          body: { paymentID: providerPaymentId, trxID: trxId },
        }),
      ),
    renewToken: () => tokens.renew(),
    explain: explainRefusal,
    explainRefund,
  };
}
