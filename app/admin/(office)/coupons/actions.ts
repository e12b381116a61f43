"use server";
import { revalidatePath } from "next/cache";
import { z } from "zod";
import { defineAction } from "@/app/_actions/define-action";
import { requireMerchant } from "@/lib/auth/session";
import { plainCode } from "@/lib/coupons/coupon";
import { addCoupon, switchCoupon } from "@/lib/coupons/manage-coupons";
import { parseTaka, type Poisha } from "@/lib/kernel/money";

/** Reads a field that may be left empty: null then. */
const optional = <T>(read: (text: string) => T | null, message: string) =>
  z
    .string()
    .default("")
    .transform((text, context): T | null => {
      const typed = text.trim();
      if (typed === "") return null;
      const value = read(typed);
      if (value === null) context.addIssue({ code: "custom", message });
      return value;
    });

const isWhole = (text: string): number | null => (/^[1-9]\d{0,6}$/.test(text) ? Number(text) : null);

/** `12.5` is 1250 basis points. */
const basisPoints = (text: string): number | null => {
  const percent = parseTaka(text);
  return percent !== null && percent >= 1 && percent <= 10_000 ? percent : null;
};
const positive = (text: string): Poisha | null => {
  const amount = parseTaka(text);
  return amount !== null && amount > 0 && amount <= 100_000_000 ? amount : null;
};

/** What a merchant types is the time in Dhaka. */
const dhakaTime = (text: string): Date | null => {
  const time = /^\d{4}-\d\d-\d\dT\d\d:\d\d$/.test(text) ? new Date(`${text}:00+06:00`) : null;
  return time && !Number.isNaN(time.getTime()) ? time : null;
};

const couponForm = z
  .object({
    code: z.string().transform((typed, context) => {
      const code = plainCode(typed);
      if (code) return code;
      context.addIssue({ code: "custom", message: "couponCodeInvalid" });
      return z.NEVER;
    }),
    kind: z.enum(["PERCENTAGE", "FIXED_AMOUNT", "FREE_DELIVERY"]),
    percent: optional(basisPoints, "couponPercentInvalid"),
    cap: optional(positive, "couponAmountInvalid"),
    amount: optional(positive, "couponAmountInvalid"),
    minimum: optional(positive, "couponAmountInvalid"),
    from: optional(dhakaTime, "invalid"),
    until: optional(dhakaTime, "invalid"),
    total: optional(isWhole, "couponLimitInvalid"),
    phone: optional(isWhole, "couponLimitInvalid"),
  })
  .superRefine(({ kind, percent, amount, from, until }, context) => {
    const wrong = (path: string, message: string) =>
      context.addIssue({ code: "custom", path: [path], message });
    if (kind === "PERCENTAGE" && percent === null) wrong("percent", "couponPercentInvalid");
    if (kind === "FIXED_AMOUNT" && amount === null) wrong("amount", "couponAmountInvalid");
    if (from && until && from >= until) wrong("until", "couponDatesInvalid");
  });

export const addCouponAction = defineAction({
  feature: "coupons",
  guard: () => requireMerchant(),
  schema: couponForm,
  run: async ({ who, input, refuse, done }) => {
    const { code, kind } = input;
    const isAdded = await addCoupon(who, {
      code,
      kind,
      basisPoints: kind === "PERCENTAGE" ? input.percent : null,
      capInPoisha: kind === "PERCENTAGE" ? input.cap : null,
      amountInPoisha: kind === "FIXED_AMOUNT" ? input.amount : null,
      minimumSubtotalInPoisha: input.minimum ?? 0,
      validFrom: input.from,
      validUntil: input.until,
      totalLimit: input.total,
      limitPerPhone: input.phone,
      isActive: true,
    });
    if (!isAdded) return refuse("couponTaken");
    revalidatePath("/admin/coupons");
    return done();
  },
});

export const switchCouponAction = defineAction({
  feature: "coupons",
  guard: () => requireMerchant(),
  schema: z.object({ id: z.uuid(), isActive: z.enum(["true", "false"]) }),
  run: async ({ who, input, done }) => {
    await switchCoupon(who, input.id, input.isActive === "true");
    revalidatePath("/admin/coupons");
    return done();
  },
});
