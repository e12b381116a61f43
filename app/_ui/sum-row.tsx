/** One line of a bill. Belongs inside a <dl>. */
export function SumRow({
  label,
  amount,
  isTotal = false,
}: {
  label: string;
  amount: string;
  isTotal?: boolean;
}) {
  return (
    <div
      className={
        isTotal
          ? "mt-1 flex items-baseline justify-between gap-4 border-t border-line pt-3 text-lg font-bold"
          : "flex items-baseline justify-between gap-4 py-1"
      }
    >
      <dt>{label}</dt>
      <dd className="text-end tabular-nums">{amount}</dd>
    </div>
  );
}
