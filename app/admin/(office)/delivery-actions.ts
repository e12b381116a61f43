"use server";
import { revalidatePath } from "next/cache";
import { z } from "zod";
import { defineAction } from "@/app/_actions/define-action";
import { requireMerchant } from "@/lib/auth/session";
import { cancelCashOrder } from "@/lib/fulfilment/cancel-cash-order";
import { changeDelivery, type DeliveryChange } from "@/lib/fulfilment/change-delivery";
import { DELIVERY_STATUSES } from "@/lib/orders/delivery-status";

/** Why it was refused, as a key of `errors`. */
const REFUSAL = {
  ORDER_NOT_FOUND: "tryAgain",
  NOT_NOW: "deliveryChanged",
  PAYMENT_IN_PROGRESS: "moneyInDoubt",
} as const;

const maybe = (most: number) =>
  z
    .string()
    .trim()
    .max(most)
    .transform((text) => text || undefined)
    .optional();

const step = z.object({ orderNumber: z.string().max(20), seen: z.enum(DELIVERY_STATUSES) });

const moveWith = <Schema extends typeof step>(
  schema: Schema,
  changeOf: (input: z.output<Schema>) => DeliveryChange,
) =>
  defineAction({
    guard: () => requireMerchant(),
    schema,
    run: async ({ who, input, refuse, done }) => {
      const { orderNumber, seen } = input;
      const result = await changeDelivery(who, orderNumber, seen, changeOf(input));
      revalidatePath("/admin", "layout");
      return result.ok ? done() : refuse(REFUSAL[result.code]);
    },
  });

/** A step that needs no more than a click. */
export const moveDeliveryAction = moveWith(
  step.extend({ to: z.enum(["TO_PACK", "PACKED", "DELIVERED"]) }),
  ({ to }) => ({ to }),
);

export const handOverAction = moveWith(
  step.extend({
    courier: z.string().trim().min(1, "courierMissing").max(60),
    trackingNumber: maybe(60),
    trackingLink: maybe(300).refine(
      (link) => link === undefined || (URL.canParse(link) && new URL(link).protocol === "https:"),
      "trackingLinkInvalid",
    ),
  }),
  ({ courier, trackingNumber, trackingLink }) => ({
    to: "HANDED_OVER",
    courier,
    trackingNumber,
    trackingLink,
  }),
);

export const returnedAction = moveWith(
  step.extend({ isRestocked: z.literal("yes").optional(), note: maybe(300) }),
  ({ isRestocked, note }) => ({ to: "RETURNED", isRestocked: isRestocked === "yes", note }),
);

/** Cancels an order that is to be paid at the door. */
export const cancelOrderAction = defineAction({
  guard: () => requireMerchant(),
  schema: z.object({
    orderNumber: z.string().max(20),
    reason: z.string().trim().min(1, "reasonMissing").max(255),
  }),
  run: async ({ who, input, refuse, done }) => {
    const result = await cancelCashOrder(who, input.orderNumber, input.reason);
    revalidatePath("/admin", "layout");
    return result.ok ? done() : refuse(REFUSAL[result.code]);
  },
});
