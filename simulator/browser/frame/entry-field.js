// BKASH_SIMULATOR_MARKER_5f1c: the one input of the simulated window.
import { isOver, setError, state, STEPS } from "./state.js";

const BANGLA_DIGITS = "০১২৩৪৫৬৭৮৯";

export const field = () => document.querySelector("#wallet input");

/** A fresh field per step: nothing that was typed for one step is ever offered in the next. */
export function replaceField(onChange) {
  const step = STEPS[state.step];
  if (!step) return;
  const fresh = document.createElement("input");
  Object.assign(fresh, { id: step.id, type: step.type, inputMode: "numeric", spellcheck: false });
  fresh.autocomplete = state.step === "toOTP" ? "one-time-code" : "off";
  fresh.setAttribute("aria-describedby", "error note");
  fresh.addEventListener("input", () => {
    fresh.value = tidy(fresh.value).slice(0, step.length);
    if (!isOver()) setError("");
    onChange();
  });
  field().replaceWith(fresh);
}

/** Digits only, from either script, without the country code. */
function tidy(text) {
  const latin = text.replace(/[০-৯]/g, (digit) => String(BANGLA_DIGITS.indexOf(digit)));
  const digits = latin.replace(/\D/g, "");
  return state.step === "toLogin" ? digits.replace(/^880/, "0") : digits;
}
