"use server";
import { revalidatePath } from "next/cache";
import { z } from "zod";
import { defineAction } from "@/app/_actions/define-action";
import { confirmMerchant } from "@/lib/auth/confirm-merchant";
import { requireMerchant } from "@/lib/auth/session";
import { recordRefund } from "@/lib/payments/record-refund";

/** Records what bKash's portal says of a refund in doubt. The password is asked once more: it moves the books. */
export const recordRefundAction = defineAction({
  guard: () => requireMerchant(),
  schema: z.object({
    refundId: z.uuid(),
    word: z.enum(["refunded", "not refunded"]),
    refundTrxId: z
      .string()
      .trim()
      .toUpperCase()
      .regex(/^([A-Z0-9]{6,30})?$/, "trxIdInvalid"),
    password: z.string().min(1).max(200),
  }),
  run: async ({ who, input, refuse, done }) => {
    const { refundId, word, refundTrxId, password } = input;
    if (word === "refunded" && refundTrxId === "") return refuse("trxIdInvalid");
    const confirmed = await confirmMerchant(who, password);
    if (!confirmed.ok && confirmed.code === "WAIT")
      return refuse("passwordWait", { minutes: Math.ceil(confirmed.retryAfterSeconds / 60) });
    if (!confirmed.ok) return refuse("passwordWrong");
    const result = await recordRefund(
      confirmed.merchant,
      refundId,
      word === "refunded" ? { refunded: true, refundTrxId } : { refunded: false },
    );
    revalidatePath("/admin", "layout");
    if (result.ok) return done();
    return refuse(result.code === "RECEIPT_TAKEN" ? "trxIdTaken" : "refundNotInDoubt");
  },
});
