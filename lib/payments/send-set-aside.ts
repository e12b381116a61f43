import type { PaymentSource } from "@/generated/prisma/enums";
import { failpoint } from "@/lib/platform/failpoint";
import { logger } from "@/lib/platform/logger";
import { claimSetAside, keepCode, type StoredPayment } from "./payment-repository";
import { providerOf } from "./providers/registry";

/**
 * Sends capture or void for money that is set aside, if this caller wins the claim. What became of it says a query alone:
 * the caller asks afterwards. Throws PaymentsPaused before anything was claimed.
 *
 * @param who the merchant's id, when a merchant did it.
 * @returns false when the money is not set aside any more, or its order does not wait for it.
 */
export const sendCapture = (payment: StoredPayment, source: PaymentSource, who?: string): Promise<boolean> =>
  send(payment, "CAPTURING", source, who);

export const sendVoid = (payment: StoredPayment, source: PaymentSource, who?: string): Promise<boolean> =>
  send(payment, "VOIDING", source, who);

async function send(
  payment: StoredPayment,
  to: "CAPTURING" | "VOIDING",
  source: PaymentSource,
  who: string | undefined,
): Promise<boolean> {
  const provider = providerOf(payment);
  // Another mode's wallet knows nothing of it.
  if (provider.mode !== payment.mode) return false;
  await provider.ready("refund");
  failpoint("set-aside:token-ready");
  const claimed = await claimSetAside(payment, to, source, who ? { merchant: who } : {});
  if (!claimed) return false;
  failpoint("set-aside:claimed");
  const verb = to === "CAPTURING" ? "capture" : "void";
  try {
    const code = await provider[verb](claimed.providerPaymentId);
    failpoint("set-aside:answered");
    if (code) await keepCode(payment.id, code);
  } catch (error) {
    logger.error({ error, paymentId: payment.id, verb }, "what was to happen with money set aside broke off");
  }
  return true;
}
