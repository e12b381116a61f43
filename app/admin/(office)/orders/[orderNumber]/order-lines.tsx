import { SumRow } from "@/app/_ui/sum-row";
import { formatTaka, poisha } from "@/lib/kernel/money";
import type { WholeOrder } from "@/lib/orders/read-order-as-merchant";
import { words } from "../../../_words/words";

/** What was ordered, and what it costs. */
export function OrderLines({ order }: { order: WholeOrder }) {
  const says = words.order;
  return (
    <section aria-labelledby="lines" className="rounded-card border border-line bg-card p-4 sm:p-5">
      <h2 id="lines" className="text-xl">
        {says.lines}
      </h2>
      <ul className="my-3 divide-y divide-line border-y border-line">
        {order.lines.map((line) => (
          <li key={line.sku} className="grid grid-cols-[1fr_auto] gap-x-4 py-2">
            <span className="font-medium">{line.name}</span>
            <span className="text-end font-medium tabular-nums">{formatTaka(line.totalInPoisha, "en")}</span>
            <span className="text-sm text-ink-soft">{line.sku}</span>
            <span className="text-end text-sm tabular-nums text-ink-soft">
              {line.quantity} × {formatTaka(line.unitPriceInPoisha, "en")}
            </span>
          </li>
        ))}
      </ul>
      <dl>
        <SumRow label={says.subtotal} amount={formatTaka(order.subtotalInPoisha, "en")} />
        {order.couponCode && (
          <SumRow
            label={words.coupons.line(order.couponCode)}
            amount={
              order.discountInPoisha > 0
                ? `−${formatTaka(order.discountInPoisha, "en")}`
                : words.coupons.freeDelivery
            }
          />
        )}
        <SumRow label={says.delivery} amount={formatTaka(order.deliveryFeeInPoisha, "en")} />
        {order.vatAddedInPoisha > 0 && (
          <SumRow label={says.vat} amount={formatTaka(order.vatAddedInPoisha, "en")} />
        )}
        {order.vatInPoisha > order.vatAddedInPoisha && (
          <SumRow
            label={says.vatIncluded}
            amount={formatTaka(poisha(order.vatInPoisha - order.vatAddedInPoisha), "en")}
          />
        )}
        <SumRow label={says.total} amount={formatTaka(order.totalInPoisha, "en")} isTotal />
        {order.payNowInPoisha < order.totalInPoisha && (
          <SumRow label={says.payNow} amount={formatTaka(order.payNowInPoisha, "en")} />
        )}
        {order.dueInPoisha > 0 && (
          <SumRow label={says.dueAtTheDoor} amount={formatTaka(order.dueInPoisha, "en")} />
        )}
      </dl>
    </section>
  );
}
