import type { ReactNode } from "react";
import { classes } from "./classes";

/** The look of what one types in; 48 px high, and 16 px letters, so that phones do not zoom. */
export const inputLook = (hasError: boolean): string =>
  classes(
    "block w-full rounded-xl border bg-card px-4 py-2.5 text-base min-h-12 placeholder:text-ink-soft/70",
    hasError
      ? "border-terracotta-deep outline outline-1 outline-terracotta-deep"
      : "border-line-strong hover:border-ink",
  );

/** What a control inside a field carries, so that its hint and its mistake are read with it. */
export const described = (id: string, hasHint: boolean, hasError: boolean) => ({
  id,
  "aria-invalid": hasError || undefined,
  "aria-describedby": classes(hasHint && `${id}-hint`, hasError && `${id}-error`) || undefined,
});

/** A label, its control, a hint, and what is wrong. */
export function Field({
  id,
  label,
  optional,
  hint,
  error,
  children,
}: {
  id: string;
  label: string;
  /** The word for "optional", on fields that are. */
  optional?: string | undefined;
  hint?: string | undefined;
  error?: string | undefined;
  children: ReactNode;
}) {
  return (
    <div>
      <label htmlFor={id} className="mb-1 inline-block font-semibold">
        {label}
        {optional && <span className="font-normal text-ink-soft"> ({optional})</span>}
      </label>
      {hint && (
        <p id={`${id}-hint`} className="-mt-1 mb-1.5 text-sm text-ink-soft">
          {hint}
        </p>
      )}
      {children}
      {error && (
        <p id={`${id}-error`} className="mt-1.5 text-sm font-semibold text-terracotta-deep">
          {error}
        </p>
      )}
    </div>
  );
}
