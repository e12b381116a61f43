import { CHECKOUT_SCHEMAS } from "./checkout-schemas.ts";
import { listOf, object, oneWord, text, type Schema } from "./schema.ts";
import {
  amountWished,
  currency,
  intent,
  invoice,
  msisdn,
  status,
  time,
  trxID,
  twoDecimals,
  written,
} from "./wire-fields.ts";

const paymentID = text("TR0011, 7 characters and 13 digits (§2)", "TR0011[0-9A-Za-z]{7}\\d{13}");
const address = text("an address at the merchant's");
const verified = oneWord("Incomplete", "Complete");
const OK = { statusCode: oneWord("0000"), statusMessage: oneWord("Successful") };

/** A successful answer of this product: the code beside the fields (§2). */
const done = (fields: Readonly<Record<string, Schema>>): Schema => object({ ...OK, ...fields });

/** The other product's answer with the code beside it. */
function doneAs(name: string): Schema {
  const schema = CHECKOUT_SCHEMAS[name] ?? {};
  return {
    ...schema,
    properties: { ...OK, ...(schema["properties"] as Schema) },
    required: [...Object.keys(OK), ...(schema["required"] as string[])],
  };
}

const refunded = {
  refundTrxId: trxID,
  refundTransactionStatus: oneWord("Completed"),
  refundAmount: twoDecimals,
  completedTime: time,
};

const { GatewayMessage, TokenFailure, GrantWish, RefreshWish, RefundWish } = CHECKOUT_SCHEMAS;

/** What goes over the wire between merchant and bKash in Checkout (URL) (§11). */
export const TOKENIZED_SCHEMAS: Readonly<Record<string, Schema | undefined>> = {
  GatewayMessage,
  TokenFailure,
  GrantWish,
  RefreshWish,
  RefundWish,
  Refusal: object({
    statusCode: text("bKash's code", "(?!0000)\\d{3,4}"),
    statusMessage: text(),
  }),
  Token: doneAs("Token"),
  CreateWish: {
    type: "object",
    properties: {
      mode: oneWord("0011"),
      payerReference: text("at most 255 characters", ".{1,255}"),
      callbackURL: address,
      amount: amountWished,
      currency,
      intent,
      merchantInvoiceNumber: invoice,
      merchantAssociationInfo: text(),
    },
    required: [
      "mode",
      "payerReference",
      "callbackURL",
      "amount",
      "currency",
      "intent",
      "merchantInvoiceNumber",
    ],
  },
  Created: done({
    paymentID,
    bkashURL: text("the page to lead the customer to"),
    callbackURL: address,
    successCallbackURL: address,
    failureCallbackURL: address,
    cancelledCallbackURL: address,
    amount: written,
    intent,
    currency,
    paymentCreateTime: time,
    transactionStatus: oneWord("Initiated"),
    merchantInvoiceNumber: invoice,
  }),
  PaymentWish: object({ paymentID: text() }),
  TransactionWish: object({ trxID: text() }),
  AgreementWish: object({ agreementID: text() }),
  Executed: done({
    paymentID,
    payerReference: text(),
    customerMsisdn: msisdn,
    trxID,
    amount: written,
    transactionStatus: oneWord("Completed", "Authorized"),
    paymentExecuteTime: time,
    currency,
    intent,
    merchantInvoiceNumber: invoice,
  }),
  Status: done({
    paymentID,
    mode: oneWord("0011"),
    paymentCreateTime: time,
    amount: written,
    currency,
    intent,
    merchantInvoice: invoice,
    transactionStatus: status,
    verificationStatus: verified,
    userVerificationStatus: verified,
    payerReference: text(),
    "paymentExecuteTime?": time,
    "trxID?": trxID,
    "customerMsisdn?": msisdn,
  }),
  Captured: done({
    paymentID,
    createTime: time,
    updateTime: time,
    trxID,
    transactionStatus: oneWord("Completed", "Cancelled"),
  }),
  Transaction: doneAs("Transaction"),
  Refunded: doneAs("Refunded"),
  RefundV2Wish: object({
    paymentId: text(),
    trxId: text(),
    refundAmount: amountWished,
    sku: text(),
    reason: text(),
  }),
  RefundedV2: done({
    ...refunded,
    originalTrxId: trxID,
    originalTrxAmount: twoDecimals,
    currency,
    sku: text(),
    reason: text(),
  }),
  RefundStatusWish: object({ paymentId: text(), trxId: text() }),
  RefundStatus: done({
    originalTrxId: trxID,
    originalTrxAmount: twoDecimals,
    originalTrxCompletedTime: time,
    refundTransactions: listOf(object(refunded)),
  }),
};
