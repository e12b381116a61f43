// BKASH_SIMULATOR_MARKER_5f1c: the simulated payment window, wallet → code → PIN.
import { askBackend, listenToShop, tellShop } from "./relay.js";
import { fill, preferredLanguage, rememberLanguage, textsIn } from "./texts.js";

const STEPS = {
  toLogin: { id: "phone_num", type: "tel", length: 11, isRight: (entry) => /^01[3-9]\d{8}$/.test(entry) },
  toOTP: { id: "otp_code", type: "text", length: 6, isRight: (entry) => entry.length === 6 },
  toPIN: { id: "pin_code", type: "password", length: 5, isRight: (entry) => entry.length === 5 },
};
// After these, only CLOSE is left; 2018 and 2059 leave the way to a new code.
const FINAL_ERRORS = ["2002", "2013", "2015", "2017", "2019", "2056", "native"];
const TERMS_URL = "https://www.bkash.com/terms-of-use-checkout";

const $ = (id) => document.getElementById(id);
const state = {
  language: preferredLanguage(),
  step: "",
  previousStep: "",
  paymentData: undefined,
  otpResponseData: undefined,
  wallet: "",
  error: "",
  busy: "",
  sent: false,
  resendAt: 0,
  codeSeconds: 120,
  pinSeconds: 120,
};

// ---- what the shop's page says ---------------------------------------------------------------------------------

listenToShop((message) => {
  if (message.url === "toCancel") state.previousStep = message.prevaction ?? state.step;
  state.paymentData = message.paymentData;
  state.otpResponseData = message.otpResponseData ?? state.otpResponseData;
  state.wallet = message.paymentData?.wallet ?? state.wallet;
  show(message.url === "toOnlyPin" ? "toLogin" : message.url);
  if (message.url === "toOnlyPin") showError("native");
});

function show(step) {
  if (!(step in STEPS) && step !== "toCancel") return;
  Object.assign(state, { step, error: "", busy: "", sent: false });
  replaceInput();
  render();
  (step === "toCancel" ? $("question") : input()).focus();
}

// ---- what the customer does ---------------------------------------------------------------------------------------

$("step").addEventListener("submit", async (event) => {
  event.preventDefault();
  if (state.busy || !canConfirm()) return;
  state.busy = "busy";
  setError("");
  render();
  const { paymentID } = state.paymentData;
  if (state.step === "toLogin") await submitWallet(paymentID, input().value);
  else if (state.step === "toOTP") await submitCode(paymentID, input().value);
  else await submitPin(paymentID, input().value);
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
  tellShop({ action: "afterPIN", successful: "Y" });
}

$("resend_otp").addEventListener("click", async () => {
  const answer = await askBackend("resend", { paymentID: state.paymentData.paymentID });
  if (answer.statusCode !== "0000") return showError(answer.statusCode);
  noteCodeSent(answer);
  setError("");
  state.sent = true;
  replaceInput();
  render();
  input().focus();
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

function noteCodeSent({ resendInSeconds, expiresInSeconds }) {
  state.resendAt = Date.now() + resendInSeconds * 1000;
  state.codeSeconds = expiresInSeconds;
}

function showError(code) {
  state.busy = "";
  // A wrong secret is not worth correcting letter by letter.
  if (state.step !== "toLogin") input().value = "";
  setError(code);
  render();
  (input().disabled ? $("close_button") : input()).focus();
}

function setError(code) {
  state.error = code;
  state.sent = false;
}

// ---- what the customer sees ---------------------------------------------------------------------------------------

const input = () => $("wallet").querySelector("input");
// What was refused stays refused until it is changed; a lost connection may be tried again as it is.
const canConfirm = () =>
  state.step in STEPS && ["", "network"].includes(state.error) && STEPS[state.step].isRight(input().value);

// A fresh field per step: nothing that was typed for one step is ever offered in the next.
function replaceInput() {
  const step = STEPS[state.step];
  if (!step) return;
  const field = document.createElement("input");
  Object.assign(field, { id: step.id, type: step.type, inputMode: "numeric", spellcheck: false });
  field.autocomplete = state.step === "toOTP" ? "one-time-code" : "off";
  field.setAttribute("aria-describedby", "error note");
  field.addEventListener("input", () => {
    field.value = tidy(field.value).slice(0, step.length);
    if (!FINAL_ERRORS.includes(state.error)) setError("");
    render();
  });
  input().replaceWith(field);
}

/** Digits only, from either script, without the country code. */
function tidy(text) {
  const latin = text.replace(/[০-৯]/g, (digit) => String("০১২৩৪৫৬৭৮৯".indexOf(digit)));
  const digits = latin.replace(/\D/g, "");
  return state.step === "toLogin" ? digits.replace(/^880/, "0") : digits;
}

function render() {
  const texts = textsIn(state.language);
  const isCancel = state.step === "toCancel";
  const isEntry = state.step in STEPS;
  const isFinal = FINAL_ERRORS.includes(state.error);
  document.documentElement.lang = state.language;
  for (const element of document.querySelectorAll("[data-text]"))
    element.textContent = texts[element.dataset.text];
  for (const element of document.querySelectorAll("[data-label]")) {
    element.setAttribute("aria-label", texts[element.dataset.label]);
  }
  for (const button of document.querySelectorAll("[data-language]")) {
    button.setAttribute("aria-pressed", String(button.dataset.language === state.language));
  }
  renderPayment(texts);
  renderEntry(texts, isEntry, isFinal);
  $("question").textContent = texts.question;
  $("question").hidden = !isCancel;
  $("error").textContent = state.error ? (texts.errors[state.error] ?? texts.errors[2056]) : "";
  $("sent").textContent = state.sent ? texts.sent : "";
  $("loader_div").hidden = !state.busy && state.step !== "";
  $("loader_text").textContent = texts[state.busy || (window.parent === window ? "outside" : "busy")];
  $("button_div").hidden = state.busy === "processing" || state.step === "";
  for (const id of ["close_button", "submit_button"]) $(id).hidden = isCancel;
  for (const id of ["yes_button", "no_button"]) $(id).hidden = !isCancel;
  $("close_button").disabled = state.busy !== "";
  $("submit_button").disabled = state.busy !== "" || !isEntry || !canConfirm();
  renderCountdown();
}

function renderPayment(texts) {
  const data = state.paymentData;
  $("itemDiv").hidden = !data;
  if (!data) return;
  $("merchantName").replaceChildren(...breakable(data.orgName ?? ""));
  $("merchantInvoice1").textContent = texts.invoice;
  $("merchantInvoice2").textContent = data.merchantInvoiceNumber ?? "";
  // The amount as the page gave it; a page that gives none shows none.
  $("merchantAmountVal").textContent = data.amount === undefined ? "" : `৳${data.amount}`;
}

function renderEntry(texts, isEntry, isFinal) {
  const isShown = isEntry && state.busy !== "processing";
  for (const id of ["prompt", "note", "hint"]) $(id).hidden = !isShown;
  $("note").hidden ||= isFinal;
  input().hidden = !isShown;
  $("resend").hidden = !isShown || state.step !== "toOTP" || isFinal;
  if (!isEntry) return;
  const { prompt, placeholder, note, hint } = texts.steps[state.step];
  const seconds = state.step === "toPIN" ? state.pinSeconds : state.codeSeconds;
  const masked = `${state.wallet.slice(0, 3)} ** *** ${state.wallet.slice(-3)}`;
  $("prompt").htmlFor = STEPS[state.step].id;
  const [before, after] = prompt.split("{masked}");
  $("prompt").textContent = fill(before, { wallet: state.wallet }, state.language);
  if (after !== undefined) $("prompt").append(unbroken(masked), after);
  input().placeholder = placeholder;
  input().disabled = isFinal;
  input().setAttribute("aria-invalid", String(state.error !== ""));
  $("note").replaceChildren(...noteParts(fill(note, { seconds }, state.language), texts.terms));
  $("hint").textContent = hint;
}

const unbroken = (text) =>
  Object.assign(document.createElement("span"), { className: "unbroken", textContent: text });

// LongMerchantNames may break between their words, and nowhere else if it can be helped.
function breakable(name) {
  const words = name.split(/(?<=[a-z])(?=[A-Z])/);
  return words.flatMap((word, at) => (at === 0 ? [word] : [document.createElement("wbr"), word]));
}

// *bold* and {terms}: the two things a note can carry.
function noteParts(note, terms) {
  return note.split(/(\*[^*]+\*|\{terms\})/).map((part) => {
    if (part.startsWith("*"))
      return Object.assign(document.createElement("strong"), { textContent: part.slice(1, -1) });
    if (part !== "{terms}") return part;
    const link = document.createElement("a");
    return Object.assign(link, { href: TERMS_URL, target: "_blank", rel: "noopener", textContent: terms });
  });
}

function renderCountdown() {
  const texts = textsIn(state.language);
  const seconds = Math.max(0, Math.ceil((state.resendAt - Date.now()) / 1000));
  $("resend_otp").disabled = seconds > 0;
  $("resend_otp").textContent =
    seconds > 0 ? fill(texts.resendIn, { seconds }, state.language) : texts.resend;
}

setInterval(renderCountdown, 1000);
render();
