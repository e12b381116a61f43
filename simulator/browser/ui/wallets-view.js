// BKASH_SIMULATOR_MARKER_5f1c: customers' wallets, to be filled, emptied, blocked and forgiven.
import { changed, control, look } from "./control.js";
import { code, el, field, heading, redraw } from "./dom.js";

const STATUSES = ["active", "debit-blocked", "pin-locked"];

export async function walletsView(view) {
  const { wallets } = await look("wallets");
  redraw(
    view,
    heading("Wallets"),
    el("p", {}, "A status of active also forgives wrong PINs. Any other number has no bKash account."),
    el("ul", { className: "wallets" }, ...wallets.map(row)),
    newWallet(),
  );
}

const statusSelect = (label, chosen) =>
  el(
    "select",
    label ? { "aria-label": label } : {},
    ...[...new Set([...STATUSES, chosen])].map((status) =>
      el("option", { selected: status === chosen }, status),
    ),
  );

function row({ msisdn, balance, status }) {
  const taka = el("input", { value: balance, inputMode: "decimal", "aria-label": `Balance of ${msisdn}` });
  const state = statusSelect(`Status of ${msisdn}`, status);
  const save = el(
    "button",
    {
      type: "button",
      className: "small",
      "aria-label": `Save ${msisdn}`,
      onclick: () => put(msisdn, taka.value, state.value),
    },
    "Save",
  );
  return el("li", {}, code(msisdn), taka, state, save);
}

function newWallet() {
  const number = el("input", { placeholder: "01XXXXXXXXX", inputMode: "numeric", required: true });
  const taka = el("input", { value: "1000.00", inputMode: "decimal" });
  const state = statusSelect("", "active");
  return el(
    "form",
    {
      className: "row card",
      onsubmit: async (event) => {
        event.preventDefault();
        await put(number.value, taka.value, state.value);
      },
    },
    el("h3", {}, "Open a wallet"),
    field("Number", number),
    field("Balance in taka", taka),
    field("Status", state),
    el("button", { className: "strong" }, "Open"),
  );
}

async function put(msisdn, balance, status) {
  const wallet = await control("PUT", `wallets/${encodeURIComponent(msisdn)}`, { balance, status });
  changed(`${wallet.msisdn} holds ৳${wallet.balance} and is ${wallet.status}.`);
}
