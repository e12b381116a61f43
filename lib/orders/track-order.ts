import { latinDigits } from "@/lib/kernel/msisdn";
import { db } from "@/lib/platform/db";
import { isOffered } from "@/lib/platform/features";

/** Reads an order number however people type it: `S-10042`, `s10042`, `#10042`, `S-১০০৪২`. Null when it is none. */
export function readOrderNumber(typed: string): string | null {
  const found = /^#?(?:s[-–\s]?)?(\d{1,12})$/i.exec(latinDigits(typed).trim());
  return found ? `S-${found[1]}` : null;
}

/**
 * Lets a browser see an order from now on whose number and mobile number its shopper knows: together they are what a caller
 * would be asked for. False for anybody else, whichever of the two was wrong. The caller limits how often this is tried.
 *
 * @param phone E.164.
 * @param findShopper who looks; asked only when the order was found.
 */
export async function trackOrder(
  asked: { orderNumber: string; phone: string },
  findShopper: () => Promise<{ id: string }>,
): Promise<boolean> {
  if (!isOffered("tracking")) return false;
  const order = await db.order.findFirst({
    where: { number: asked.orderNumber, contactPhone: asked.phone },
    select: { id: true },
  });
  if (!order) return false;
  const { id: shopperId } = await findShopper();
  await db.orderViewer.createMany({ data: [{ orderId: order.id, shopperId }], skipDuplicates: true });
  return true;
}
