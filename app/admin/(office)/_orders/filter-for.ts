import type { Merchant } from "@/lib/auth/merchant";
import type { OrderFilter } from "@/lib/orders/list-orders";
import { readOrderSearch } from "@/lib/orders/read-order-search";
import { findOrderOfTrx, findOrdersInDoubt } from "@/lib/payments/payment-history";
import type { PaymentMode } from "@/lib/payments/payment-provider";
import { findOrdersWithRefundDue } from "@/lib/payments/refunds-due";
import type { ListRequest } from "./list-request";

/**
 * The orders that the list is asked for. Orders know nothing of payments, so what payments know (a trxID, doubt) comes as
 * the orders' ids. Null when the search is not understood.
 */
export async function filterFor(
  merchant: Merchant,
  { show, q }: ListRequest,
  mode: PaymentMode,
): Promise<OrderFilter | null> {
  const shown = await showing(merchant, show, mode);
  if (q === "") return shown;
  const search = readOrderSearch(q);
  switch (search?.kind) {
    case "number":
      return { ...shown, number: search.number };
    case "phone":
      return { ...shown, phone: search.phone };
    case "trxId": {
      const orderId = await findOrderOfTrx(merchant, search.trxId);
      const known = shown.ids ?? [orderId];
      return { ...shown, ids: orderId && known.includes(orderId) ? [orderId] : [] };
    }
    default:
      return null;
  }
}

async function showing(
  merchant: Merchant,
  show: ListRequest["show"],
  mode: PaymentMode,
): Promise<OrderFilter> {
  switch (show) {
    case "all":
      return {};
    case "review":
      return { reviewIn: mode };
    case "doubt":
      return { ids: await findOrdersInDoubt(merchant, mode) };
    case "refund":
      return { ids: await findOrdersWithRefundDue(merchant, mode) };
    case "topack":
      return { goods: "TO_PACK" };
    case "packed":
      return { goods: "PACKED" };
    case "onway":
      return { goods: "HANDED_OVER" };
    default:
      return { status: show };
  }
}
