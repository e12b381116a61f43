const LOOK = {
  "in-stock": "text-brand",
  "low-stock": "text-terracotta-deep",
  "sold-out": "text-ink-soft",
} as const;

export function StockNote({ state, text }: { state: keyof typeof LOOK; text: string }) {
  return (
    <p className={`flex items-center gap-2 text-sm font-semibold ${LOOK[state]}`}>
      <span
        aria-hidden="true"
        className={`size-2 rounded-full ${state === "sold-out" ? "border border-current" : "bg-current"}`}
      />
      {text}
    </p>
  );
}
