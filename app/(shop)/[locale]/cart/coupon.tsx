import { getTranslations } from "next-intl/server";
import type { CartView } from "@/lib/cart/cart-view";
import { formatTaka, type Locale } from "@/lib/kernel/money";
import { CouponForm } from "./coupon-form";

/** Where a coupon is entered, what became of it, and how to take it out again. */
export async function Coupon({ coupon, locale }: { coupon: CartView["coupon"]; locale: Locale }) {
  const t = await getTranslations({ locale, namespace: "coupon" });
  const errors = await getTranslations({ locale, namespace: "errors" });
  const problem =
    coupon && !coupon.verdict.ok
      ? coupon.verdict.code === "COUPON_BELOW_MINIMUM"
        ? t("missing", { code: coupon.code, missing: formatTaka(coupon.verdict.missing, locale) })
        : errors(coupon.verdict.code)
      : null;
  return (
    <CouponForm
      locale={locale}
      code={coupon?.code ?? null}
      problem={problem}
      words={{
        question: t("question"),
        label: t("label"),
        apply: t("apply"),
        applying: t("applying"),
        applied: coupon ? t("applied", { code: coupon.code }) : "",
        remove: t("remove"),
        removeCode: coupon ? t("removeCode", { code: coupon.code }) : "",
      }}
    />
  );
}
