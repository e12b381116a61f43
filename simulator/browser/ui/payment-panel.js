// BKASH_SIMULATOR_MARKER_5f1c: one payment: what happened to it, and what bKash would say to it now.
import { changed, control, look } from "./control.js";
import { code, copyable, el, json, pill, timeOf } from "./dom.js";
import { latestCalls } from "./live.js";

const NEXT = {
  window: "The customer has to confirm in the window.",
  execute: "Your server has to execute it.",
  query: "Execute is under way; after a timeout, query.",
  capture: "The money is held: capture it …",
  void: "… or void it.",
  refund: "It can be refunded.",
  create: "Nothing: make a new payment.",
};
const STEPS = {
  wallet: "Customer gives the number",
  app: "Customer comes from the app",
  resend: "Customer asks for a new code",
  otp: "Customer enters the code",
  pin: "Customer enters the PIN",
  cancel: "Customer closes the window",
};

export const toneOf = (state) =>
  ({ completed: "good", declined: "bad", expired: "bad", cancelled: "odd", executing: "odd" })[state] ??
  "plain";

/** The panel of a payment; undefined when there is no such payment. */
export async function paymentPanel(paymentID) {
  const { payment, next, wouldAnswer, window: events } = await look(`payments/${paymentID}/outlook`);
  return el(
    "section",
    { className: "card payment", "aria-label": "The payment" },
    el("h3", {}, copyable("paymentID", paymentID)),
    facts(payment),
    el(
      "p",
      { className: "next" },
      el("b", {}, "Next: "),
      next.map((step) => NEXT[step]).join(" ") || "Nothing.",
    ),
    actions(payment, next),
    el("h4", {}, "If you asked bKash now"),
    el(
      "div",
      { className: "answers" },
      answer("execute", wouldAnswer.execute),
      answer("query", wouldAnswer.query),
    ),
    el("h4", {}, "What happened"),
    timeline(payment, events),
  );
}

const facts = (payment) =>
  el(
    "dl",
    { className: "facts" },
    ...Object.entries({
      State: pill(payment.state, toneOf(payment.state)),
      Amount: `৳${payment.amount}`,
      Invoice: payment.merchantInvoiceNumber,
      Wallet: payment.wallet ?? "–",
      trxID: payment.trxID ? copyable("trxID", payment.trxID) : "–",
      Executed: `${payment.executeCalls}×`,
    }).map(([name, value]) => el("div", {}, el("dt", {}, name), el("dd", {}, value))),
  );

function actions({ paymentID }, next) {
  const button = (label, path, sentence) =>
    el(
      "button",
      {
        type: "button",
        onclick: async () => {
          await control("POST", `payments/${paymentID}/${path}`, {});
          changed(sentence);
        },
      },
      label,
    );
  const canConfirm = next.includes("window");
  return el(
    "p",
    { className: "row" },
    canConfirm ? button("Confirm as customer", "authorise", "Confirmed with the first test wallet.") : "",
    canConfirm || next.includes("execute")
      ? button("Close as customer", "cancel", "The window was closed.")
      : "",
    el("a", { href: `#faults/${paymentID}` }, "Plant a fault for it"),
  );
}

function answer(operation, body) {
  // Checkout (URL) always has a statusCode, and 0000 is a yes.
  const refused = body.errorCode ?? (body.statusCode === "0000" ? undefined : body.statusCode);
  const verdict = refused ?? body.transactionStatus;
  return el(
    "details",
    {},
    el(
      "summary",
      {},
      el("b", {}, operation),
      " ",
      pill(verdict, refused ? "bad" : "good"),
      " ",
      refused ? (body.errorMessage ?? body.statusMessage) : "",
    ),
    json(`What ${operation} would answer`, body),
  );
}

function timeline({ createdAt, paymentID }, events) {
  const ofWindow = events.map(({ at, step, code: result }) => ({ at, what: STEPS[step], result }));
  const ofShop = latestCalls()
    .filter((call) => call.paymentID === paymentID && !call.path.startsWith("/checkout/"))
    .map(({ at, operation, status, errorCode, fault }) => ({
      at,
      what: `Shop calls ${operation}`,
      result: [errorCode ?? status ?? "no answer", fault].filter(Boolean).join(", "),
    }));
  const all = [...ofWindow, ...ofShop].sort((one, other) => one.at.localeCompare(other.at));
  return el(
    "ol",
    { className: "timeline" },
    ...all.map(({ at, what, result }) =>
      el("li", {}, el("time", { dateTime: at }, timeOf(at)), ` ${what} `, code(result)),
    ),
    all.length === 0 ? el("li", {}, el("time", { dateTime: createdAt }, timeOf(createdAt)), " Created") : "",
  );
}
