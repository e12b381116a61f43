import { SumRow } from "./sum-row";

/** VAT in a list of sums, ready to show: a row where it comes on top of the prices, a line where they hold it. */
export function VatRows({ label, added, included }: { label: string; added?: string; included?: string }) {
  return (
    <>
      {added && <SumRow label={label} amount={added} />}
      {included && (
        <div className="flex py-1 text-sm text-ink-soft">
          <dt className="sr-only">{label}</dt>
          <dd>{included}</dd>
        </div>
      )}
    </>
  );
}
