"use server";
import { redirect } from "next/navigation";
import { z } from "zod";
import { defineAction } from "@/app/_actions/define-action";
import { signedInShopper } from "@/app/_actions/guards";
import { href } from "@/app/_i18n/routing";
import { addAddress, changeAddress, deleteAddress, makeDefault } from "@/lib/accounts/addresses";
import { readOrder } from "@/lib/orders/read-order";
import { deliveryFields, isPlace, NO_PLACE } from "../../checkout/delivery-fields";
import { SHOW_PLACES } from "../../checkout/show-places";
import { orderForm, viewerOf } from "../../orders/[orderNumber]/order-form";

const PAGE = "/account/addresses";

/** Adds an address, or changes one. */
export const saveAddressAction = defineAction({
  feature: "accounts",
  guard: signedInShopper,
  schema: z
    .object({ ...deliveryFields, id: z.union([z.literal("new"), z.uuid()]) })
    .refine(isPlace, NO_PLACE),
  keptBy: SHOW_PLACES,
  run: async ({ who, input: { id, note, ...address }, locale, refuse }) => {
    const whole = { ...address, note: note ?? null };
    const saved = id === "new" ? await addAddress(who, whole) : await changeAddress(who, id, whole);
    if (!saved.ok) return refuse(saved.code === "TOO_MANY" ? "tooManyAddresses" : "tryAgain");
    return redirect(href(locale, PAGE));
  },
});

const oneAddress = z.object({ id: z.uuid() });

export const deleteAddressAction = defineAction({
  feature: "accounts",
  guard: signedInShopper,
  schema: oneAddress,
  run: async ({ who, input, locale }) => {
    await deleteAddress(who, input.id);
    return redirect(href(locale, PAGE));
  },
});

export const makeDefaultAction = defineAction({
  feature: "accounts",
  guard: signedInShopper,
  schema: oneAddress,
  run: async ({ who, input, locale, refuse }) => {
    const made = await makeDefault(who, input.id);
    return made.ok ? redirect(href(locale, PAGE)) : refuse("tryAgain");
  },
});

/** Keeps the address of an order for the next checkout. */
export const keepAddressAction = defineAction({
  feature: "accounts",
  guard: signedInShopper,
  schema: orderForm,
  run: async ({ who, input, locale, refuse }) => {
    const order = await readOrder(input.orderNumber, await viewerOf(input));
    if (!order?.delivery.upazila) return refuse("tryAgain");
    const { district, upazila, address, note } = order.delivery;
    const { name, phone } = order.contact;
    const kept = await addAddress(who, { name, phone, district, upazila, address, note });
    if (!kept.ok) return refuse(kept.code === "TOO_MANY" ? "tooManyAddresses" : "tryAgain");
    return redirect(href(locale, PAGE));
  },
});
