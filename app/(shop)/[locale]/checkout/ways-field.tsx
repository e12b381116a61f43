export interface WayChoice {
  readonly value: string;
  readonly title: string;
  readonly text: string;
}

/** How it is paid. A shop with one way asks nothing. */
export function WaysField({
  legend,
  ways,
  chosen,
  error,
}: {
  legend: string;
  ways: readonly WayChoice[];
  chosen: string | undefined;
  error: string | undefined;
}) {
  const [first] = ways;
  if (ways.length === 1 && first) return <input type="hidden" name="way" value={first.value} />;
  const checked = ways.some(({ value }) => value === chosen) ? chosen : first?.value;
  return (
    <fieldset className="min-w-0">
      <legend className="mb-3 font-display text-xl font-semibold">{legend}</legend>
      <div className="grid gap-3">
        {ways.map(({ value, title, text }, n) => (
          <label
            key={value}
            className="flex min-h-12 cursor-pointer gap-3 rounded-xl border border-line-strong bg-card px-4 py-3 has-[:checked]:border-brand has-[:checked]:outline has-[:checked]:outline-1 has-[:checked]:outline-brand"
          >
            <input
              type="radio"
              name="way"
              id={n === 0 ? "way" : undefined}
              value={value}
              defaultChecked={value === checked}
              aria-describedby={error ? "way-error" : undefined}
              className="mt-0.5 size-6 shrink-0 accent-brand"
            />
            <span>
              <span className="block font-semibold">{title}</span>
              <span className="block text-sm text-ink-soft">{text}</span>
            </span>
          </label>
        ))}
      </div>
      {error && (
        <p id="way-error" className="mt-1.5 text-sm font-semibold text-terracotta-deep">
          {error}
        </p>
      )}
    </fieldset>
  );
}
