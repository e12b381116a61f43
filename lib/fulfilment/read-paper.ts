import { poisha, shareOut, times, type Locale, type Poisha } from "@/lib/kernel/money";
import { localMsisdn } from "@/lib/kernel/msisdn";
import { divisionInWords, placeInWords } from "@/lib/delivery/areas";
import { db } from "@/lib/platform/db";
import { invoiceName } from "./fiscal-year";

type Both = Readonly<Record<Locale, string>>;

/** Who sold, as it stood when the invoice was issued. */
export interface Seller {
  name: Both;
  owner: Both;
  address: Both;
  bin: string;
}

/** An order as it stands on paper, in one language. */
export interface Paper {
  locale: Locale;
  orderNumber: string;
  placedAt: Date;
  invoice: { name: string; issuedAt: Date; seller: Seller } | null;
  buyer: { name: string; phone: string; address: string; place: string };
  lines: {
    sku: string;
    name: string;
    quantity: number;
    unitPriceInPoisha: Poisha;
    /** This line's share of the order's discount. */
    discountInPoisha: Poisha;
    /** Without its discount and without VAT. */
    valueInPoisha: Poisha;
    vatRateInBasisPoints: number;
    vatInPoisha: Poisha;
    totalInPoisha: Poisha;
  }[];
  /** The lines are without it already. */
  discountInPoisha: Poisha;
  deliveryFeeInPoisha: Poisha;
  vatInPoisha: Poisha;
  totalInPoisha: Poisha;
  /** bKash's receipt number of the payment that paid it, and what was paid at the door. */
  trxId: string | null;
  cashInPoisha: Poisha | null;
  /** Still to be paid at the door. */
  dueInPoisha: Poisha;
  deliveryNote: string | null;
  giftNote: string | null;
}

/** With its division, unless the district is called the same. */
function placeOnPaper(place: Parameters<typeof placeInWords>[0], locale: Locale): string {
  const words = placeInWords(place, locale);
  const division = divisionInWords(place.district, locale);
  return division && !words.endsWith(division) ? `${words}, ${division}` : words;
}

/**
 * What each line gives to the order's discount, by the lines' variants: shared out in the order in which the order was
 * priced, so that the odd poisha is where its VAT was computed.
 */
function discountByVariant(
  lines: readonly { variantId: string; unitPriceInPoisha: number; quantity: number }[],
  discount: Poisha,
): Map<string, Poisha> {
  const priced = lines.toSorted((one, other) => (one.variantId < other.variantId ? -1 : 1));
  const shares = shareOut(
    discount,
    priced.map((line) => times(poisha(line.unitPriceInPoisha), line.quantity)),
  );
  return new Map(priced.map(({ variantId }, n) => [variantId, shares[n] ?? poisha(0)]));
}

/** Orders as they stand on paper, in the order of their ids here. For whoever may see them: the caller has asked. */
export async function readPapers(orderIds: readonly string[], locale: Locale): Promise<Paper[]> {
  const orders = await db.order.findMany({
    where: { id: { in: [...orderIds] } },
    include: {
      lines: { orderBy: { sku: "asc" } },
      invoice: true,
      paidPayment: { select: { trxId: true, amountInPoisha: true } },
    },
  });
  type Row = (typeof orders)[number];
  const byId = new Map(orders.map((order) => [order.id, order]));
  return orderIds.flatMap((id) => {
    const order = byId.get(id);
    return order ? [paperOf(order)] : [];
  });

  function paperOf(order: Row): Paper {
    const said = locale === "bn";
    const discounts = discountByVariant(order.lines, poisha(order.discountInPoisha));
    const paid = (order.paidPayment?.amountInPoisha ?? 0) + (order.cashInPoisha ?? 0);
    return {
      locale,
      orderNumber: order.number,
      placedAt: order.placedAt,
      invoice: order.invoice && {
        name: invoiceName(order.invoice),
        issuedAt: order.invoice.issuedAt,
        seller: order.invoice.seller as unknown as Seller,
      },
      buyer: {
        name: order.contactName,
        phone: localMsisdn(order.contactPhone),
        address: order.deliveryAddress,
        place: placeOnPaper({ district: order.deliveryDistrict, upazila: order.deliveryUpazila }, locale),
      },
      lines: order.lines.map((line) => {
        const discount = discounts.get(line.variantId) ?? poisha(0);
        const priced = times(poisha(line.unitPriceInPoisha), line.quantity) - discount;
        // Of a price that holds its VAT the value is what is left without it.
        const value = line.vatIsIncluded ? priced - line.vatInPoisha : priced;
        const [name, choice] = said ? [line.nameBn, line.choiceBn] : [line.nameEn, line.choiceEn];
        return {
          sku: line.sku,
          name: choice ? `${name}, ${choice}` : name,
          quantity: line.quantity,
          unitPriceInPoisha: poisha(line.unitPriceInPoisha),
          discountInPoisha: discount,
          valueInPoisha: poisha(value),
          vatRateInBasisPoints: line.vatRateInBasisPoints,
          vatInPoisha: poisha(line.vatInPoisha),
          totalInPoisha: poisha(value + line.vatInPoisha),
        };
      }),
      discountInPoisha: poisha(order.discountInPoisha),
      deliveryFeeInPoisha: poisha(order.deliveryFeeInPoisha),
      vatInPoisha: poisha(order.vatInPoisha),
      totalInPoisha: poisha(order.totalInPoisha),
      trxId: order.paidPayment?.trxId ?? null,
      cashInPoisha: order.cashInPoisha === null ? null : poisha(order.cashInPoisha),
      dueInPoisha: poisha(Math.max(0, order.totalInPoisha - paid)),
      deliveryNote: order.deliveryNote,
      giftNote: order.giftNote,
    };
  }
}
