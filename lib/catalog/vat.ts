import { poisha, sum, type Poisha } from "@/lib/kernel/money";

/** How a product is taxed. */
export interface VatRule {
  /** 1500 is 15 %. */
  readonly vatRateInBasisPoints: number;
  /** The price holds it already; else it comes on top. */
  readonly vatIsIncluded: boolean;
}

/**
 * The VAT of one line, in whole poisha: computed on the line (unit price × quantity) and not on the piece, and half a
 * poisha is rounded up. Within a price of 115 at 15 % it is 15; on top of 100 it is 15 as well.
 */
export function vatOf(lineTotal: Poisha, { vatRateInBasisPoints: rate, vatIsIncluded }: VatRule): Poisha {
  const whole = vatIsIncluded ? 10_000 + rate : 10_000;
  return poisha(Math.floor((2 * lineTotal * rate + whole) / (2 * whole)));
}

/**
 * What lines hold of VAT: of each, of all, and that part which is paid on top of their prices. A discount makes each line
 * cheaper in proportion before its VAT is computed; the parts are whole poisha and add up to the discount.
 */
export function vatOfLines(
  lines: readonly (VatRule & { lineTotal: Poisha })[],
  discount: Poisha,
): { vat: Poisha; vatAdded: Poisha; vatOfEach: Poisha[] } {
  const whole = sum(lines.map(({ lineTotal }) => lineTotal));
  let [before, takenOff, added] = [0, 0, 0];
  const vatOfEach = lines.map((line) => {
    before += line.lineTotal;
    const takenOffSoFar = whole === 0 ? 0 : Number((BigInt(discount) * BigInt(before)) / BigInt(whole));
    const vat = vatOf(poisha(line.lineTotal - (takenOffSoFar - takenOff)), line);
    takenOff = takenOffSoFar;
    if (!line.vatIsIncluded) added += vat;
    return vat;
  });
  return { vat: sum(vatOfEach), vatAdded: poisha(added), vatOfEach };
}
