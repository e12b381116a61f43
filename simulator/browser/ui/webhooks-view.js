// BKASH_SIMULATOR_MARKER_5f1c: who is told about payments, and what came of it.
import { changed, control, look } from "./control.js";
import { code, el, field, heading, pill, redraw, table, timeOf } from "./dom.js";

const SHOWN = 200;

export async function webhooksView(view) {
  const { subscriptions, deliveries, topicArn, variants } = await look("webhooks");
  redraw(
    view,
    heading("Webhooks"),
    el("p", {}, "Signed as Amazon SNS signs. Topic ", code(topicArn)),
    subscribeForm(),
    table(
      "Subscribers",
      ["Address", "Signature", "State", "Action"],
      subscriptions.map((one) => [one.url, `version ${one.signatureVersion}`, one.state, removeButton(one)]),
      "Nobody is told about payments yet.",
    ),
    sendForm(variants),
    table(
      "Deliveries, newest first",
      ["Time", "Type", "trxID", "Variant", "Outcome", "Tries", "Action"],
      deliveries
        .slice()
        .sort((one, other) => other.createdAt.localeCompare(one.createdAt))
        .slice(0, SHOWN)
        .map(deliveryRow),
      "Nothing was sent yet.",
    ),
  );
}

function subscribeForm() {
  const url = el("input", { type: "url", placeholder: "http://localhost:3000/webhook", required: true });
  const version = el(
    "select",
    {},
    el("option", { value: "1" }, "1 (SHA-1)"),
    el("option", { value: "2" }, "2 (SHA-256)"),
  );
  return el(
    "form",
    {
      className: "row card",
      onsubmit: async (event) => {
        event.preventDefault();
        await control("POST", "webhooks/subscriptions", { url: url.value, signatureVersion: version.value });
        changed(`${url.value} gets a confirmation to answer.`);
      },
    },
    el("h3", {}, "Subscribe"),
    field("Address of your receiver", url),
    field("Signature version", version),
    el("button", { className: "strong" }, "Subscribe"),
  );
}

/** A webhook by hand, genuine or forged in one of many ways. */
function sendForm(variants) {
  const trxID = el("input", { placeholder: "of a completed payment", required: true, spellcheck: false });
  const names = ["genuine", ...variants.map(({ variant }) => variant)];
  const select = el("select", {}, ...[...new Set(names)].map((name) => el("option", {}, name)));
  return el(
    "form",
    {
      className: "row card",
      onsubmit: async (event) => {
        event.preventDefault();
        const variant = select.value;
        await control("POST", "webhooks/send", { trxID: trxID.value, variant });
        changed(`Sent: ${variant}.`);
      },
    },
    el("h3", {}, "Send by hand"),
    field("trxID", trxID),
    field("Variant", select),
    el("button", { className: "strong" }, "Send"),
  );
}

const removeButton = ({ id, url }) =>
  el(
    "button",
    {
      type: "button",
      className: "small",
      "aria-label": `Unsubscribe ${url}`,
      onclick: async () => {
        await control("DELETE", `webhooks/subscriptions/${id}`);
        changed(`${url} is told no more.`);
      },
    },
    "Unsubscribe",
  );

const deliveryRow = ({ messageId, type, variant, trxID, createdAt, outcome, attempts }) => [
  timeOf(createdAt),
  type,
  trxID ? code(trxID) : "–",
  variant,
  pill(outcome, outcome === "delivered" ? "good" : outcome === "failed" ? "bad" : "odd"),
  attempts.map(({ status, error }) => status ?? error ?? "–").join(", ") || "–",
  el(
    "button",
    {
      type: "button",
      className: "small",
      "aria-label": `Send ${messageId} again`,
      onclick: async () => {
        await control("POST", `webhooks/messages/${messageId}/resend`);
        changed("Sent once more.");
      },
    },
    "Send again",
  ),
];
