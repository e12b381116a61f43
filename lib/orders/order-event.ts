import { Prisma } from "@/generated/prisma/client";
import type { OrderStatus, PaymentSource } from "@/generated/prisma/enums";
import type { Transaction } from "@/lib/platform/db";

/** One line of an order's history, written in the transaction of the change that it tells. */
export interface OrderChange {
  orderId: string;
  from: OrderStatus | null;
  to: OrderStatus;
  source: PaymentSource;
  /** The merchant or shopper who did it, when a person did: their id. */
  actor?: string | undefined;
  detail?: Record<string, string | number> | undefined;
}

export async function writeOrderEvent(tx: Transaction, change: OrderChange): Promise<void> {
  await tx.orderEvent.create({
    data: { ...change, actor: change.actor ?? null, detail: change.detail ?? Prisma.DbNull },
  });
}
