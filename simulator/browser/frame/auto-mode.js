// BKASH_SIMULATOR_MARKER_5f1c: the window that fills itself in, for demos.
import { field } from "./entry-field.js";
import { isEntryStep, state } from "./state.js";

const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

let behaviour = { pauseMs: 0, entries: {} };

/** Switched on by the simulator's setting `autoMode`, or by `?auto=1` in this window's or the script's address. */
export function prepareAutoMode({ autoMode, autoModePauseMs, entries }) {
  behaviour = { pauseMs: autoModePauseMs, entries };
  state.isAuto = autoMode || new URLSearchParams(location.search).get("auto") === "1";
}

/** Enters what the step asks for and confirms, with pauses that an audience can follow. */
export async function playStep() {
  const shownField = field();
  // Whoever closes, or stops the auto mode, has the last word.
  const isStillPlaying = () => state.isAuto && isEntryStep() && field() === shownField && !state.error;
  await pause(behaviour.pauseMs);
  if (!isStillPlaying()) return;
  shownField.value = behaviour.entries[shownField.id] ?? "";
  shownField.dispatchEvent(new Event("input"));
  await pause(behaviour.pauseMs);
  if (isStillPlaying()) document.getElementById("step").requestSubmit();
}
