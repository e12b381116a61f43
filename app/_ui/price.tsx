/** A price, and what it was before. Both are said in words for those who do not see the stroke. */
export function Price({
  now,
  before = null,
  nowLabel,
  beforeLabel,
  isLarge = false,
}: {
  now: string;
  before?: string | null;
  nowLabel: string;
  beforeLabel: string;
  isLarge?: boolean;
}) {
  return (
    <p className="flex flex-wrap items-baseline gap-x-2">
      <span className="sr-only">{nowLabel}: </span>
      <span className={isLarge ? "text-2xl font-bold" : "text-lg font-bold"}>{now}</span>
      {before && (
        <s className={isLarge ? "text-lg text-ink-soft" : "text-sm text-ink-soft"}>
          <span className="sr-only">{beforeLabel}: </span>
          {before}
        </s>
      )}
    </p>
  );
}
