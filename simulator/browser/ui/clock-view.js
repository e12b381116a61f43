// BKASH_SIMULATOR_MARKER_5f1c: this bKash's time.
import { changed, control, look } from "./control.js";
import { el, field, heading, redraw } from "./dom.js";

const LEAPS = [
  ["31 seconds", 31, "a merchant's call has timed out"],
  ["2 minutes", 121, "a code, a PIN screen and the duplicate window are over"],
  ["1 hour", 3601, "a token has expired, a block is over"],
  ["24 hours", 86_401, "a paymentID has expired"],
  ["15 days", 15 * 86_400 + 1, "a payment can no longer be refunded"],
];

export async function clockView(view) {
  const { now, clockAheadSeconds, rate } = await look("clock");
  const seconds = el("input", { type: "number", min: 0, value: "60", required: true });
  const moment = el("input", { value: now, spellcheck: false, required: true });
  const speed = el("input", { type: "number", min: 0, step: "any", value: String(rate), required: true });
  const dhaka = new Date(now).toLocaleString("en-GB", { timeZone: "Asia/Dhaka" });
  redraw(
    view,
    heading("Clock"),
    el("p", { className: "big" }, el("time", { dateTime: now }, now.replace("T", " ").slice(0, 19)), " UTC"),
    el(
      "p",
      {},
      `${dhaka} in Dhaka; ${Math.round(clockAheadSeconds).toLocaleString("en")} seconds ahead of real time.`,
    ),
    el(
      "ul",
      { className: "leaps" },
      ...LEAPS.map(([name, by, effect]) =>
        el(
          "li",
          {},
          el("button", { type: "button", onclick: () => advance(by) }, `Advance ${name}`),
          ` ${effect}`,
        ),
      ),
    ),
    el(
      "div",
      { className: "row" },
      mover("Advance by seconds", seconds, () => ({ advanceSeconds: Number(seconds.value) })),
      mover("Set to", moment, () => ({ setTo: moment.value })),
      mover("Speed: seconds per real second", speed, () => ({ rate: Number(speed.value) })),
    ),
    el(
      "p",
      { className: "quiet" },
      "Tokens, payments, codes, blocks and waiting answers obey it. Reset goes back to real time.",
    ),
  );
}

const mover = (label, input, wishOf) =>
  el(
    "form",
    {
      className: "row card",
      onsubmit: async (event) => {
        event.preventDefault();
        await move(wishOf());
      },
    },
    field(label, input),
    el("button", { className: "strong", "aria-label": `${label}: do it` }, "Do it"),
  );

const advance = (advanceSeconds) => move({ advanceSeconds });

async function move(wish) {
  const { now } = await control("POST", "clock", wish);
  changed(`It is now ${now.replace("T", " ").slice(0, 19)} UTC.`);
}
