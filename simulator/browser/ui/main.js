// BKASH_SIMULATOR_MARKER_5f1c: the simulator's workbench: which part is shown, and when it is refreshed.
import { clockView } from "./clock-view.js";
import { control, look, say } from "./control.js";
import { forgetTyped } from "./dom.js";
import { faultsView } from "./faults-view.js";
import { ledgerView } from "./ledger-view.js";
import { followCalls, onCalls, reloadCalls } from "./live.js";
import { requestsView } from "./requests-view.js";
import { setupView } from "./setup-view.js";
import { switchesView } from "./switches-view.js";
import { walletsView } from "./wallets-view.js";
import { webhooksView } from "./webhooks-view.js";

const VIEWS = {
  requests: requestsView,
  ledger: ledgerView,
  wallets: walletsView,
  faults: faultsView,
  switches: switchesView,
  clock: clockView,
  webhooks: webhooksView,
  setup: setupView,
};
const VITALS_EVERY_MS = 2000;

const $ = (id) => document.getElementById(id);
let shown = "";
let isQueued = false;
let drawing = Promise.resolve();

/** The address names the part and what is looked at in it: #requests/{paymentID}. */
const address = () => {
  const [name, subject = ""] = location.hash.slice(1).split("/");
  return { name: name in VIEWS ? name : "requests", subject };
};

/** One drawing at a time, and the last one shows the latest: answers may come in any order. */
function show() {
  if (isQueued) return drawing;
  isQueued = true;
  // What went wrong has been said on screen.
  drawing = drawing.then(draw).catch(() => undefined);
  return drawing;
}

async function draw() {
  isQueued = false;
  const { name, subject } = address();
  const isNew = shown !== `${name}/${subject}`;
  shown = `${name}/${subject}`;
  for (const link of document.querySelectorAll("#views a")) {
    if (link.hash === `#${name}`) link.setAttribute("aria-current", "page");
    else link.removeAttribute("aria-current");
  }
  await VIEWS[name]($("view"), subject, isNew);
}

/** Whoever is typing is not interrupted; the next change brings the news. */
const isBusyTyping = () => document.activeElement?.matches("#view :is(input, select)") ?? false;

async function refresh() {
  await showVitals();
  await show();
}

async function showVitals() {
  const [health, { faults }] = [await look("health"), await look("faults")];
  $("vital_clock").textContent = health.now.replace("T", " ").slice(0, 19);
  $("vital_payments").textContent = health.payments;
  $("vital_captures").textContent = health.captures;
  $("vital_faults").textContent = faults.length;
}

$("reset").addEventListener("click", () => $("reset_dialog").showModal());
$("reset_dialog").addEventListener("close", async () => {
  if ($("reset_dialog").returnValue !== "reset") return;
  await control("POST", "reset", { keepTokens: $("reset_keep").checked });
  location.hash = "#requests";
  forgetTyped($("view"));
  await reloadCalls();
  await refresh();
  say("Everything is back at the beginning.");
});

window.addEventListener("hashchange", async () => {
  forgetTyped($("view"));
  await show();
  $("view").focus({ preventScroll: true });
  // On a phone the payment's panel lies below the list of payments.
  const panel = document.querySelector(".payment");
  if (panel) panel.scrollIntoView({ block: "nearest" });
  else window.scrollTo(0, 0);
});
document.addEventListener("changed", async ({ detail }) => {
  forgetTyped($("view"));
  await refresh();
  say(detail);
});
onCalls(() => !isBusyTyping() && refresh());
setInterval(showVitals, VITALS_EVERY_MS);
void refresh();
void followCalls();
