"use server";
import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { after } from "next/server";
import { z } from "zod";
import { setCartCount } from "@/app/_actions/cart-count-cookie";
import { defineAction } from "@/app/_actions/define-action";
import { setWishes } from "@/app/_actions/wishes-cookie";
import { anybody, signedInShopper } from "@/app/_actions/guards";
import { href } from "@/app/_i18n/routing";
import { endAccountSession, keepSignInToken, signInToken, startAccountSession } from "@/app/_session/account";
import { browserShopper } from "@/app/_session/shopper";
import { deleteAccount } from "@/lib/accounts/delete-account";
import { readContact, type Contact } from "@/lib/accounts/contact";
import { signInWithCode } from "@/lib/accounts/sign-in";
import { findPendingCode, requestCode } from "@/lib/accounts/sign-in-code";
import { countTries, perAddress } from "@/lib/auth/count-tries";
import { readCart } from "@/lib/cart/read-cart";
import type { Locale } from "@/lib/kernel/money";
import { deliverAfterwards } from "@/lib/orders/deliver-due-messages";
import { readOrder } from "@/lib/orders/read-order";
import { wishedSlugs } from "@/lib/wishes/change-wishes";
import { nextPage } from "./next-page";
import { orderForm, viewerOf } from "../orders/[orderNumber]/order-form";

const HOUR = 60 * 60;

/** Sends a code, unless too many were sent. An SMS costs money, and is a nuisance to whom it was not for. @returns seconds to wait */
async function sendCode(contact: Contact, locale: Locale): Promise<number> {
  const who = contact.phone ?? contact.email;
  const waitSeconds = await countTries("sign-in code", [
    perAddress(await headers(), 30, HOUR),
    { of: "contact", who, limit: 5, windowSeconds: HOUR },
    { of: "contact of a day", who, limit: 12, windowSeconds: 24 * HOUR },
  ]);
  if (waitSeconds > 0) return waitSeconds;
  await keepSignInToken(await requestCode(contact, locale));
  deliverAfterwards((work) => after(work));
  return 0;
}

/** Header and hearts show nothing of an account that this browser has left. */
async function showNothing(): Promise<void> {
  await setCartCount(0);
  await setWishes([]);
}

const codePage = (locale: Locale, next: unknown): string => {
  const goesTo = nextPage(next);
  return href(locale, goesTo === nextPage(null) ? "/account/code" : `/account/code?next=${goesTo}`);
};

/** Sends a code to whatever phone or e-mail address was typed. The answer is the same whether it has an account or not. */
export const requestCodeAction = defineAction({
  feature: "accounts",
  guard: anybody,
  schema: z.object({
    contact: z
      .string("contactInvalid")
      .max(130, "contactInvalid")
      .transform((typed, context) => {
        const contact = readContact(typed);
        if (contact) return contact;
        context.addIssue({ code: "custom", message: "contactInvalid" });
        return z.NEVER;
      }),
    next: z.string().max(60).optional(),
  }),
  run: async ({ input, locale, refuse }) => {
    const waitSeconds = await sendCode(input.contact, locale);
    if (waitSeconds > 0) return refuse("tooManyCodes", { minutes: Math.ceil(waitSeconds / 60) });
    return redirect(codePage(locale, input.next));
  },
});

/** Sends a code to the phone of an order that this browser may see: to keep it in an account. */
export const keepOrderAction = defineAction({
  feature: "accounts",
  guard: anybody,
  schema: orderForm,
  run: async ({ input, locale, refuse }) => {
    const order = await readOrder(input.orderNumber, await viewerOf(input));
    if (!order) return refuse("tryAgain");
    const waitSeconds = await sendCode({ phone: order.contact.phone, email: null }, locale);
    if (waitSeconds > 0) return refuse("tooManyCodes", { minutes: Math.ceil(waitSeconds / 60) });
    return redirect(codePage(locale, `/orders/${order.number}`));
  },
});

const withNext = z.object({ next: z.string().max(60).optional() });

/** Sends another code to where the last one went. */
export const requestCodeAgainAction = defineAction({
  feature: "accounts",
  guard: anybody,
  schema: withNext,
  run: async ({ input, locale, refuse }) => {
    const token = await signInToken();
    const pending = token && (await findPendingCode(token));
    if (!pending) return redirect(href(locale, "/account"));
    const waitSeconds = await sendCode(pending.contact, locale);
    if (waitSeconds > 0) return refuse("tooManyCodes", { minutes: Math.ceil(waitSeconds / 60) });
    return redirect(codePage(locale, input.next));
  },
});

/** Signs in with the code, and brings along what this browser had as a guest. */
export const signInAction = defineAction({
  feature: "accounts",
  guard: anybody,
  schema: withNext.extend({
    code: z.string("codeMissing").trim().min(1, "codeMissing").max(30, "codeMissing"),
  }),
  run: async ({ input, locale, refuse }) => {
    const waitSeconds = await countTries("sign-in", [perAddress(await headers(), 100, HOUR)]);
    if (waitSeconds > 0) return refuse("tooManyCodes", { minutes: Math.ceil(waitSeconds / 60) });
    const token = await signInToken();
    if (!token) return refuse("codeOver");
    const signedIn = await signInWithCode(token, input.code, (await browserShopper())?.id ?? null);
    if (!signedIn.ok)
      return signedIn.code === "WRONG"
        ? refuse("codeWrong", { left: signedIn.triesLeft })
        : refuse("codeOver");
    await startAccountSession(signedIn.account);
    const { shopperId } = signedIn.account;
    await setCartCount((await readCart(shopperId, locale)).count);
    await setWishes(await wishedSlugs(shopperId));
    return redirect(href(locale, nextPage(input.next)));
  },
});

/** Signs out here, or on every device. What is on a shared device then shows nothing of the account. */
export const signOutAction = defineAction({
  feature: "accounts",
  guard: signedInShopper,
  schema: z.object({ where: z.enum(["here", "everywhere"]) }),
  run: async ({ who, input, locale }) => {
    await endAccountSession(who, input.where);
    await showNothing();
    return redirect(href(locale, "/account?signed-out"));
  },
});

/** Takes the account away, for good. */
export const deleteAccountAction = defineAction({
  feature: "accounts",
  guard: signedInShopper,
  schema: z.object({ sure: z.literal("yes", "sureMissing") }),
  run: async ({ who, locale }) => {
    await deleteAccount(who);
    await endAccountSession(who, "here");
    await showNothing();
    return redirect(href(locale, "/account?deleted"));
  },
});
