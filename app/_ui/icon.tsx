const PATHS = {
  cart: "M3 5h2.2l1.9 9.4a1.5 1.5 0 0 0 1.5 1.2h8a1.5 1.5 0 0 0 1.5-1.2L19.5 8H6M9.5 19.5h.01M16.5 19.5h.01",
  truck:
    "M3 6.5h11v9H3zM14 10h3.6l2.9 3v2.5H14M7 18.2a1.7 1.7 0 1 0 0-3.4 1.7 1.7 0 0 0 0 3.4M17 18.2a1.7 1.7 0 1 0 0-3.4 1.7 1.7 0 0 0 0 3.4",
  back: "M8.5 5 4 9.5 8.5 14M4 9.5h10a5 5 0 0 1 0 10h-3",
  wallet: "M4 7.5A2.5 2.5 0 0 1 6.5 5H17v3M4 7.5V17a2 2 0 0 0 2 2h14V8H6.5A2.5 2.5 0 0 1 4 7.5M16 13.5h.01",
  phone:
    "M6 4h3l1.5 4.2-2 1.4a11 11 0 0 0 5 5l1.4-2L19 14v3a2 2 0 0 1-2.2 2A15 15 0 0 1 4 6.2 2 2 0 0 1 6 4z",
  person: "M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8M4.5 20a7.5 7.5 0 0 1 15 0",
  pin: "M12 20.5s6.5-5.7 6.5-10.8a6.5 6.5 0 0 0-13 0c0 5.1 6.5 10.8 6.5 10.8zM12 12a2.3 2.3 0 1 0 0-4.6 2.3 2.3 0 0 0 0 4.6",
  heart: "M12 20s-7.5-4.6-7.5-10.2A4.3 4.3 0 0 1 12 7.2a4.3 4.3 0 0 1 7.5 2.6C19.5 15.4 12 20 12 20z",
  check: "m5 12.5 4.5 4.5L19 7.5",
  plus: "M12 5v14M5 12h14",
  minus: "M5 12h14",
  close: "M6 6l12 12M18 6 6 18",
  search: "M10.5 17a6.5 6.5 0 1 0 0-13 6.5 6.5 0 0 0 0 13M15.5 15.5 20 20",
  arrow: "M5 12h14M13 6l6 6-6 6",
  bin: "M5 7h14M10 7V5h4v2M7 7l.8 12h8.4L17 7",
  mail: "M4 6h16v12H4zM4 7l8 6 8-6",
  alert:
    "M12 8v5M12 16.5h.01M10.5 4.3 3 17.5A1.7 1.7 0 0 0 4.5 20h15a1.7 1.7 0 0 0 1.5-2.5L13.5 4.3a1.7 1.7 0 0 0-3 0z",
} as const;

export type IconName = keyof typeof PATHS;

/** A line drawing beside a word that says the same: hidden from screen readers. */
export function Icon({ name, size = 22 }: { name: IconName; size?: number }) {
  return (
    <svg
      viewBox="0 0 24 24"
      width={size}
      height={size}
      fill="none"
      stroke="currentColor"
      strokeWidth="1.7"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
      className="shrink-0"
    >
      <path d={PATHS[name]} />
    </svg>
  );
}
