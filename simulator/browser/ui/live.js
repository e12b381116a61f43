// BKASH_SIMULATOR_MARKER_5f1c: the requests as they come in.
import { look } from "./control.js";

const KEPT = 500;
const SETTLE_MS = 200;
const POLL_MS = 1500;

/** The latest requests, newest first. */
let calls = [];
let waiting;
const listeners = new Set();

export const latestCalls = () => calls;
export const onCalls = (listener) => listeners.add(listener);

/** Loads what there is and follows the stream; where streams do not get through, it asks again and again. */
export async function followCalls() {
  await reloadCalls();
  const stream = new EventSource("/__simulator/calls/stream");
  // After a pause in the connection something may have been missed.
  stream.addEventListener("open", reloadCalls);
  stream.addEventListener("call", ({ data }) => take(JSON.parse(data)));
  stream.addEventListener("reset", reloadCalls);
  stream.addEventListener("error", () => {
    if (stream.readyState === EventSource.CLOSED) setInterval(reloadCalls, POLL_MS);
  });
}

export async function reloadCalls() {
  const fresh = (await look("calls")).calls.slice(-KEPT).reverse();
  const isSame =
    fresh.length === calls.length && fresh.every((call, at) => versionOf(call) === versionOf(calls[at]));
  calls = fresh;
  if (!isSame) announce();
}

/** Changes when a request changes: it is reported on arrival and again when it was answered. */
export const versionOf = ({ number, at, status, paymentID }) => `${number} ${at} ${status} ${paymentID}`;

function take(call) {
  const at = calls.findIndex(({ number }) => number === call.number);
  if (at >= 0) calls[at] = call;
  else calls = [call, ...calls].slice(0, KEPT);
  announce();
}

// A load test must not redraw the page two thousand times a second.
function announce() {
  waiting ??= setTimeout(() => {
    waiting = undefined;
    for (const listener of listeners) listener();
  }, SETTLE_MS);
}
