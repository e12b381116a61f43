// BKASH_SIMULATOR_MARKER_5f1c: what the simulated window knows, and the three entries that it asks for.

export const STEPS = {
  toLogin: { id: "phone_num", type: "tel", length: 11, isRight: (entry) => /^01[3-9]\d{8}$/.test(entry) },
  toOTP: { id: "otp_code", type: "text", length: 6, isRight: (entry) => entry.length === 6 },
  toPIN: { id: "pin_code", type: "password", length: 5, isRight: (entry) => entry.length === 5 },
};

// After these, only CLOSE is left. 2018 and 2059 leave the way to a new code, 2013 the way to use the last one.
const FINAL_ERRORS = ["2002", "2015", "2017", "2019", "2056", "native"];
// What was refused stays refused until it is changed; these may be tried again as they are.
const RETRIABLE = ["", "network"];

export const state = {
  language: "en",
  /** toLogin, toOTP, toPIN, toCancel; empty until the shop's page has spoken. */
  step: "",
  previousStep: "",
  paymentData: undefined,
  otpResponseData: undefined,
  wallet: "",
  /** A code of errors in texts; empty when all is well. */
  error: "",
  /** "busy" while the backend is asked, "processing" once the shop executes. */
  busy: "",
  hasSentAgain: false,
  canSendAgain: true,
  resendAt: 0,
  codeSeconds: 120,
  pinSeconds: 120,
  isAuto: false,
};

export const isEntryStep = () => state.step in STEPS;
export const isOver = () => FINAL_ERRORS.includes(state.error);
export const mayConfirm = (entry) =>
  isEntryStep() && RETRIABLE.includes(state.error) && STEPS[state.step].isRight(entry);

export function setError(code) {
  state.error = code;
  state.hasSentAgain = false;
  if (code === "2013") state.canSendAgain = false;
}

export function noteCodeSent({ resendInSeconds, expiresInSeconds }) {
  state.resendAt = Date.now() + resendInSeconds * 1000;
  state.codeSeconds = expiresInSeconds;
}
