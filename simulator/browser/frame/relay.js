// BKASH_SIMULATOR_MARKER_5f1c: what the simulated window says to the shop's page and to its own backend.

const API_VERSION = "v1.2.0-beta";

let shop;

/**
 * Listens to the page that embeds this window. Its origin is learned from its first message; from then on nobody
 * else is heard or answered. Messages are JSON strings; the shop's script relays the state from step to step.
 */
export function listenToShop(onStep) {
  window.addEventListener("message", (event) => {
    if (event.source !== window.parent || typeof event.data !== "string") return;
    if (shop && event.origin !== shop) return;
    let message;
    try {
      message = JSON.parse(event.data);
    } catch {
      return;
    }
    if (typeof message?.url !== "string") return;
    shop = event.origin;
    onStep(message);
  });
}

/** Says something to the shop's page; before its first message there is nobody to talk to. */
export function tellShop(message) {
  if (shop) window.parent.postMessage(JSON.stringify(message), shop);
}

/** How this window is to behave: auto mode and faults, all off when the simulator does not say. */
export async function askBehaviour() {
  try {
    return await (await fetch("/checkout/2/api/behaviour")).json();
  } catch {
    return { autoMode: false, autoModePauseMs: 0, entries: {}, afterPinTwice: false, closesAfterPin: false };
  }
}

/** Asks the window's own backend. Answers {statusCode, ...}; "network" when nobody answered. */
export async function askBackend(step, fields) {
  try {
    const response = await fetch(`/checkout/2/api/${step}`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ ...fields, apiVersion: API_VERSION }),
    });
    return await response.json();
  } catch {
    return { statusCode: "network" };
  }
}
