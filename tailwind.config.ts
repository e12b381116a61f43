import plugin from "tailwindcss/plugin";
import type { Config } from "tailwindcss";

/** The shop's colours. Components know only these names; text on a colour keeps a contrast of 4.5 or more. */
const light = {
  paper: "#FBF8F3",
  card: "#FFFFFF",
  ink: "#1E2A26",
  "ink-soft": "#55615C",
  line: "#E7DFD0",
  "line-strong": "#8B8472",
  brand: "#0F5C4C",
  "brand-deep": "#0A4236",
  "brand-tint": "#E6F0EB",
  "on-brand": "#FBF8F3",
  terracotta: "#C8553D",
  "terracotta-deep": "#A13D28",
  turmeric: "#E3A72F",
  "turmeric-deep": "#7A5200",
  "turmeric-tint": "#FBF0D8",
  river: "#2F6F8F",
  "river-tint": "#E4EFF4",
  jute: "#D9C6A3",
  "jute-tint": "#F4EDE0",
  blush: "#F2D6CC",
  "blush-tint": "#FBF0EC",
  /** Reserved for the button that pays. */
  bkash: "#E2136E",
} as const;

const names = Object.keys(light) as (keyof typeof light)[];

const config: Config = {
  content: ["./app/**/*.{ts,tsx}"],
  theme: {
    colors: {
      transparent: "transparent",
      current: "currentColor",
      white: "#FFFFFF",
      ...Object.fromEntries(names.map((name) => [name, `var(--${name})`])),
    },
    fontFamily: {
      sans: ["var(--font-text)"],
      display: ["var(--font-display)"],
    },
    /** Bangla stands taller than Latin: the line heights come from the language (globals.css). */
    fontSize: {
      xs: ["0.8125rem", { lineHeight: "var(--leading-text)" }],
      sm: ["0.9063rem", { lineHeight: "var(--leading-text)" }],
      base: ["1rem", { lineHeight: "var(--leading-text)" }],
      lg: ["1.125rem", { lineHeight: "var(--leading-text)" }],
      xl: ["clamp(1.1875rem, 1.1rem + 0.45vw, 1.375rem)", { lineHeight: "var(--leading-head)" }],
      "2xl": ["clamp(1.4375rem, 1.25rem + 0.9vw, 1.875rem)", { lineHeight: "var(--leading-head)" }],
      "3xl": ["clamp(1.75rem, 1.4rem + 1.7vw, 2.625rem)", { lineHeight: "var(--leading-display)" }],
      "4xl": ["clamp(2.125rem, 1.5rem + 3vw, 3.75rem)", { lineHeight: "var(--leading-display)" }],
    },
    extend: {
      maxWidth: { page: "77.5rem", text: "42rem" },
      borderRadius: { card: "1rem" },
      boxShadow: {
        lift: "0 1px 2px rgb(30 42 38 / 0.05), 0 8px 24px -12px rgb(30 42 38 / 0.18)",
      },
    },
  },
  plugins: [
    plugin(({ addBase }) => {
      addBase({ ":root": Object.fromEntries(names.map((name) => [`--${name}`, light[name]])) });
    }),
  ],
};

export default config;
