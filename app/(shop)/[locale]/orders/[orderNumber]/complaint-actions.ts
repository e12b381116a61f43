"use server";
import { revalidatePath } from "next/cache";
import { headers } from "next/headers";
import { z } from "zod";
import { defineAction } from "@/app/_actions/define-action";
import { anybody } from "@/app/_actions/guards";
import { href } from "@/app/_i18n/routing";
import { countTries, perAddress } from "@/lib/auth/count-tries";
import { COMPLAINT_TOPICS, fileComplaint } from "@/lib/orders/complaints";
import { orderForm, viewerOf } from "./order-form";

const DAY = 24 * 60 * 60;

/** Takes a complaint about an order that this browser may see. */
export const fileComplaintAction = defineAction({
  guard: anybody,
  schema: orderForm.extend({
    topic: z.enum(COMPLAINT_TOPICS, "topicMissing"),
    text: z.string("complaintShort").trim().min(10, "complaintShort").max(2000, "complaintLong"),
  }),
  run: async ({ input: { orderNumber, token, topic, text }, locale, refuse, done }) => {
    const viewer = await viewerOf({ token });
    const waitSeconds = await countTries("complaint", [
      perAddress(await headers(), 50, DAY),
      { of: "shopper", who: viewer.shopperId ?? orderNumber, limit: 20, windowSeconds: DAY },
    ]);
    if (waitSeconds > 0) return refuse("tooManyTries", { minutes: Math.ceil(waitSeconds / 60) });
    const filed = await fileComplaint(orderNumber, viewer, { topic, text });
    if (!filed.ok) return refuse(filed.code === "TOO_MANY_OPEN" ? "tooManyComplaints" : "tryAgain");
    revalidatePath(href(locale, `/orders/${orderNumber}`));
    return done();
  },
});
