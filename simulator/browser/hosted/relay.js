// BKASH_SIMULATOR_MARKER_5f1c: the hosted page of Checkout (URL). The window's own steps, but no shop embeds them: this
// part plays the page around the window, and leads the customer back to the shop.
import { askBackend as ask } from "/checkout/2/relay.js";
import { announceReturn } from "./going-back.js";
import { isOver, setError, state } from "./state.js";

export { askBehaviour } from "/checkout/2/relay.js";

const SECONDS_TO_READ_A_FAILURE = 10;
const address = new URLSearchParams(location.search);
const page = { paymentID: address.get("paymentId"), hash: address.get("hash") };

let toWindow = () => undefined;

/** Opens the payment that the address names. An address without one shows what the window says outside of a shop. */
export async function listenToShop(onStep) {
  toWindow = onStep;
  const { paymentData, callback } = await askPage("open");
  if (callback) location.replace(callback);
  else if (paymentData) onStep({ url: "toLogin", paymentData });
}

/** What a shop's page would answer to the window: the next step; at the end, the way back. */
export function tellShop({ action, data, prevaction }) {
  const paymentData = data?.paymentData ?? state.paymentData;
  if (action === "afterLogin") toWindow({ url: "toOTP", paymentData });
  else if (action === "afterOTP") toWindow({ url: "toPIN", paymentData });
  else if (action === "afterCancel" && isOver()) void goBack("failure");
  else if (action === "afterCancel") toWindow({ url: "toCancel", paymentData, prevaction });
  else if (action === "afterPIN") void goBack("success");
  else void goBack("cancel");
}

/** The window's backend. An error after which nothing can be entered any more sends the customer back by itself. */
export async function askBackend(step, fields) {
  const answer = await ask(step, fields);
  if (endsTheVisit(answer.statusCode))
    announceReturn(SECONDS_TO_READ_A_FAILURE, () => void goBack("failure"));
  return answer;
}

// The window's own list says which errors end it; it is asked by trying the code on.
function endsTheVisit(code) {
  const before = state.error;
  setError(code);
  const isTheEnd = isOver();
  setError(before);
  return isTheEnd;
}

async function goBack(status) {
  const { callback } = await askPage("leave", { status });
  if (callback) location.replace(callback);
}

async function askPage(step, fields = {}) {
  try {
    const response = await fetch(`/checkout/url/api/${step}`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ ...page, ...fields }),
    });
    return await response.json();
  } catch {
    return {};
  }
}
