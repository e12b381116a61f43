type Fields = Record<string, unknown>;

/** Faults that change fields of a JSON answer and leave the rest as it is. */
const CHANGES: Readonly<Record<string, (fields: Fields) => Fields>> = {
  "wrong-amount": (fields) => changed(fields, "amount", oneTakaMore),
  "wrong-currency": (fields) => changed(fields, "currency", () => "USD"),
  "wrong-invoice": (fields) => changed(fields, "merchantInvoiceNumber", (invoice) => `${invoice}-other`),
  // An id that begins with X would not be changed by another X.
  "wrong-payment-id": (fields) =>
    changed(fields, "paymentID", (id) => (id.startsWith("X") ? "Y" : "X") + id.slice(1)),
  "other-expires-in": (fields) => {
    const life = fields["expires_in"];
    return life === undefined
      ? fields
      : { ...fields, expires_in: typeof life === "number" ? String(life) : Number(life) };
  },
  "other-time-zone": (fields) =>
    Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, inOtherZone(value)])),
  "duplicate-after-pin": (fields) => behaving(fields, { afterPinTwice: true }),
  "close-during-execute": (fields) => behaving(fields, { closesAfterPin: true }),
  "extra-fields": (fields) => ({ ...fields, hash: "unannounced", extra: { nested: [1, null] }, note: null }),
};

/** @returns the answer's text with the fault's change; unchanged when it is no JSON object or has no such field. */
export function spoilField(fault: string, text: string): string {
  const change = CHANGES[fault];
  if (!change || !text.startsWith("{")) return text;
  return JSON.stringify(change(JSON.parse(text) as Fields));
}

/** Tells the window what to do wrong after this step, if the step went well. */
const behaving = (fields: Fields, behaviour: Fields): Fields =>
  fields["statusCode"] === "0000" ? { ...fields, behaviour } : fields;

function changed(fields: Fields, name: string, change: (text: string) => string): Fields {
  const value = fields[name];
  return typeof value === "string" ? { ...fields, [name]: change(value) } : fields;
}

const oneTakaMore = (amount: string): string => {
  const [taka = "0", ...rest] = amount.split(".");
  return [String(Number(taka) + 1), ...rest].join(".");
};

const TIMESTAMP = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d):(\d{3}) GMT\+(0000|0600)$/;
const SIX_HOURS_MS = 6 * 3_600_000;

/** The same moment, told in bKash's other zone (§2). */
function inOtherZone(value: unknown): unknown {
  const [, seconds, ms, zone] = typeof value === "string" ? (TIMESTAMP.exec(value) ?? []) : [];
  if (seconds === undefined) return value;
  const shift = zone === "0000" ? SIX_HOURS_MS : -SIX_HOURS_MS;
  const iso = new Date(Date.parse(`${seconds}.${ms}Z`) + shift).toISOString();
  return `${iso.slice(0, 19)}:${iso.slice(20, 23)} GMT+${zone === "0000" ? "0600" : "0000"}`;
}
