"use server";
import { revalidatePath } from "next/cache";
import { z } from "zod";
import { defineAction } from "@/app/_actions/define-action";
import { requireMerchant } from "@/lib/auth/session";
import { captureAuthorised, voidAuthorised } from "@/lib/payments/capture-payment";
import { PaymentsPaused } from "@/lib/payments/payment-provider";

const settleWith = (send: typeof captureAuthorised) =>
  defineAction({
    guard: () => requireMerchant(),
    schema: z.object({ paymentId: z.uuid() }),
    run: async ({ who, input, refuse, done }) => {
      try {
        if ((await send(who, input.paymentId)) === null) return refuse("tryAgain");
      } catch (error) {
        // Nothing was sent: the wallet cannot be called now.
        if (error instanceof PaymentsPaused) return refuse("tryAgain");
        throw error;
      }
      revalidatePath("/admin", "layout");
      return done();
    },
  });

/** Takes the money that bKash has set aside for an order. The page shows what became of it. */
export const captureAction = settleWith(captureAuthorised);

/** Gives the money that bKash has set aside free again. */
export const voidAction = settleWith(voidAuthorised);
