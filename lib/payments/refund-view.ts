import { poisha, type Poisha } from "@/lib/kernel/money";
import { db } from "@/lib/platform/db";
import type { RefundStatus } from "./refund-status";

/** What a shopper may know of money that goes back. */
export interface RefundView {
  /** `sent`: on its way. `checking`: the wallet has not said what became of it. `back`: it is there. */
  state: "sent" | "checking" | "back";
  amountInPoisha: Poisha;
  /** The wallet's receipt number, once it is there. */
  refundTrxId: string | null;
  requestedAt: Date;
  completedAt: Date | null;
  /** It is money that came twice or too late, and not the order's. */
  isOfDuplicate: boolean;
}

/** Null: the wallet refused, and the merchant sees to it; for the shopper nothing has happened. */
const STATE: Record<RefundStatus, RefundView["state"] | null> = {
  REQUESTED: "sent",
  SENDING: "sent",
  UNKNOWN: "checking",
  SUCCEEDED: "back",
  FAILED: null,
};

/** The refunds of an order, oldest first, for whoever may see it. */
export async function readRefunds(order: { id: string }): Promise<RefundView[]> {
  const refunds = await db.refund.findMany({
    where: { payment: { orderId: order.id } },
    orderBy: { requestedAt: "asc" },
    select: {
      status: true,
      amountInPoisha: true,
      refundTrxId: true,
      requestedAt: true,
      completedAt: true,
      payment: { select: { status: true } },
    },
  });
  return refunds.flatMap(({ status, amountInPoisha, payment, ...refund }) => {
    const state = STATE[status];
    if (!state) return [];
    return [
      {
        ...refund,
        state,
        amountInPoisha: poisha(amountInPoisha),
        isOfDuplicate: payment.status === "DUPLICATE",
      },
    ];
  });
}
