import type { ChoiceView } from "@/lib/catalog/choices";

/** One choice as a row of radio buttons that look like what they mean: a colour is its colour. */
export function ChoiceField({
  choice,
  value,
  isGone,
  goneWord,
  onChoose,
}: {
  choice: ChoiceView;
  value: string | undefined;
  /** This value is sold out, as things are chosen. It can be chosen all the same, to see so. */
  isGone: (value: string) => boolean;
  goneWord: string;
  onChoose: (value: string) => void;
}) {
  const named = choice.values.find((one) => one.key === value);
  return (
    <fieldset>
      <legend className="mb-2 text-sm">
        <span className="text-ink-soft">{choice.name}: </span>
        <span className="font-semibold">{named?.name}</span>
      </legend>
      <div className="flex flex-wrap gap-2">
        {choice.values.map((one) => {
          const gone = isGone(one.key);
          return (
            <label
              key={one.key}
              className={`relative inline-flex min-h-11 min-w-11 items-center justify-center gap-2 rounded-full border border-line-strong bg-card text-sm font-semibold has-[:checked]:border-brand has-[:checked]:bg-brand-tint has-[:checked]:outline-2 has-[:checked]:outline-brand has-[:focus-visible]:ring-3 has-[:focus-visible]:ring-river ${one.colour ? "px-2.5" : "px-4"} ${gone ? "text-ink-soft" : ""}`}
            >
              <input
                type="radio"
                name={`choice-${choice.key}`}
                value={one.key}
                checked={one.key === value}
                onChange={() => onChoose(one.key)}
                className="sr-only"
              />
              {one.colour && (
                <span
                  aria-hidden="true"
                  className="size-6 rounded-full border border-ink/20"
                  style={{ background: one.colour }}
                />
              )}
              <span className={gone ? "line-through" : ""}>{one.name}</span>
              {gone && <span className="sr-only">({goneWord})</span>}
            </label>
          );
        })}
      </div>
    </fieldset>
  );
}
