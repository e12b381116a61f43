import { getTranslations } from "next-intl/server";
import Link from "next/link";
import { href } from "@/app/_i18n/routing";
import { button } from "@/app/_ui/button";
import { SumRow } from "@/app/_ui/sum-row";
import type { CartView } from "@/lib/cart/cart-view";
import { FREE_DELIVERY_ABOVE, isDeliveryFree, LOWEST_FEE } from "@/lib/delivery/delivery-fee";
import { formatTaka, localDigits, poisha, sum, type Locale } from "@/lib/kernel/money";

/** What it costs, delivery included as far as it is known. */
export async function CartSummary({ cart, locale }: { cart: CartView; locale: Locale }) {
  const t = await getTranslations({ locale, namespace: "cart" });
  const isFree = isDeliveryFree(cart.subtotal);
  const total = formatTaka(isFree ? cart.subtotal : sum([cart.subtotal, LOWEST_FEE]), locale);
  const shownTotal = isFree ? total : t("totalFrom", { total });
  // One poisha more than the limit, said as a whole taka.
  const missing = formatTaka(poisha(Math.max(Math.ceil((FREE_DELIVERY_ABOVE + 1 - cart.subtotal) / 100) * 100, 0)), locale);
  return (
    <section aria-labelledby="summary" className="rounded-card bg-jute-tint p-5 lg:p-7">
      <h2 id="summary" className="text-xl">
        {t("summary")}
      </h2>
      <dl className="mt-3" aria-live="polite">
        <SumRow label={t("subtotal", { count: localDigits(String(cart.count), locale) })} amount={formatTaka(cart.subtotal, locale)} />
        {cart.count > 0 && (
          <>
            <SumRow
              label={t("delivery")}
              amount={isFree ? t("deliveryFree") : t("deliveryFrom", { fee: formatTaka(LOWEST_FEE, locale) })}
            />
            <SumRow label={t("total")} amount={shownTotal} isTotal />
          </>
        )}
      </dl>
      {cart.count > 0 && (
        <>
          <p className="mt-3 text-sm font-semibold text-brand">{isFree ? t("freeReached") : t("freeFrom", { missing })}</p>
          {!isFree && <p className="mt-1 text-sm text-ink-soft">{t("deliveryExact")}</p>}
          <div className="max-lg:fixed max-lg:inset-x-0 max-lg:bottom-0 max-lg:z-30 max-lg:bg-card max-lg:px-4 max-lg:pb-[max(0.75rem,env(safe-area-inset-bottom))] max-lg:pt-3 max-lg:shadow-bar lg:mt-5">
            <Link href={href(locale, "/checkout")} prefetch={false} className={button("primary", "h-12 w-full")}>
              {t("checkout")}
              <span className="lg:hidden">· {shownTotal}</span>
            </Link>
          </div>
        </>
      )}
    </section>
  );
}
