import { parseMsisdn } from "@/lib/kernel/msisdn";

/** What somebody typed into the search box of the back office. */
export type OrderSearch =
  { kind: "phone"; phone: string } | { kind: "number"; number: string } | { kind: "trxId"; trxId: string };

/** With or without its `S-`, and with the attempt that makes it an invoice number at the wallet. */
const ORDER_NUMBER = /^(?:s-?)?(\d{1,9})(?:-\d{1,3})?$/i;
const TRX_ID = /^[0-9a-z]{6,40}$/i;

/** Tells a phone number, an order number and a receipt number apart. Null when it is none of them. */
export function readOrderSearch(typed: string): OrderSearch | null {
  const text = typed.trim();
  const phone = parseMsisdn(text);
  if (phone) return { kind: "phone", phone };
  const number = ORDER_NUMBER.exec(text)?.[1];
  if (number) return { kind: "number", number: `S-${number}` };
  return TRX_ID.test(text) ? { kind: "trxId", trxId: text } : null;
}
