import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { Note } from "@/app/_ui/note";
import { requireMerchant } from "@/lib/auth/session";
import { isBeingDelivered } from "@/lib/orders/delivery-status";
import { readComplaints } from "@/lib/orders/complaints";
import { readOrderAsMerchant } from "@/lib/orders/read-order-as-merchant";
import { readDeliveryAsMerchant } from "@/lib/fulfilment/read-delivery";
import { readPaymentHistory } from "@/lib/payments/payment-history";
import { readRefundHistory } from "@/lib/payments/refund-history";
import { CashBadge, DeliveryBadge, OrderBadge } from "../../../_show/badge";
import { words } from "../../../_words/words";
import { Complaints } from "./complaints";
import { Customer } from "./customer";
import { Delivery } from "./delivery";
import { OrderLines } from "./order-lines";
import { PaymentRecord } from "./payment-record";

interface Props {
  readonly params: Promise<{ orderNumber: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: words.order.title((await params).orderNumber) };
}

export default async function OrderPage({ params }: Props) {
  const { orderNumber } = await params;
  const merchant = await requireMerchant(`/admin/orders/${encodeURIComponent(orderNumber)}`);
  const order = await readOrderAsMerchant(merchant, orderNumber);
  if (!order) notFound();
  const payments = await readPaymentHistory(merchant, order.id);
  const steps = await readDeliveryAsMerchant(merchant, order.id);
  const refunds = await readRefundHistory(merchant, order.id);
  const complaints = await readComplaints(order);
  return (
    <>
      <Link
        href="/admin"
        prefetch={false}
        className="inline-flex min-h-11 items-center text-brand underline underline-offset-4"
      >
        {words.order.back}
      </Link>
      <div className="mb-4 flex flex-wrap items-center gap-x-4 gap-y-1">
        <h1 className="text-2xl">{words.order.title(order.number)}</h1>
        <OrderBadge status={order.status} />
        {(order.deliveryStatus !== "TO_PACK" || isBeingDelivered(order)) && (
          <DeliveryBadge status={order.deliveryStatus} />
        )}
        {order.dueInPoisha > 0 && <CashBadge />}
      </div>
      {order.reviewReason && (
        <div className="mb-5">
          <Note kind="bad" icon="alert">
            <strong>{words.toReview}.</strong> {words.review[order.reviewReason]}
          </Note>
        </div>
      )}
      <div className="grid items-start gap-5 lg:grid-cols-[minmax(0,5fr)_minmax(0,2fr)]">
        <div className="min-w-0">
          <Complaints complaints={complaints} now={new Date()} />
          <OrderLines order={order} />
          <Delivery order={order} steps={steps} />
          <section aria-labelledby="payments" className="mt-6">
            <h2 id="payments" className="mb-3 text-xl">
              {words.order.payments}
            </h2>
            {payments.length === 0 && <p className="text-ink-soft">{words.order.noPayments}</p>}
            <div className="grid gap-5">
              {payments.map((payment) => (
                <PaymentRecord
                  key={payment.id}
                  payment={payment}
                  orderNumber={order.number}
                  refunds={refunds.get(payment.id)}
                />
              ))}
            </div>
          </section>
        </div>
        <Customer order={order} />
      </div>
    </>
  );
}
