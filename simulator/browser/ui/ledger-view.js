// BKASH_SIMULATOR_MARKER_5f1c: the money that moved.
import { look } from "./control.js";
import { code, el, heading, redraw, table, timeOf } from "./dom.js";

const taka = (poisha) => `৳${(poisha / 100).toFixed(2)}`;
const SHOWN = 200;

export async function ledgerView(view) {
  const { totals, captures, refunds, merchantBalance } = await look("ledger");
  const tile = (label, value) => el("div", { className: "tile" }, el("dt", {}, label), el("dd", {}, value));
  redraw(
    view,
    heading("Ledger"),
    el(
      "dl",
      { className: "tiles" },
      tile("Captured", `${taka(totals.capturedInPoisha)} in ${totals.captures}`),
      tile("Refunded", `${taka(totals.refundedInPoisha)} in ${totals.refunds}`),
      tile("Net", taka(totals.capturedInPoisha - totals.refundedInPoisha)),
      tile("Merchant's account", `৳${merchantBalance}`),
    ),
    table(
      "Captures, newest first",
      ["Time", "trxID", "Amount", "Invoice", "Wallet", "Payment"],
      captures
        .slice(-SHOWN)
        .reverse()
        .map((line) => [
          timeOf(line.at),
          code(line.trxID),
          el("span", { className: "amount" }, taka(line.amountInPoisha)),
          line.merchantInvoiceNumber,
          line.wallet,
          el("a", { href: `#requests/${line.paymentID}` }, line.paymentID),
        ]),
      "No money has moved yet. It moves when execute is answered with Completed.",
    ),
    table(
      "Refunds, newest first",
      ["Time", "trxID", "Amount", "Of", "Wallet"],
      refunds
        .slice(-SHOWN)
        .reverse()
        .map((line) => [
          timeOf(line.at),
          code(line.trxID),
          el("span", { className: "amount" }, taka(line.amountInPoisha)),
          code(line.originalTrxID),
          line.wallet,
        ]),
      "No refunds.",
    ),
  );
}
