import { isCaptured, isInDoubt } from "@/lib/payments/payment-status";
import type { PaymentState } from "@/lib/payments/payment-state";

/** The part of the page that says where the money is. */
export const PANEL_ID = "payment-panel";

/** What the payment panel says. Never "failed" or "pay again" while money may have moved, never "paid" unless it is. */
export type PanelState =
  | "ready"
  | "awaiting"
  | "checking"
  | "unsure"
  | "setAside"
  | "settingFree"
  | "paid"
  | "paidInCash"
  | "partlyRefunded"
  | "refunded"
  | "mismatch"
  | "late"
  | "dueAtDoor"
  | "closed"
  | "declined"
  | "cancelled"
  | "expired"
  | "unopened"
  | "watch"
  | "voided";

export function panelState({
  orderStatus,
  payment,
  openUntil,
  hasDuplicate,
  cashInPoisha,
  isDueAtDoor,
}: PaymentState): PanelState {
  const status = payment?.status;
  if (status && isInDoubt(status)) return status === "EXECUTING" ? "checking" : "unsure";
  if (status === "COMPLETED") {
    if (orderStatus === "PAID") return "paid";
    if (orderStatus === "PARTIALLY_REFUNDED") return "partlyRefunded";
    return orderStatus === "REFUNDED" ? "refunded" : "checking";
  }
  if (status === "MISMATCH") return "mismatch";
  if (cashInPoisha !== null) return "paidInCash";
  if (status === "AUTHORISED" || status === "CAPTURING") return "setAside";
  if (status === "VOIDING") return "settingFree";
  if (orderStatus === "CANCELLED") return hasDuplicate ? "late" : "closed";
  // An order that is paid by no payment, or money that belongs to none: a person looks at it.
  if (orderStatus !== "PENDING" || (status && isCaptured(status))) return "mismatch";
  if (isDueAtDoor) return "dueAtDoor";
  switch (status) {
    case "CREATED":
      return openUntil ? "awaiting" : "ready";
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
    case "VOIDED":
      return "voided";
    default:
      return "ready";
  }
}
