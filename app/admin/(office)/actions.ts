"use server";
import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { z } from "zod";
import { defineAction } from "@/app/_actions/define-action";
import { requireMerchant, signOut } from "@/lib/auth/session";
import { confirmMerchant } from "@/lib/auth/confirm-merchant";
import { formatTaka, parseTaka } from "@/lib/kernel/money";
import { askAboutRefund } from "@/lib/payments/ask-about-refund";
import { askWalletAgain } from "@/lib/payments/ask-wallet-again";
import { requestRefund } from "@/lib/payments/refund-payment";

export const signOutAction = defineAction({
  guard: () => requireMerchant(),
  schema: z.object({}),
  run: async () => {
    await signOut();
    redirect("/admin/sign-in?signed-out");
  },
});

/** Asks the wallet about one payment in doubt. The page shows what it said. */
export const askWalletAgainAction = defineAction({
  guard: () => requireMerchant(),
  schema: z.object({ paymentId: z.uuid() }),
  run: async ({ who, input, refuse, done }) => {
    if ((await askWalletAgain(who, input.paymentId)) === null) return refuse("tryAgain");
    revalidatePath("/admin", "layout");
    return done();
  },
});

const taka = z
  .string()
  .transform((text) => parseTaka(text.trim()))
  .pipe(z.custom<NonNullable<ReturnType<typeof parseTaka>>>((amount) => amount !== null));

/** Gives a shopper money back. The password is asked once more: an unwatched screen must not move money. */
export const refundAction = defineAction({
  guard: () => requireMerchant(),
  schema: z.object({
    paymentId: z.uuid(),
    clickKey: z.uuid(),
    amount: taka,
    reason: z.string().trim().min(1).max(255),
    password: z.string().min(1).max(200),
  }),
  run: async ({ who, input, locale, refuse, done }) => {
    const confirmed = await confirmMerchant(who, input.password);
    if (!confirmed.ok && confirmed.code === "WAIT")
      return refuse("passwordWait", { minutes: Math.ceil(confirmed.retryAfterSeconds / 60) });
    if (!confirmed.ok) return refuse("passwordWrong");
    const { paymentId, amount, reason, clickKey: idempotencyKey } = input;
    const result = await requestRefund(confirmed.merchant, { paymentId, amount, reason, idempotencyKey });
    revalidatePath("/admin", "layout");
    if (result.ok) return done();
    switch (result.code) {
      case "AMOUNT_TOO_LARGE":
        return refuse("refundTooLarge", { left: formatTaka(result.left, locale) });
      case "REFUND_IN_PROGRESS":
      case "ALL_REFUNDED":
      case "NO_MORE_REFUNDS":
      case "TOO_OLD":
        return refuse(`refund.${result.code}`);
      default:
        return refuse("refund.IMPOSSIBLE");
    }
  },
});

/** Asks the wallet about one refund in doubt. The page shows what it said. */
export const askAboutRefundAction = defineAction({
  guard: () => requireMerchant(),
  schema: z.object({ refundId: z.uuid() }),
  run: async ({ who, input, refuse, done }) => {
    if ((await askAboutRefund(who, input.refundId)) === null) return refuse("tryAgain");
    revalidatePath("/admin", "layout");
    return done();
  },
});
