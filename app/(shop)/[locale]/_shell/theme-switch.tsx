"use client";
import { useSyncExternalStore } from "react";
import { THEME_KEY, THEMES, type Theme } from "@/app/_ui/theme";

const CHANGED = "theme-changed";

const chosen = (): Theme => (document.documentElement.dataset.theme ?? "auto") as Theme;

function onChange(callback: () => void): () => void {
  window.addEventListener(CHANGED, callback);
  return () => window.removeEventListener(CHANGED, callback);
}

function choose(theme: Theme): void {
  document.documentElement.dataset.theme = theme;
  try {
    localStorage.setItem(THEME_KEY, theme);
  } catch {
    // A browser that keeps nothing shows the choice on this page.
  }
  window.dispatchEvent(new Event(CHANGED));
}

/** As the system has it, light or dark. Hidden where there is no JavaScript to choose with. */
export function ThemeSwitch({ label, words }: { label: string; words: Record<Theme, string> }) {
  const theme = useSyncExternalStore(onChange, chosen, () => "auto");
  return (
    <fieldset className="theme-switch">
      <legend className="text-sm font-semibold text-on-night-soft">{label}</legend>
      <div className="mt-2 inline-flex rounded-full border border-on-night/30 p-0.5">
        {THEMES.map((name) => (
          <label
            key={name}
            className="relative inline-flex min-h-11 items-center rounded-full px-4 text-sm font-semibold has-[:checked]:bg-on-night has-[:checked]:text-night has-[:focus-visible]:outline-3 has-[:focus-visible]:outline-offset-2 has-[:focus-visible]:outline-on-night"
          >
            <input
              type="radio"
              name="theme"
              value={name}
              checked={theme === name}
              onChange={() => choose(name)}
              className="absolute inset-0 cursor-pointer opacity-0"
            />
            {words[name]}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
