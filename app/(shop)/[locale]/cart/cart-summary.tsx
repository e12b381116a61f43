import { getTranslations } from "next-intl/server";
import Link from "next/link";
import { href } from "@/app/_i18n/routing";
import { button } from "@/app/_ui/button";
import { SumRow } from "@/app/_ui/sum-row";
import { VatRows } from "@/app/_ui/vat-rows";
import { couponEffect, type CartView } from "@/lib/cart/cart-view";
import { freeAboveEverywhere, isFreeEverywhere, lowestFee } from "@/lib/delivery/delivery-fee";
import { formatTaka, localDigits, poisha, type Locale, type Poisha } from "@/lib/kernel/money";
import { orderTotal } from "@/lib/orders/order-total";
import { isOffered } from "@/lib/platform/features";
import { couponInWords } from "../_shell/coupon-in-words";
import { deliveryZones } from "../_shell/delivery-zones";
import { Coupon } from "./coupon";
import { vatInWords } from "../_shell/vat-words";

/** What it costs, delivery included as far as it is known. */
export async function CartSummary({ cart, locale }: { cart: CartView; locale: Locale }) {
  const t = await getTranslations({ locale, namespace: "cart" });
  const zones = await deliveryZones();
  const { discount, isDeliveryFree } = couponEffect(cart);
  const isFree = isDeliveryFree || isFreeEverywhere(zones, cart);
  const fee = isFree ? poisha(0) : lowestFee(zones, cart);
  const total = formatTaka(orderTotal({ ...cart, discount, deliveryFee: fee }), locale);
  const shownTotal = isFree ? total : t("totalFrom", { total });
  const freeAbove = freeAboveEverywhere(zones);
  return (
    <section aria-labelledby="summary" className="rounded-card bg-jute-tint p-5 lg:p-7">
      <h2 id="summary" className="text-xl">
        {t("summary")}
      </h2>
      <dl className="mt-3" aria-live="polite">
        <SumRow
          label={t("subtotal", { count: localDigits(String(cart.count), locale) })}
          amount={formatTaka(cart.subtotal, locale)}
        />
        {cart.count > 0 && (
          <>
            {cart.coupon?.verdict.ok && (
              <SumRow {...await couponInWords(cart.coupon.code, discount, locale)} />
            )}
            <SumRow
              label={t("delivery")}
              amount={isFree ? t("deliveryFree") : t("deliveryFrom", { fee: formatTaka(fee, locale) })}
            />
            <VatRows {...await vatInWords(cart, locale)} />
            <SumRow label={t("total")} amount={shownTotal} isTotal />
          </>
        )}
      </dl>
      {cart.count > 0 && (
        <>
          <p className="mt-3 text-sm font-semibold text-brand empty:hidden">
            {isFree ? t("freeReached") : freeAbove !== null && howFarToFree(t, freeAbove, cart, locale)}
          </p>
          {!isFree && <p className="mt-1 text-sm text-ink-soft">{t("deliveryExact")}</p>}
          {isOffered("coupons") && <Coupon coupon={cart.coupon} locale={locale} />}
          <div className="bottom-bar flex items-center justify-between gap-4 lg:mt-5">
            <p className="font-bold leading-tight lg:hidden">{shownTotal}</p>
            <Link
              href={href(locale, "/checkout")}
              prefetch={false}
              className={button("primary", "h-12 grow")}
            >
              {t("checkout")}
            </Link>
          </div>
        </>
      )}
    </section>
  );
}

function howFarToFree(
  t: Awaited<ReturnType<typeof getTranslations<"cart">>>,
  freeAbove: Poisha,
  { subtotal }: CartView,
  locale: Locale,
): string {
  const free = formatTaka(freeAbove, locale);
  const missing = poisha(Math.max(freeAbove - subtotal, 0));
  return missing === 0
    ? t("freeAbove", { free })
    : t("freeMissing", { free, missing: formatTaka(missing, locale) });
}
