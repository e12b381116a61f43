import "server-only";
import { offersWithoutWallet } from "@/lib/payments/wallet-health";
import { store } from "@/store.config";

export const WAYS_TO_PAY = ["WALLET", "DELIVERY_FEE_IN_ADVANCE", "CASH_ON_DELIVERY"] as const;

export type WayToPay = (typeof WAYS_TO_PAY)[number];

/** How an order can be paid at this moment, as the merchant has set it: the wallet first. */
export async function waysToPay(): Promise<WayToPay[]> {
  const { cash } = await offersWithoutWallet("bkash");
  const isOffered: Record<WayToPay, boolean> = {
    WALLET: true,
    DELIVERY_FEE_IN_ADVANCE: store.offersDeliveryFeeInAdvance,
    CASH_ON_DELIVERY: cash,
  };
  return WAYS_TO_PAY.filter((way) => isOffered[way]);
}
