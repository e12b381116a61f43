// BKASH_SIMULATOR_MARKER_5f1c: which language the simulated window speaks.
import { BANGLA } from "./bangla.js";
import { ENGLISH } from "./english.js";

const TEXTS = { en: ENGLISH, bn: BANGLA };
const REMEMBERED = "bkash-simulator-language";

/** `?lang=`, else what was chosen before, else what the browser speaks. */
export function preferredLanguage() {
  const asked = new URLSearchParams(location.search).get("lang") ?? remembered() ?? navigator.language;
  return asked.toLowerCase().startsWith("bn") ? "bn" : "en";
}

// Storage may be blocked in an embedded page; then the choice lasts as long as the window.
function remembered() {
  try {
    return localStorage.getItem(REMEMBERED);
  } catch {
    return null;
  }
}

export function rememberLanguage(language) {
  try {
    localStorage.setItem(REMEMBERED, language);
  } catch {
    // Nothing is lost but the memory.
  }
}

export const textsIn = (language) => TEXTS[language];

/** Puts values into {braces}; whole numbers get the language's own digits. */
export function fill(text, values, language) {
  return text.replace(/\{(\w+)\}/g, (braces, name) => {
    const value = values[name];
    if (typeof value !== "number") return value ?? braces;
    return new Intl.NumberFormat(language === "bn" ? "bn-BD" : "en").format(value);
  });
}
