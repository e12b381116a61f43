// BKASH_SIMULATOR_MARKER_5f1c: what to put into an integration, ready to copy.
import { look } from "./control.js";
import { code, copyable, el, heading, redraw, table } from "./dom.js";

const SCRIPT = "/versions/1.2.0-beta/checkout/bKash-checkout-sandbox.js";

export async function setupView(view) {
  const { magic } = await look("magic");
  const { username, password, appKey, appSecret, otp, pin, wallets } = await look("credentials");
  redraw(
    view,
    heading("Set-up"),
    el("p", {}, "Change two hosts in your integration, and use these credentials."),
    pairs({
      "API base": `${location.origin}/v1.2.0-beta`,
      "Browser script": location.origin + SCRIPT,
      username,
      password,
      app_key: appKey,
      app_secret: appSecret,
    }),
    el("h3", {}, "Test wallets"),
    pairs({
      OTP: otp,
      PIN: pin,
      ...Object.fromEntries(wallets.good.map((msisdn, at) => [`Pays (${at + 1})`, msisdn])),
      "Insufficient balance, 2023": wallets.insufficientBalance,
      "Debit block, 2037": wallets.debitBlocked,
    }),
    table(
      "Wallets and amounts that choose how a payment ends",
      ["Wallet", "Amount ends in", "What happens"],
      magic.map((one) => [copyable(one.about, one.wallet), code(`…${one.amountEnding}`), one.about]),
      "None.",
    ),
    el(
      "p",
      { className: "quiet" },
      "In demos the window can pay by itself: add ",
      code("?auto=1"),
      " to the script's address.",
    ),
  );
}

const pairs = (values) =>
  el(
    "dl",
    { className: "pairs card" },
    ...Object.entries(values).flatMap(([name, value]) => [
      el("dt", {}, name),
      el("dd", {}, copyable(name, value)),
    ]),
  );
