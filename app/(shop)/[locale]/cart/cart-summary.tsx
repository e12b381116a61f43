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
  const free = formatTaka(FREE_DELIVERY_ABOVE, locale);
  const missing = poisha(Math.max(FREE_DELIVERY_ABOVE - cart.subtotal, 0));
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
          <p className="mt-3 text-sm font-semibold text-brand">
            {isFree
              ? t("freeReached")
              : missing === 0
                ? t("freeAbove", { free })
                : t("freeMissing", { free, missing: formatTaka(missing, locale) })}
          </p>
          {!isFree && <p className="mt-1 text-sm text-ink-soft">{t("deliveryExact")}</p>}
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
