"use server";
import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { z } from "zod";
import { defineAction } from "@/app/_actions/define-action";
import { requireMerchant, signOut } from "@/lib/auth/session";
import { askWalletAgain } from "@/lib/payments/ask-wallet-again";

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
