// BKASH_SIMULATOR_MARKER_5f1c: what the customer sees of the simulated window's state.
import { field } from "./entry-field.js";
import { isEntryStep, isOver, mayConfirm, state, STEPS } from "./state.js";
import { fill, textsIn } from "./texts.js";

const TERMS_URL = "https://www.bkash.com/terms-of-use-checkout";

const $ = (id) => document.getElementById(id);

export function render() {
  const texts = textsIn(state.language);
  renderLanguage(texts);
  renderPayment(texts);
  renderEntry(texts);
  renderMessages(texts);
  renderButtons();
  renderCountdown();
}

/** The seconds until a code can be sent again; ticks by itself. */
export function renderCountdown() {
  const texts = textsIn(state.language);
  const seconds = Math.max(0, Math.ceil((state.resendAt - Date.now()) / 1000));
  $("resend_otp").disabled = seconds > 0;
  $("resend_otp").textContent =
    seconds > 0 ? fill(texts.resendIn, { seconds }, state.language) : texts.resend;
}

function renderLanguage(texts) {
  document.documentElement.lang = state.language;
  document.title = texts.pageTitle;
  for (const element of document.querySelectorAll("[data-text]")) {
    element.textContent = texts[element.dataset.text];
  }
  for (const element of document.querySelectorAll("[data-label]")) {
    element.setAttribute("aria-label", texts[element.dataset.label]);
  }
  for (const button of document.querySelectorAll("[data-language]")) {
    button.setAttribute("aria-pressed", String(button.dataset.language === state.language));
  }
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

function renderEntry(texts) {
  const isShown = isEntryStep() && state.busy !== "processing";
  for (const id of ["prompt", "note", "hint"]) $(id).hidden = !isShown;
  $("note").hidden ||= isOver();
  field().hidden = !isShown;
  $("resend").hidden = !isShown || state.step !== "toOTP" || isOver() || !state.canSendAgain;
  if (!isEntryStep()) return;
  const { prompt, placeholder, note, hint } = texts.steps[state.step];
  const seconds = state.step === "toPIN" ? state.pinSeconds : state.codeSeconds;
  const masked = `${state.wallet.slice(0, 3)} ** *** ${state.wallet.slice(-3)}`;
  $("prompt").htmlFor = STEPS[state.step].id;
  const [before, after] = prompt.split("{masked}");
  $("prompt").textContent = fill(before, { wallet: state.wallet }, state.language);
  if (after !== undefined) $("prompt").append(unbroken(masked), after);
  field().placeholder = placeholder;
  field().disabled = isOver();
  field().setAttribute("aria-invalid", String(state.error !== ""));
  $("note").replaceChildren(...noteParts(fill(note, { seconds }, state.language), texts.terms));
  const allWallets = link("/#setup", texts.allWallets);
  $("hint").replaceChildren(hint, ...(state.step === "toLogin" ? [" · ", allWallets] : []));
}

function renderMessages(texts) {
  $("question").textContent = texts.question;
  $("question").hidden = state.step !== "toCancel";
  const unknown = fill(texts.errors.unknown, { code: state.error }, state.language);
  $("error").textContent = state.error ? (texts.errors[state.error] ?? unknown) : "";
  $("sent").textContent = state.hasSentAgain ? texts.sent : "";
  $("loader_div").hidden = !state.busy && state.step !== "";
  $("loader_text").textContent = texts[state.busy || (window.parent === window ? "outside" : "busy")];
  $("auto").hidden = !state.isAuto;
}

function renderButtons() {
  const isCancel = state.step === "toCancel";
  $("button_div").hidden = state.busy === "processing" || state.step === "";
  for (const id of ["close_button", "submit_button"]) $(id).hidden = isCancel;
  for (const id of ["yes_button", "no_button"]) $(id).hidden = !isCancel;
  $("close_button").disabled = state.busy !== "";
  $("submit_button").disabled = state.busy !== "" || !mayConfirm(field().value);
}

const link = (href, textContent) =>
  Object.assign(document.createElement("a"), { href, target: "_blank", rel: "noopener", textContent });

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
    return link(TERMS_URL, terms);
  });
}
