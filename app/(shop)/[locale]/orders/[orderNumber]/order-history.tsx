import { getTranslations } from "next-intl/server";
import { formatTaka, type Locale } from "@/lib/kernel/money";
import { readOrderHistory, type HistoryLine } from "@/lib/orders/order-history";
import type { OrderView } from "@/lib/orders/read-order";
import { momentInDhaka } from "./dhaka-time";

/** All that happened to an order in one list: its money, its goods, what was said. */
export async function OrderHistory({ order, locale }: { order: OrderView; locale: Locale }) {
  const [lines, t] = await Promise.all([
    readOrderHistory(order),
    getTranslations({ locale, namespace: "orderHistory" }),
  ]);
  const sentence = ({ what, amountInPoisha, courier }: HistoryLine): string =>
    what === "paidInCash" && amountInPoisha !== null
      ? t("paidInCash", { amount: formatTaka(amountInPoisha, locale) })
      : what === "handedOver" && courier
        ? t("handedOverTo", { courier })
        : what === "paidInCash"
          ? t("paid")
          : t(what);
  return (
    <section aria-labelledby="history">
      <h2 id="history" className="text-xl">
        {t("title")}
      </h2>
      <ol className="ms-1.5 mt-3 border-s-2 border-line">
        {lines.map((line) => (
          <li
            key={`${line.at.toISOString()} ${line.what}`}
            className="relative ps-5 pb-3 before:absolute before:-start-[0.4375rem] before:top-2 before:size-3 before:rounded-full before:bg-line-strong last:pb-0 last:before:bg-brand"
          >
            <p className="leading-snug">{sentence(line)}</p>
            <p className="text-sm text-ink-soft">
              <time dateTime={line.at.toISOString()}>{momentInDhaka(line.at, locale)}</time>
            </p>
          </li>
        ))}
      </ol>
    </section>
  );
}
