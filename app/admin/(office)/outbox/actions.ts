"use server";
import { revalidatePath } from "next/cache";
import { z } from "zod";
import { defineAction } from "@/app/_actions/define-action";
import { requireMerchant } from "@/lib/auth/session";
import { sendAgain } from "@/lib/notifications/send-again";

/** Has a message sent once more, by the next run of the job that sends them. */
export const sendAgainAction = defineAction({
  guard: () => requireMerchant(),
  schema: z.object({ messageId: z.uuid() }),
  run: async ({ who, input, refuse, done }) => {
    if (!(await sendAgain(who, input.messageId))) return refuse("tryAgain");
    revalidatePath("/admin/outbox");
    return done();
  },
});
