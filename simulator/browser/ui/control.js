// BKASH_SIMULATOR_MARKER_5f1c: the control API, and the two lines in which this page speaks.

const SHOWN_MS = 6000;
let quiet;

/** @returns the answer; on failure the reason is said on screen and thrown. */
export async function control(method, path, body) {
  let response;
  try {
    response = await fetch(`/__simulator/${path}`, {
      method,
      headers: { "content-type": "application/json" },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
  } catch {
    throw complain("The simulator does not answer. Is it still running?");
  }
  const answer = await response.json();
  if (!response.ok) throw complain(answer.error ?? `HTTP ${response.status}`);
  return answer;
}

export const look = (path) => control("GET", path);

/** To be called when something was changed: the page is drawn anew, and then the sentence is said. */
export const changed = (sentence) => document.dispatchEvent(new CustomEvent("changed", { detail: sentence }));

export function say(text) {
  document.getElementById("said").textContent = text;
  document.getElementById("trouble").textContent = "";
  clearTimeout(quiet);
  quiet = setTimeout(() => say(""), SHOWN_MS);
}

function complain(text) {
  say("");
  document.getElementById("trouble").textContent = text;
  return new Error(text);
}
