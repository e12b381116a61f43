const STAR = "M12 3.2 14.7 8.9 21 9.7 16.4 14 17.6 20.2 12 17.1 6.4 20.2 7.6 14 3 9.7 9.3 8.9Z";

/** Five stars, of which `value` are full (1 to 5, halves are drawn). `label` says it in words. */
export function Stars({ value, label, size = 16 }: { value: number; label: string; size?: number }) {
  const full = `${(Math.round(value * 2) / 2 / 5) * 100}%`;
  const row = (look: string) => (
    <svg
      viewBox="0 0 120 24"
      width={size * 5}
      height={size}
      aria-hidden="true"
      className={`max-w-none ${look}`}
    >
      {[0, 24, 48, 72, 96].map((x) => (
        <path key={x} d={STAR} transform={`translate(${x} 0)`} fill="currentColor" />
      ))}
    </svg>
  );
  return (
    <span
      role="img"
      aria-label={label}
      className="relative inline-block shrink-0 align-middle"
      style={{ width: size * 5, height: size }}
    >
      {row("text-line")}
      <span className="absolute inset-y-0 start-0 overflow-hidden" style={{ width: full }}>
        {row("text-turmeric-deep")}
      </span>
    </span>
  );
}
