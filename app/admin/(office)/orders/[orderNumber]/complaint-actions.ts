"use server";
import { revalidatePath } from "next/cache";
import { z } from "zod";
import { defineAction } from "@/app/_actions/define-action";
import { requireMerchant } from "@/lib/auth/session";
import { answerComplaint } from "@/lib/orders/complaints";

/** Answers a complaint, once: the customer reads it on the order's page and is told so. */
export const answerComplaintAction = defineAction({
  guard: () => requireMerchant(),
  schema: z.object({
    complaintId: z.uuid(),
    answer: z.string("answerMissing").trim().min(1, "answerMissing").max(2000, "answerMissing"),
  }),
  run: async ({ who, input, refuse, done }) => {
    if (!(await answerComplaint(who, input.complaintId, input.answer))) return refuse("answeredAlready");
    revalidatePath("/admin", "layout");
    return done();
  },
});
