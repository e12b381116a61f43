import type { PaymentIdStyle, TimeZone } from "./formats.ts";

interface Switch<V> {
  readonly default: V;
  readonly allowed: string;
  readonly about: string;
  readonly accepts: (value: unknown) => value is V;
}

const oneOf = <const V extends string | number | boolean>(
  values: readonly V[],
  about: string,
): Switch<V> => ({
  default: values[0] as V,
  allowed: values.map((value) => JSON.stringify(value)).join(" | "),
  about,
  accepts: (value): value is V => (values as readonly unknown[]).includes(value),
});

const wholeNumber = (byDefault: number, about: string, least = 0): Switch<number> => ({
  default: byDefault,
  allowed: `a whole number of at least ${least}`,
  about,
  accepts: (value): value is number => Number.isSafeInteger(value) && (value as number) >= least,
});

const someText = (byDefault: string, about: string): Switch<string> => ({
  default: byDefault,
  allowed: "text",
  about,
  accepts: (value): value is string => typeof value === "string",
});

/** Everything that may be switched. Where nobody has published bKash's answer, the first value is the default (§13). */
export const SWITCHES = {
  tokenCallCap: wholeNumber(2, "grant and refresh calls allowed in a rolling hour; 0 = no cap (§3.3)"),
  tokenCallsCounted: oneOf(["together", "separately"], "do grant and refresh share one cap? Not published"),
  tokenCapShared: oneOf(
    [false, true],
    "do Checkout (iFrame) and Checkout (URL) share one cap? bKash gives each its own credentials",
  ),
  tokenBlockSeconds: wholeNumber(3600, "how long the call over the cap blocks the merchant (§3.3)"),
  tokenLifetimeSeconds: wholeNumber(3600, "life of an id_token (§3.3)", 1),
  refreshTokenLifetimeSeconds: wholeNumber(
    28 * 86_400,
    "life of a refresh_token from its first issue (§3.3)",
    1,
  ),
  refreshTokenRotates: oneOf([false, true], "does refresh answer with a new refresh_token? (§3.2)"),
  expiresInAs: oneOf(["number", "string"], "type of expires_in (§3.1)"),
  grantFailureStatus: oneOf([200, 401], "HTTP status of a failed grant. Not published"),
  tokenPrefix: oneOf(["raw-or-bearer", "raw-only"], "raw-only refuses `Bearer <id_token>` (§3.4)"),
  wrongAppKey: oneOf(["2001", "401"], "answer to a wrong X-APP-Key. Not published"),
  executeBeforeAuthorisation: oneOf(["2002", "2060"], "execute before the PIN (§5)"),
  urlExecuteBeforeAuthorisation: oneOf(["2060", "2056"], "the same for Checkout (URL) (§5)"),
  secondExecute: oneOf(["2117", "2062", "same-answer"], "execute of an executed payment (§5)"),
  executeAfterExpiry: oneOf(["2002", "2056"], "execute of an expired payment. Not published"),
  executeAfterCancel: oneOf(["2056", "2002"], "execute after the customer closed the frame. Not published"),
  cancelledStatus: oneOf(["Initiated", "Cancelled"], "what query says of a payment closed in the frame (§5)"),
  declinedStatus: oneOf(
    ["Initiated", "Declined"],
    "what query says after execute was refused. Not published",
  ),
  unexecutedFields: oneOf(
    ["omitted", "empty"],
    "trxID and updateTime in query before execute. Not published",
  ),
  debitBlockCode: oneOf(["2037", "2038"], "code of the debit-blocked wallet. Not published"),
  duplicateWindowSeconds: wholeNumber(
    120,
    "same wallet and amount again within it is refused with 2029; 0 = off (§5)",
  ),
  magicAmounts: oneOf(
    [true, false],
    "amounts that end in 13 taka and certain paisa choose their outcome: GET magic",
  ),
  paymentLifetimeSeconds: wholeNumber(86_400, "life of a paymentID (§5)", 1),
  paymentIdStyle: oneOf<PaymentIdStyle>(["2022", "2024"], "shape of paymentID (§2)"),
  timeZone: oneOf<TimeZone>(["+0000", "+0600"], "zone of timestamps (§2)"),
  createHash: oneOf([false, true], "create answers with the extra field `hash` seen in 2025 (§4.1)"),
  refundProfile: oneOf(["v1", "v2"], "v1: one refund per transaction; v2: up to 10 partial ones (§4.6)"),
  refundDays: wholeNumber(15, "age in days up to which a payment can be refunded (§4.6)", 1),
  otpTries: wholeNumber(3, "wrong codes until 2017. Not published", 1),
  otpResends: wholeNumber(2, "resends until 2013. Not published"),
  otpResendAfterSeconds: wholeNumber(30, "countdown before a code can be sent again. Not published"),
  otpLifetimeSeconds: wholeNumber(120, "life of a code, then 2018. Not published", 1),
  pinTries: wholeNumber(3, "wrong PINs until 2015 and a locked wallet. Not published", 1),
  pinLifetimeSeconds: wholeNumber(120, "life of the PIN screen, then 2019. Not published", 1),
  webhookHost: oneOf(
    ["simulator", "amazon"],
    "whose address stands in webhooks; amazon: sns.ap-southeast-1.amazonaws.com, to be mapped by the receiver (§10)",
  ),
  webhookShortCode: oneOf(["plain", "masked"], "is creditShortCode masked? Both are seen (§10)"),
  webhookMessageAs: oneOf(
    ["string", "object"],
    "Message as JSON text or printed as an object. Both are documented (§10)",
  ),
  webhookSubject: someText("", "Subject of notifications; empty = without (§10)"),
  webhookCouponPoisha: wholeNumber(
    0,
    "coupon on every payment, with its three fields in webhooks; 0 = none (§10)",
  ),
  webhookCopies: wholeNumber(
    1,
    "how often a webhook is sent; 0 = lost, 2 = duplicate. SNS promises at least one (§10)",
  ),
  webhookDelayMs: wholeNumber(0, "milliseconds on this clock from payment to webhook"),
  webhookOrder: oneOf(
    ["as-paid", "swapped"],
    "swapped: each second webhook overtakes the one before. SNS promises no order (§10)",
  ),
  latencyMs: wholeNumber(0, "every API answer waits this long, for benchmarks"),
  autoMode: oneOf([false, true], "the window fills itself in and confirms, with visible pauses: for demos"),
  autoModePauseMs: wholeNumber(1500, "real milliseconds before each thing that the auto mode does"),
  afterPinTwice: oneOf([false, true], "the window tells the page twice that the PIN was right (§7.5)"),
  closesAfterPin: oneOf([false, true], "the window closes while the shop executes (§7.6)"),
  frameDelayMs: wholeNumber(0, "real milliseconds until the window's page is served"),
  scriptStatus: oneOf(
    [200, 404, 503],
    "HTTP status of the browser script: 200, or a script that does not load",
  ),
  orgName: someText("TestCheckoutDemoMerchant1", "merchant name in create and in the frame (§4.1)"),
};

export type Settings = {
  -readonly [Name in keyof typeof SWITCHES]: (typeof SWITCHES)[Name] extends Switch<infer V> ? V : never;
};

const NAMES = Object.keys(SWITCHES) as (keyof Settings)[];

export const defaultSettings = (): Settings =>
  Object.fromEntries(NAMES.map((name) => [name, SWITCHES[name].default])) as Settings;

/**
 * Changes settings in place, all or none.
 * @returns undefined on success, else one sentence that says what to send instead.
 */
export function changeSettings(settings: Settings, changes: Record<string, unknown>): string | undefined {
  for (const [name, value] of Object.entries(changes)) {
    if (!Object.hasOwn(SWITCHES, name))
      return `There is no switch "${name}". The switches are: ${NAMES.join(", ")}.`;
    const wanted = SWITCHES[name as keyof Settings];
    if (!wanted.accepts(value)) return `"${name}" takes ${wanted.allowed}, not ${JSON.stringify(value)}.`;
  }
  Object.assign(settings, changes);
  return undefined;
}

/** The switches as data, for the control API. */
export const describeSwitches = () =>
  NAMES.map((name) => {
    const { default: byDefault, allowed, about } = SWITCHES[name];
    return { name, default: byDefault, allowed, about };
  });
