import { words } from "../../_words/words";

const link = "inline-flex min-h-11 items-center text-brand underline underline-offset-4";

/** How many orders wait for their parcel, and the papers to pack them with. Nothing when none does. */
export function ToPack({ count }: { count: number }) {
  const says = words.delivery;
  if (count === 0) return null;
  return (
    <p className="mb-4 flex flex-wrap items-center gap-x-5">
      <strong>{says.toPack(count)}</strong>
      <a href="/admin/papers/pick-list" target="_blank" className={link}>
        {says.pickList}
      </a>
      <a href="/admin/papers/packing-slips" target="_blank" className={link}>
        {says.packingSlips}
      </a>
    </p>
  );
}
