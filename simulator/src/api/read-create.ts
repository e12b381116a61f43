import { refusal, type Refusal } from "../errors.ts";
import { readTlv } from "../formats.ts";
import { readAmount } from "../money.ts";
import type { NewPayment } from "../payments.ts";
import { textOf } from "./api-call.ts";

const INVOICE_LIMIT = 255;
const FORBIDDEN_IN_INVOICE = /[<>&]/;

/** May this text be a merchantInvoiceNumber? (§4.1) */
export const isInvoice = (text: string): boolean =>
  text !== "" && text.length <= INVOICE_LIMIT && !FORBIDDEN_IN_INVOICE.test(text);

/** Reads the body of create, field by field in the order of the reference; unknown fields are ignored (§4.1). */
export function readCreate(fields: Readonly<Record<string, unknown>>): NewPayment | Refusal {
  const amount = readAmount(fields["amount"]);
  if (!amount || amount.inPoisha === 0) return refusal("2006");
  if (fields["currency"] !== "BDT") return refusal("2007");
  const intent = fields["intent"];
  if (intent !== "sale" && intent !== "authorization") return refusal("2008");
  const invoice = textOf(fields["merchantInvoiceNumber"]);
  if (!isInvoice(invoice)) return refusal("2031");
  const association = fields["merchantAssociationInfo"] ?? "";
  const tags = typeof association === "string" ? readTlv(association) : undefined;
  if (!tags) return refusal("2047");
  return { amount, intent, invoice, reference: tags.get("RF") ?? "" };
}
