import { classes } from "./classes";

type Kind = "primary" | "quiet" | "plain";

const LOOK: Record<Kind, string> = {
  primary: "px-6 bg-brand text-on-brand hover:bg-brand-deep",
  quiet: "px-6 border border-line-strong bg-card text-ink hover:border-brand hover:text-brand",
  plain: "text-brand underline decoration-brand/40 underline-offset-4 hover:decoration-brand",
};

/** The look of a button or of a link that acts like one: at least 44 px high. */
export const button = (kind: Kind = "primary", more = ""): string =>
  classes(
    "inline-flex min-h-11 items-center justify-center gap-2 rounded-full py-2.5 text-center text-base font-semibold leading-snug",
    "transition-colors duration-150 disabled:opacity-60",
    LOOK[kind],
    more,
  );
