import { textOf } from "../api/api-call.ts";
import { readCreate } from "../api/read-create.ts";
import { isRefusal, refusal, type Refusal } from "../errors.ts";
import { randomText } from "../formats.ts";
import type { NewPayment } from "../payments.ts";

const REFERENCE_LIMIT = 255;
const PAY_WITHOUT_AGREEMENT = "0011";
const AGREEMENT_MODES: readonly unknown[] = ["0000", "0001"];
const SECRET_BYTES = 48;

/**
 * Reads the body of create (§11). Agreements (modes 0000 and 0001) are not simulated: they answer 2064, as bKash does
 * to a merchant who has not been given that product.
 */
export function readUrlCreate(fields: Readonly<Record<string, unknown>>): NewPayment | Refusal {
  if (AGREEMENT_MODES.includes(fields["mode"])) return refusal("2064");
  if (fields["mode"] !== PAY_WITHOUT_AGREEMENT) return refusal("2063");
  const payerReference = textOf(fields["payerReference"]);
  if (payerReference === "" || payerReference.length > REFERENCE_LIMIT) return refusal("2048");
  const callbackURL = textOf(fields["callbackURL"]);
  if (!isWebAddress(callbackURL)) return refusal("2049");
  const wanted = readCreate(fields);
  if (isRefusal(wanted)) return wanted;
  return { ...wanted, hosted: { callbackURL, payerReference, secret: randomText(SECRET_BYTES) } };
}

const isWebAddress = (text: string): boolean =>
  URL.canParse(text) && ["http:", "https:"].includes(new URL(text).protocol);
