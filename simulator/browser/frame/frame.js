// BKASH_SIMULATOR_MARKER_5f1c: the simulated payment window, number → code → PIN.
import { playStep, prepareAutoMode } from "./auto-mode.js";
import { field, replaceField } from "./entry-field.js";
import { askBackend, askBehaviour, listenToShop, tellShop } from "./relay.js";
import { render, renderCountdown } from "./render.js";
import { isEntryStep, mayConfirm, noteCodeSent, setError, state } from "./state.js";
import { preferredLanguage, rememberLanguage } from "./texts.js";

const $ = (id) => document.getElementById(id);
const SUBMIT = { toLogin: submitWallet, toOTP: submitCode, toPIN: submitPin };
const known = askBehaviour();

// ---- what the shop's page says ---------------------------------------------------------------------------------

listenToShop(async (message) => {
  prepareAutoMode(await known);
  if (message.url === "toCancel") state.previousStep = message.prevaction ?? state.step;
  state.paymentData = message.paymentData;
  state.otpResponseData = message.otpResponseData ?? state.otpResponseData;
  state.wallet = message.paymentData?.wallet ?? state.wallet;
  if (message.url === "toOnlyPin") await enterFromApp();
  else show(message.url);
});

function show(step) {
  if (!(step in SUBMIT) && step !== "toCancel") return;
  Object.assign(state, { step, error: "", busy: "", hasSentAgain: false });
  if (step === "toLogin") state.canSendAgain = true;
  replaceField(render);
  render();
  (step === "toCancel" ? $("question") : field()).focus();
  if (state.isAuto && isEntryStep()) void playStep();
}

// bKash's own app signs in with a token: number and code are skipped.
async function enterFromApp() {
  const { paymentID, token } = state.paymentData;
  const answer = await askBackend("app", { paymentID, token });
  state.wallet = answer.wallet ?? "";
  state.pinSeconds = answer.expiresInSeconds ?? state.pinSeconds;
  show(answer.statusCode === "0000" ? "toPIN" : "toLogin");
  if (answer.statusCode !== "0000") showError(answer.statusCode === "2003" ? "native" : answer.statusCode);
}

// ---- what the customer does ---------------------------------------------------------------------------------------

$("step").addEventListener("submit", async (event) => {
  event.preventDefault();
  if (state.busy || !mayConfirm(field().value)) return;
  state.busy = "busy";
  setError("");
  render();
  await SUBMIT[state.step](state.paymentData.paymentID, field().value);
});

async function submitWallet(paymentID, wallet) {
  const answer = await askBackend("wallet", { paymentID, wallet });
  if (answer.statusCode !== "0000") return showError(answer.statusCode);
  noteCodeSent(answer);
  tellShop({
    action: "afterLogin",
    successful: "Y",
    data: { paymentData: { ...state.paymentData, wallet } },
  });
}

async function submitCode(paymentID, otp) {
  const answer = await askBackend("otp", { paymentID, otp });
  if (answer.statusCode !== "0000") return showError(answer.statusCode);
  state.pinSeconds = answer.expiresInSeconds;
  const result = { statusCode: answer.statusCode, statusMessage: answer.statusMessage };
  tellShop({ action: "afterOTP", successful: "Y", data: { paymentData: state.paymentData }, result });
}

async function submitPin(paymentID, pin) {
  const answer = await askBackend("pin", { paymentID, pin });
  if (answer.statusCode !== "0000") return showError(answer.statusCode);
  state.busy = "processing";
  render();
  $("loader_div").focus();
  const { afterPinTwice, closesAfterPin } = { ...(await known), ...answer.behaviour };
  tellShop({ action: "afterPIN", successful: "Y" });
  if (afterPinTwice) tellShop({ action: "afterPIN", successful: "Y" });
  if (closesAfterPin) tellShop({ action: "closeiFrame" });
}

$("resend_otp").addEventListener("click", async () => {
  const answer = await askBackend("resend", { paymentID: state.paymentData.paymentID });
  if (answer.statusCode !== "0000") return showError(answer.statusCode);
  noteCodeSent(answer);
  setError("");
  state.hasSentAgain = true;
  replaceField(render);
  render();
  field().focus();
});

$("close_button").addEventListener("click", () => {
  const { paymentData, otpResponseData, step } = state;
  tellShop({ action: "afterCancel", data: { paymentData, otpResponseData }, prevaction: step });
});
$("no_button").addEventListener("click", () => show(state.previousStep));
$("yes_button").addEventListener("click", async () => {
  await askBackend("cancel", { paymentID: state.paymentData?.paymentID });
  tellShop({ action: "closeiFrame" });
});
$("auto_stop").addEventListener("click", () => {
  state.isAuto = false;
  render();
  field().focus();
});
document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape" || state.busy || !state.step) return;
  (state.step === "toCancel" ? $("no_button") : $("close_button")).click();
});
for (const button of document.querySelectorAll("[data-language]")) {
  button.addEventListener("click", () => {
    state.language = button.dataset.language;
    rememberLanguage(state.language);
    render();
  });
}

function showError(code) {
  state.busy = "";
  // A wrong secret is not worth correcting letter by letter.
  if (state.step !== "toLogin") field().value = "";
  setError(code);
  render();
  (field().disabled ? $("close_button") : field()).focus();
}

state.language = preferredLanguage();
setInterval(renderCountdown, 1000);
render();
