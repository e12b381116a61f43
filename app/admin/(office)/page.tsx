import type { Metadata } from "next";
import Link from "next/link";
import { Note } from "@/app/_ui/note";
import { requireMerchant } from "@/lib/auth/session";
import { countOrdersToPack } from "@/lib/fulfilment/orders-to-pack";
import { listOpenComplaints } from "@/lib/orders/complaints";
import { countOrdersToReview, listOrders } from "@/lib/orders/list-orders";
import { readPaymentStatuses } from "@/lib/payments/payment-history";
import { readPaymentsOverview } from "@/lib/payments/payments-overview";
import { findOrdersWithRefundDue } from "@/lib/payments/refunds-due";
import { publicMode } from "@/lib/platform/env";
import { words } from "../_words/words";
import { addressOf, firstIn, readListRequest, type ListRequest } from "./_orders/list-request";
import { OpenComplaints } from "./_orders/open-complaints";
import { OrderFilterForm } from "./_orders/order-filter-form";
import { OrderLists } from "./_orders/order-lists";
import { OrderTable } from "./_orders/order-table";
import { Overview } from "./_orders/overview";
import { Pages } from "./_orders/pages";
import { ToPack } from "./_orders/to-pack";
import { filterFor } from "./_orders/filter-for";

export const metadata: Metadata = { title: words.list.title };

interface Props {
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>;
}

const noneWords = ({ show, q, page }: ListRequest): string => {
  if (q === "" && page === 1 && show === "all") return words.list.noneYet;
  return (q === "" && page === 1 && words.list.nothingLeft[show]) || words.list.none;
};

export default async function OrdersPage({ searchParams }: Props) {
  const request = readListRequest(await searchParams);
  const merchant = await requireMerchant(addressOf(request));
  const mode = publicMode();
  const [overview, toReview, toPack, refundDue, complaints, filter] = await Promise.all([
    readPaymentsOverview(merchant, mode),
    countOrdersToReview(merchant, mode),
    countOrdersToPack(merchant),
    findOrdersWithRefundDue(merchant, mode),
    listOpenComplaints(merchant),
    filterFor(merchant, request, mode),
  ]);
  const { orders, hasMore } = filter
    ? await listOrders(merchant, filter, request.page, firstIn(request))
    : { orders: [], hasMore: false };
  const payments = await readPaymentStatuses(
    merchant,
    orders.map(({ id }) => id),
  );
  const isFiltered = request.show !== "all" || request.q !== "";
  return (
    <>
      <h1 className="text-2xl">
        {request.show === "all" ? words.list.title : words.list.shows[request.show]}
      </h1>
      <Overview overview={overview} toReview={toReview} />
      <ToPack count={toPack} />
      <OpenComplaints complaints={complaints} now={new Date()} />
      <OrderLists
        request={request}
        counts={{
          topack: toPack,
          doubt: overview.inDoubt,
          refund: refundDue.length,
          review: toReview,
        }}
      />
      <OrderFilterForm show={request.show} q={request.q} />
      {filter === null && (
        <Note kind="warning" icon="alert">
          {words.list.notUnderstood}
        </Note>
      )}
      {orders.length > 0 && <OrderTable orders={orders} payments={payments} />}
      {orders.length === 0 && filter !== null && (
        <p className="rounded-card border border-line bg-card p-6">
          {noneWords(request)}{" "}
          {(isFiltered || request.page > 1) && (
            <Link href="/admin" prefetch={false} className="text-brand underline underline-offset-4">
              {words.list.clear}
            </Link>
          )}
        </p>
      )}
      <Pages request={request} hasMore={hasMore} />
    </>
  );
}
