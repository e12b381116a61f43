import type { OrderView } from "@/lib/orders/read-order";
import type { PaymentState } from "@/lib/payments/payment-state";

/** The part of the page that says where the money is. */
export const PANEL_ID = "payment-panel";

/** What the payment panel says. Never "failed" or "pay again" while money may have moved. */
export type PanelState =
  | "ready"
  | "paid"
  | "checking"
  | "unsure"
  | "mismatch"
  | "late"
  | "closed"
  | "declined"
  | "cancelled"
  | "expired"
  | "unopened"
  | "watch";

export function panelState(
  order: Pick<OrderView, "status" | "reviewReason">,
  { payment }: PaymentState,
): PanelState {
  if (order.status !== "PENDING" && order.status !== "CANCELLED") return "paid";
  switch (payment?.status) {
    case "EXECUTING":
      return "checking";
    case "UNCERTAIN":
      return "unsure";
    case "MISMATCH":
      return "mismatch";
    default:
  }
  if (order.status === "CANCELLED") return order.reviewReason === "LATE_CAPTURE_NO_STOCK" ? "late" : "closed";
  switch (payment?.status) {
    case "DECLINED":
      return "declined";
    case "CANCELLED":
      return "cancelled";
    case "EXPIRED":
      return "expired";
    case "ABANDONED":
      return "unopened";
    case "WATCH":
      return "watch";
    default:
      return "ready";
  }
}
