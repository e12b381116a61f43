"use server";
import { redirect } from "next/navigation";
import { z } from "zod";
import { defineAction } from "@/app/_actions/define-action";
import { setCartCount } from "@/app/_actions/cart-count-cookie";
import { anybody, anyBrowser } from "@/app/_actions/guards";
import { href } from "@/app/_i18n/routing";
import { cancelOrder, type CancelOrderResult } from "@/lib/orders/cancel-order";
import { chooseCashOnDelivery, holdOrderLonger, type WithoutWallet } from "@/lib/orders/order-without-wallet";
import { reorder } from "@/lib/orders/reorder";
import { offersWithoutWallet } from "@/lib/payments/wallet-health";
import { MAX_NAME_LETTERS, MAX_REVIEW_LETTERS } from "@/lib/reviews/review-view";
import { writeReview } from "@/lib/reviews/write-review";
import { orderAddress, orderForm, viewerOf } from "./order-form";

/** Why it was refused, as a key of `errors`. */
const REFUSAL = {
  ORDER_NOT_FOUND: "tryAgain",
  NOT_PENDING: "orderNotOpen",
  PAYMENT_IN_PROGRESS: "paymentInProgress",
  HELD_ALREADY: "heldAlready",
} as const satisfies Record<Extract<WithoutWallet, { ok: false }>["code"], string>;

/** What is offered only while bKash cannot be paid with is given only then. */
const withoutWallet = (offer: "cash" | "hold", choose: typeof holdOrderLonger) =>
  defineAction({
    guard: anybody,
    schema: orderForm,
    run: async ({ input, locale, refuse }) => {
      if (!(await offersWithoutWallet("bkash"))[offer]) return refuse("walletWorksAgain");
      const chosen = await choose(input.orderNumber, await viewerOf(input));
      return chosen.ok ? redirect(orderAddress(locale, input)) : refuse(REFUSAL[chosen.code]);
    },
  });

export const payInCashAction = withoutWallet("cash", chooseCashOnDelivery);
export const holdOrderAction = withoutWallet("hold", holdOrderLonger);

const NOT_CANCELLED = {
  ORDER_NOT_FOUND: "tryAgain",
  NOT_PENDING: "orderNotCancellable",
  PAYMENT_IN_PROGRESS: "cancelWhileChecking",
} as const satisfies Record<Extract<CancelOrderResult, { ok: false }>["code"], string>;

/** The shopper does not want an unpaid order any more. */
export const cancelOrderAction = defineAction({
  guard: anybody,
  schema: orderForm,
  run: async ({ input, locale, refuse }) => {
    const cancelled = await cancelOrder(input.orderNumber, await viewerOf(input));
    return cancelled.ok ? redirect(orderAddress(locale, input)) : refuse(NOT_CANCELLED[cancelled.code]);
  },
});

/** Puts the same into the cart, which then tells what has changed since. */
export const reorderAction = defineAction({
  guard: anyBrowser,
  schema: orderForm,
  run: async ({ who, input, locale, refuse }) => {
    const { orderNumber } = input;
    const count = await reorder(orderNumber, await viewerOf(input), who.id);
    if (count === null) return refuse("nothingToReorder");
    await setCartCount(count);
    return redirect(href(locale, `/cart?again=${encodeURIComponent(orderNumber)}`));
  },
});

/** What somebody who has paid says of one article of the order. The merchant reads it before it is shown. */
export const reviewAction = defineAction({
  feature: "reviews",
  guard: anybody,
  schema: orderForm.extend({
    sku: z.string().min(1).max(64),
    rating: z.coerce
      .number("ratingMissing")
      .int("ratingMissing")
      .min(1, "ratingMissing")
      .max(5, "ratingMissing"),
    text: z.string().trim().min(3, "reviewShort").max(MAX_REVIEW_LETTERS, "reviewLong"),
    shownName: z.string().trim().min(2, "shownNameMissing").max(MAX_NAME_LETTERS, "shownNameLong"),
  }),
  run: async ({ input: { token, ...review }, locale, refuse, done }) => {
    const written = await writeReview(await viewerOf({ token }), { ...review, locale });
    return written.ok
      ? done()
      : refuse(written.code === "REVIEWED_ALREADY" ? "reviewedAlready" : "reviewNotYours");
  },
});
