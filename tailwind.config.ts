import plugin from "tailwindcss/plugin";
import type { Config } from "tailwindcss";
import { colours, store } from "./store.config";

const names = Object.keys(colours.light) as (keyof typeof colours.light)[];

const variables = (colours: Record<string, string>, scheme: string): Record<string, string> => ({
  "color-scheme": scheme,
  ...Object.fromEntries(names.map((name) => [`--${name}`, colours[name] ?? ""])),
});

const config: Config = {
  content: ["./app/**/*.{ts,tsx}"],
  theme: {
    colors: {
      transparent: "transparent",
      current: "currentColor",
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
        lift: "0 8px 24px -12px var(--shadow)",
      },
    },
  },
  plugins: [
    plugin(({ addBase }) => {
      addBase({
        ":root": variables(colours.light, "light"),
        ...(store.features.darkTheme
          ? {
              // The system's choice, unless the reader made another (app/_ui/theme.ts).
              "@media (prefers-color-scheme: dark)": {
                ':root:not([data-theme="light"])': variables(colours.dark, "dark"),
              },
              ':root[data-theme="dark"]': variables(colours.dark, "dark"),
            }
          : {}),
      });
    }),
  ],
};

export default config;
