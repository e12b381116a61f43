"use server";
import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { z } from "zod";
import { defineAction } from "@/app/_actions/define-action";
import { anybody } from "@/app/_actions/guards";
import { phoneField } from "@/app/_actions/phone-field";
import { href } from "@/app/_i18n/routing";
import { ensureShopper } from "@/app/_session/shopper";
import { countTries, perAddress } from "@/lib/auth/count-tries";
import { readOrderNumber, trackOrder } from "@/lib/orders/track-order";

const HOUR = 60 * 60;

const trackForm = z.object({
  orderNumber: z
    .string("orderNumberInvalid")
    .max(30, "orderNumberInvalid")
    .transform((typed, context) => {
      const number = readOrderNumber(typed);
      if (number) return number;
      context.addIssue({ code: "custom", message: "orderNumberInvalid" });
      return z.NEVER;
    }),
  phone: phoneField,
});

/** Opens the order's page when number and phone belong together. Whoever guesses is slowed down by each of the two. */
export const trackOrderAction = defineAction({
  feature: "tracking",
  guard: anybody,
  schema: trackForm,
  run: async ({ input, locale, refuse }) => {
    const waitSeconds = await countTries("track", [
      perAddress(await headers(), 40, HOUR),
      { of: "order", who: input.orderNumber, limit: 10, windowSeconds: HOUR },
      { of: "phone", who: input.phone, limit: 20, windowSeconds: HOUR },
    ]);
    if (waitSeconds > 0) return refuse("tooManyTries", { minutes: Math.ceil(waitSeconds / 60) });
    if (!(await trackOrder(input, ensureShopper))) return refuse("orderNotFound");
    return redirect(href(locale, `/orders/${input.orderNumber}`));
  },
});
