import { getTranslations } from "next-intl/server";
import { Picture } from "@/app/_ui/picture";
import { SumRow } from "@/app/_ui/sum-row";
import { VatRows } from "@/app/_ui/vat-rows";
import { formatTaka, localDigits, type Locale } from "@/lib/kernel/money";
import { couponInWords } from "../../_shell/coupon-in-words";
import type { OrderView } from "@/lib/orders/read-order";
import { vatInWords } from "../../_shell/vat-words";

/** What was ordered, and what it costs. */
export async function OrderLines({ order, locale }: { order: OrderView; locale: Locale }) {
  const t = await getTranslations({ locale, namespace: "order" });
  const p = await getTranslations({ locale, namespace: "paymentMethods" });
  return (
    <section aria-labelledby="items" className="rounded-card bg-jute-tint p-5 lg:p-7">
      <h2 id="items" className="text-xl">
        {t("items")}
      </h2>
      <ul className="mt-4 grid gap-3">
        {order.lines.map((line) => (
          <li key={line.sku} className="flex items-center gap-3">
            <Picture
              src={line.image}
              alt=""
              width={56}
              height={56}
              className="size-14 shrink-0 rounded-lg bg-card object-cover"
            />
            <p className="min-w-0 flex-1 leading-snug">
              <span className="text-ink-soft">{localDigits(`${line.quantity} ×`, locale)}</span>{" "}
              {line.name[locale]}
              {line.choice[locale] && (
                <span className="block text-sm text-ink-soft">{line.choice[locale]}</span>
              )}
            </p>
            <p className="tabular-nums">{formatTaka(line.lineTotalInPoisha, locale)}</p>
          </li>
        ))}
      </ul>
      <dl className="mt-4 border-t border-line pt-3">
        <SumRow label={t("subtotal")} amount={formatTaka(order.subtotalInPoisha, locale)} />
        {order.couponCode && (
          <SumRow {...await couponInWords(order.couponCode, order.discountInPoisha, locale)} />
        )}
        <SumRow
          label={t("delivery")}
          amount={
            order.deliveryFeeInPoisha === 0
              ? t("deliveryFree")
              : formatTaka(order.deliveryFeeInPoisha, locale)
          }
        />
        <VatRows
          {...await vatInWords({ vat: order.vatInPoisha, vatAdded: order.vatAddedInPoisha }, locale)}
        />
        <SumRow label={t("total")} amount={formatTaka(order.totalInPoisha, locale)} isTotal />
        {order.payNowInPoisha < order.totalInPoisha && (
          <SumRow label={p("payNow")} amount={formatTaka(order.payNowInPoisha, locale)} />
        )}
        {order.dueInPoisha > 0 && <SumRow label={p("due")} amount={formatTaka(order.dueInPoisha, locale)} />}
      </dl>
    </section>
  );
}
