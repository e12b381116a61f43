/** Bangladesh counts its fiscal years from 1 July to 30 June, by the clocks of Dhaka. */
const DHAKA_HOURS = 6;
const FIRST_MONTH = 6; // July, counted from 0

/** `2026-27`, the fiscal year of a moment. */
export function fiscalYearOf(at: Date): string {
  const inDhaka = new Date(at.getTime() + DHAKA_HOURS * 3_600_000);
  const begins = inDhaka.getUTCFullYear() - (inDhaka.getUTCMonth() < FIRST_MONTH ? 1 : 0);
  return `${begins}-${String((begins + 1) % 100).padStart(2, "0")}`;
}

/** `INV-2026-27-000042`: how an invoice is called on paper. */
export const invoiceName = ({ series, number }: { series: string; number: number }): string =>
  `INV-${series}-${String(number).padStart(6, "0")}`;
