import Link from "next/link";
import type { ReactNode } from "react";
import { formatTaka } from "@/lib/kernel/money";
import type { ListedOrder } from "@/lib/orders/list-orders";
import type { PaymentStatus } from "@/lib/payments/payment-status";
import { CashBadge, OrderBadge, PaymentBadge, ReviewBadge } from "../../_show/badge";
import { DhakaTime } from "../../_show/dhaka-time";
import { words } from "../../_words/words";

const COLUMNS = ["order", "placed", "customer", "total", "status", "payment"] as const;

/** A table; on a phone each row is a card. The roles keep it a table for screen readers where its display says otherwise. */
export function OrderTable({
  orders,
  payments,
}: {
  orders: readonly ListedOrder[];
  payments: ReadonlyMap<string, PaymentStatus>;
}) {
  return (
    <table
      role="table"
      aria-label={words.list.title}
      className="block w-full md:table md:rounded-card md:bg-card"
    >
      <thead role="rowgroup" className="sr-only md:not-sr-only md:table-header-group">
        <tr role="row" className="border-b border-line-strong">
          {COLUMNS.map((column) => (
            <th
              key={column}
              role="columnheader"
              scope="col"
              className={`px-3 py-2 text-sm font-semibold ${column === "total" ? "text-end" : "text-start"}`}
            >
              {words.list[column]}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup" className="grid gap-3 md:table-row-group">
        {orders.map((order) => (
          <OrderRow key={order.id} order={order} payment={payments.get(order.id)} />
        ))}
      </tbody>
    </table>
  );
}

function OrderRow({ order, payment }: { order: ListedOrder; payment: PaymentStatus | undefined }) {
  return (
    <tr
      role="row"
      className="relative grid grid-cols-[1fr_auto] items-center gap-x-4 gap-y-1 rounded-card border border-line bg-card px-4 py-2 focus-within:border-river hover:border-brand md:table-row md:rounded-none md:border-x-0 md:border-t-0 md:hover:bg-jute-tint"
    >
      <Cell>
        <Link
          href={`/admin/orders/${order.number}`}
          prefetch={false}
          className="inline-flex min-h-11 items-center font-bold text-brand underline-offset-4 after:absolute after:inset-0 hover:underline"
        >
          {order.number}
        </Link>
      </Cell>
      <Cell look="text-end text-sm text-ink-soft md:text-start">
        <DhakaTime at={order.placedAt} />
      </Cell>
      <Cell>
        <span className="block">{order.customerName}</span>
        <span className="block text-sm tabular-nums text-ink-soft">{order.maskedPhone}</span>
      </Cell>
      <Cell look="text-end font-semibold tabular-nums">{formatTaka(order.totalInPoisha, "en")}</Cell>
      <Cell look="self-start py-1.5">
        <Labelled label={words.list.status}>
          <OrderBadge status={order.status} />
          {order.isCashOnDelivery && <CashBadge />}
          {order.reviewReason && <ReviewBadge />}
        </Labelled>
      </Cell>
      <Cell look="self-start py-1.5 max-md:text-end">
        <Labelled label={words.list.payment}>
          {payment ? (
            <PaymentBadge status={payment} />
          ) : (
            <span className="text-sm text-ink-soft">{words.list.noPayment}</span>
          )}
        </Labelled>
      </Cell>
    </tr>
  );
}

const Cell = ({ look = "", children }: { look?: string; children: ReactNode }) => (
  <td role="cell" className={`min-w-0 md:px-3 md:py-1.5 ${look}`}>
    {children}
  </td>
);

/** On a card there is no column head to say what a badge is about. */
const Labelled = ({ label, children }: { label: string; children: ReactNode }) => (
  <>
    <span aria-hidden="true" className="block text-xs text-ink-soft md:hidden">
      {label}
    </span>
    <span className="inline-flex flex-wrap gap-1">{children}</span>
  </>
);
