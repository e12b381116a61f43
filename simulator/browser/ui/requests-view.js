// BKASH_SIMULATOR_MARKER_5f1c: payments on one side; requests, and all about the chosen payment, on the other.
import { callLog } from "./call-log.js";
import { look } from "./control.js";
import { el, heading, pill, redraw, timeOf } from "./dom.js";
import { paymentPanel, toneOf } from "./payment-panel.js";

/** The parts on screen, so that a refresh leaves open what is open. */
let parts;

export async function requestsView(view, paymentID, isNew) {
  if (isNew || !view.contains(parts?.list)) parts = build(view, paymentID);
  const { list, panel, log } = parts;
  log.update();
  redraw(list, ...(await paymentLinks(paymentID)));
  if (!paymentID) return;
  const fresh = await paymentPanel(paymentID).catch(() =>
    el("p", { className: "empty" }, "This payment is not known any more."),
  );
  // What was unfolded stays unfolded.
  const open = [...panel.querySelectorAll("details")].map((details) => details.open);
  for (const [at, details] of fresh.querySelectorAll("details").entries()) details.open = open[at] ?? false;
  redraw(panel, fresh);
}

function build(view, paymentID) {
  const isWanted = (call) => !paymentID || call.paymentID === paymentID;
  const har = `/__simulator/calls.har${paymentID ? `?paymentID=${paymentID}` : ""}`;
  const built = { list: el("ul", { className: "payments" }), panel: el("div"), log: callLog(isWanted) };
  view.replaceChildren(
    heading("Requests"),
    el(
      "div",
      { className: "columns" },
      el("nav", { "aria-label": "Payments" }, el("h3", {}, "Payments"), built.list),
      el(
        "div",
        {},
        built.panel,
        el("h3", {}, paymentID ? "Its requests, newest first" : "All requests, newest first"),
        built.log.element,
        el("p", {}, el("a", { href: har, download: "bkash-simulator.har" }, "Save these requests as HAR")),
      ),
    ),
  );
  return built;
}

async function paymentLinks(chosen) {
  const { payments } = await look("payments");
  const link = (href, isCurrent, ...content) =>
    el("li", {}, el("a", { href, "aria-current": isCurrent ? "true" : undefined }, ...content));
  return [
    link("#requests", !chosen, el("b", {}, "All payments")),
    ...payments.map(({ paymentID, merchantInvoiceNumber, amount, state, createdAt }) =>
      link(
        `#requests/${paymentID}`,
        paymentID === chosen,
        el("span", { className: "id" }, paymentID),
        el(
          "span",
          { className: "about" },
          `${timeOf(createdAt).slice(0, 8)} · ৳${amount} · ${merchantInvoiceNumber}`,
        ),
        pill(state, toneOf(state)),
      ),
    ),
  ];
}
