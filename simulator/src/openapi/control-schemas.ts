import { SWITCHES } from "../settings.ts";
import {
  count,
  isoTime,
  listOf,
  mapOf,
  object,
  oneWord,
  orNull,
  ref,
  text,
  truth,
  type Schema,
} from "./schema.ts";

const taka = text("taka", "\\d+(?:\\.\\d{1,2})?");
const poisha: Schema = { type: "integer", minimum: 0, description: "poisha: 1/100 taka" };
const number: Schema = { type: "number" };

const line = {
  trxID: text(),
  paymentID: text(),
  amount: taka,
  amountInPoisha: poisha,
  wallet: text(),
  at: isoTime,
};

const clock = { now: isoTime, clockAheadSeconds: number, rate: number };

// Each switch describes itself; here its type is enough.
const switchTypes = Object.fromEntries(
  Object.entries(SWITCHES).map(([name, { default: byDefault, allowed, about }]) => [
    name,
    {
      type: typeof byDefault === "number" ? "integer" : typeof byDefault,
      default: byDefault,
      description: `${about}. Takes ${allowed}.`,
    },
  ]),
);

/** What the levers take and answer. */
export const CONTROL_SCHEMAS: Readonly<Record<string, Schema>> = {
  Error: object({
    error: text("a sentence that says what to do"),
    "errorCode?": text("what the window would say"),
  }),
  Health: object({
    status: oneWord("ok"),
    program: oneWord("bkash-simulator"),
    ...clock,
    uptimeSeconds: count,
    payments: count,
    captures: count,
    callsKept: count,
    callCharactersKept: count,
    memoryMiB: count,
  }),
  Clock: object(clock),
  ClockWish: object({
    "advanceSeconds?": { type: "number", minimum: 0 },
    "setTo?": text("an ISO 8601 instant"),
    "rate?": { type: "number", minimum: 0, maximum: 10_000 },
  }),
  Credentials: object({
    username: text(),
    password: text(),
    appKey: text(),
    appSecret: text(),
    otp: text(),
    pin: text(),
    wallets: object({ good: listOf(text()), insufficientBalance: text(), debitBlocked: text() }),
  }),
  Payment: object({
    paymentID: text(),
    state: oneWord(
      "open",
      "authorised",
      "executing",
      "completed",
      "held",
      "voided",
      "declined",
      "cancelled",
      "expired",
    ),
    amount: taka,
    amountInPoisha: poisha,
    intent: oneWord("sale", "authorization"),
    merchantInvoiceNumber: text(),
    wallet: orNull("string"),
    trxID: orNull("string"),
    refundedInPoisha: poisha,
    executeCalls: count,
    createdAt: isoTime,
    updatedAt: isoTime,
  }),
  Payments: object({ payments: listOf(ref("Payment")) }),
  Outlook: object({
    payment: ref("Payment"),
    next: listOf(text("create, window, execute, query, capture, void or refund")),
    wouldAnswer: object({ execute: mapOf(text()), query: mapOf(text()) }),
    window: listOf(object({ at: isoTime, step: text(), code: text() })),
  }),
  AuthoriseWish: object({ "wallet?": text(), "otp?": text(), "pin?": text() }),
  Wallet: object({
    msisdn: text(undefined, "01[3-9]\\d{8}"),
    balance: taka,
    balanceInPoisha: poisha,
    status: oneWord("active", "debit-blocked", "pin-locked"),
  }),
  WalletWish: {
    type: "object",
    properties: { balance: { type: ["string", "number"] }, status: { type: "string" } },
  },
  Wallets: object({ wallets: listOf(ref("Wallet")) }),
  Ledger: object({
    totals: object({ captures: count, capturedInPoisha: poisha, refunds: count, refundedInPoisha: poisha }),
    captures: listOf(object({ ...line, merchantInvoiceNumber: text() })),
    refunds: listOf(object({ ...line, originalTrxID: text() })),
    wallets: listOf(ref("Wallet")),
    merchantBalance: taka,
  }),
  Removed: object({ removed: count }),
  Settings: object(switchTypes),
  SettingsWish: { type: "object", properties: switchTypes, additionalProperties: false },
  Switches: object({
    switches: listOf(object({ name: text(), default: {}, allowed: text(), about: text() })),
  }),
  Magic: object({
    magic: listOf(object({ wallet: text(), amountEnding: text(), about: text() })),
  }),
  ResetWish: {
    type: "object",
    properties: { keepTokens: truth, ...switchTypes },
    additionalProperties: false,
  },
  Reset: object({ reset: { const: true }, settings: ref("Settings") }),
  Revoked: object({ revoked: { const: true } }),
};
