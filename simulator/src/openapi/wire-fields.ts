import { oneWord, text, type Schema } from "./schema.ts";

/** `2019-10-11T09:38:26:838 GMT+0000`: a colon before the milliseconds, either zone (§2). */
export const time = text(
  "yyyy-MM-dd'T'HH:mm:ss:SSS 'GMT'Z",
  "\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d:\\d{3} GMT\\+0[06]00",
);
export const trxID = text("10 characters; the first three are the date in Dhaka (§2)", "[0-9A-Z]{10}");
/** Empty where the switch `unexecutedFields` says so. */
export const orEmpty = (schema: Schema): Schema => ({ anyOf: [schema, { const: "" }] });
export const written = text("taka as the merchant wrote them (§2)", "\\d+(?:\\.\\d{1,2})?");
export const twoDecimals = text("taka with two decimals (§2)", "\\d+\\.\\d\\d");
export const currency = oneWord("BDT");
export const intent = oneWord("sale", "authorization");
export const status = oneWord(
  "Initiated",
  "Pending Authorized",
  "Authorized",
  "Expired",
  "Completed",
  "Cancelled",
  "Declined",
);
export const msisdn = text("a wallet", "01[3-9]\\d{8}");
export const amountWished = {
  type: ["string", "number"],
  description: "taka with at most two decimals (§4.1)",
};
export const invoice = text("at most 255 characters, without < > & (§4.1)", "[^<>&]{1,255}");
