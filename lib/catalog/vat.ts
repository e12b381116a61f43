import { poisha, shareOut, sum, type Poisha } from "@/lib/kernel/money";

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
 * cheaper by its share before its VAT is computed.
 */
export function vatOfLines(
  lines: readonly (VatRule & { lineTotal: Poisha })[],
  discount: Poisha,
): { vat: Poisha; vatAdded: Poisha; vatOfEach: Poisha[] } {
  const shares = shareOut(
    discount,
    lines.map(({ lineTotal }) => lineTotal),
  );
  const vatOfEach = lines.map((line, n) => vatOf(poisha(line.lineTotal - (shares[n] ?? 0)), line));
  const added = vatOfEach.filter((_, n) => !lines[n]?.vatIsIncluded);
  return { vat: sum(vatOfEach), vatAdded: sum(added), vatOfEach };
}
