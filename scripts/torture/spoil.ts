import type { Spoiled } from "./fate.ts";
import type { SimulatorAnswer } from "./simulator.ts";

/** More than the shop reads of any answer. */
const HUGE = " ".repeat(100_000);

interface Served {
  status: number;
  headers: Record<string, string>;
  body: string;
  /** The connection breaks in the middle of the body. */
  isCut: boolean;
}

/** What the shop hears in the place of bKash's answer; "reset" is a connection that breaks before any answer. */
export function spoil(how: Spoiled | undefined, real: SimulatorAnswer | undefined): Served | "reset" {
  if (how?.kind === "reset") return "reset";
  if (how?.kind === "http")
    return {
      status: how.status,
      headers: { "content-type": how.type ?? "application/json" },
      body: how.body,
      isCut: false,
    };
  if (!real) return "reset";
  const served = { ...real, isCut: false };
  switch (how?.kind) {
    case undefined:
      return served;
    case "cut":
      return { ...served, body: half(real.body), isCut: true };
    case "truncated":
      return { ...served, body: half(real.body) };
    case "huge":
      return {
        ...served,
        body: real.body.replace(/\}$/, `,"padding":"${HUGE}"}`),
      };
    case "wrong":
      return { ...served, body: wrong(real.body, how.field) };
  }
}

/** What bKash names; nothing where it sends something else than JSON: the certificate that its webhooks are signed with. */
function fieldsOf(body: string): Record<string, string> {
  return body.startsWith("{") ? (JSON.parse(body) as Record<string, string>) : {};
}

const half = (text: string): string => text.slice(0, Math.floor(text.length / 2));

/** A field that differs from what it was; unchanged where there is no such field. */
function wrong(body: string, field: "amount" | "currency" | "merchantInvoiceNumber" | "paymentID"): string {
  const fields = fieldsOf(body);
  const value = fields[field];
  if (value === undefined) return body;
  const other = {
    amount: () => plus(value, 1),
    currency: () => "USD",
    merchantInvoiceNumber: () => `${value}-other`,
    paymentID: () => `${value.startsWith("X") ? "Y" : "X"}${value.slice(1)}`,
  };
  return JSON.stringify({ ...fields, [field]: other[field]() });
}

/** A body in which the amount is so many taka more, or less. */
export function tamper(body: string, taka: number): string {
  const fields = fieldsOf(body);
  return fields.amount === undefined
    ? body
    : JSON.stringify({ ...fields, amount: plus(fields.amount, taka) });
}

function plus(amount: string, taka: number): string {
  const [whole = "0", ...rest] = amount.split(".");
  return [String(Number(whole) + taka), ...rest].join(".");
}

/** Query's answer as if nothing had been executed yet. */
export function deny(body: string): string {
  const fields = fieldsOf(body);
  if (fields.transactionStatus !== "Completed") return body;
  const { trxID: _trxID, updateTime: _updateTime, ...rest } = fields;
  return JSON.stringify({ ...rest, transactionStatus: "Initiated" });
}
