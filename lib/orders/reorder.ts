import { MAX_PER_LINE } from "@/lib/cart/cart-view";
import { setQuantity } from "@/lib/cart/change-cart";
import { readCart } from "@/lib/cart/read-cart";
import { poisha, type Locale, type Poisha } from "@/lib/kernel/money";
import { db } from "@/lib/platform/db";
import { isOrderNumber, visibleTo, type Viewer } from "./order-access";

/** What differs today from when an article was ordered. */
export type ReorderNote = { sku: string; name: Record<Locale, string> } & (
  | { kind: "gone" }
  | { kind: "fewer"; asked: number; left: number }
  | { kind: "dearer" | "cheaper"; was: Poisha; now: Poisha }
);

async function findLines(orderNumber: string, viewer: Viewer) {
  if (!isOrderNumber(orderNumber)) return [];
  const order = await db.order.findFirst({
    where: { number: orderNumber, ...visibleTo(viewer) },
    select: {
      lines: {
        include: { variant: { select: { stock: true, priceInPoisha: true } } },
        orderBy: { sku: "asc" },
      },
    },
  });
  return order?.lines ?? [];
}

const sellable = ({ variant }: { variant: { stock: number } }): number =>
  Math.min(Math.max(variant.stock, 0), MAX_PER_LINE);

/**
 * Puts what an order held into the shopper's cart, as much of it as can be bought today. What is in the cart already counts:
 * done twice it changes nothing.
 *
 * @returns pieces in the cart afterwards; null when nothing of the order can be bought, or it is not the viewer's.
 */
export async function reorder(
  orderNumber: string,
  viewer: Viewer,
  shopperId: string,
): Promise<number | null> {
  const lines = await findLines(orderNumber, viewer);
  const cart = await readCart(shopperId, "en");
  let count: number | null = null;
  for (const line of lines) {
    const inCart = cart.lines.find(({ sku }) => sku === line.sku)?.askedQuantity ?? 0;
    const wanted = Math.min(Math.max(line.quantity, inCart), sellable(line));
    if (wanted === 0) continue;
    const change = await setQuantity(shopperId, line.sku, wanted);
    if (change.ok) count = change.count;
  }
  return count;
}

/** How the articles of an order differ today from what they were: prices, and what is left. Nothing for what is as before. */
export async function readReorderNotes(orderNumber: string, viewer: Viewer): Promise<ReorderNote[]> {
  const lines = await findLines(orderNumber, viewer);
  return lines.flatMap((line): ReorderNote[] => {
    const name = {
      bn: line.choiceBn ? `${line.nameBn}, ${line.choiceBn}` : line.nameBn,
      en: line.choiceEn ? `${line.nameEn}, ${line.choiceEn}` : line.nameEn,
    };
    const about = { sku: line.sku, name };
    const left = sellable(line);
    if (left === 0) return [{ ...about, kind: "gone" }];
    const [was, now] = [poisha(line.unitPriceInPoisha), poisha(line.variant.priceInPoisha)];
    const notes: ReorderNote[] = [];
    if (left < line.quantity) notes.push({ ...about, kind: "fewer", asked: line.quantity, left });
    if (was !== now) notes.push({ ...about, kind: now > was ? "dearer" : "cheaper", was, now });
    return notes;
  });
}
