import { listOf, object, oneWord, text, type Schema } from "./schema.ts";
import {
  amountWished,
  currency,
  intent,
  invoice,
  msisdn,
  orEmpty,
  status,
  time,
  trxID,
  twoDecimals,
  written,
} from "./wire-fields.ts";

const paymentID = text(
  "7 characters and 13 digits, or CH0011, 7 characters and 13 digits (§2)",
  "[0-9A-Z]{7}\\d{13}|CH0011[0-9A-Za-z]{7}\\d{13}",
);

const executed = {
  paymentID,
  createTime: time,
  updateTime: time,
  trxID,
  transactionStatus: status,
  amount: written,
  currency,
  intent,
  merchantInvoiceNumber: invoice,
};

/** What goes over the wire between merchant and bKash (§2-§4). */
export const CHECKOUT_SCHEMAS: Readonly<Record<string, Schema>> = {
  Refusal: object({ errorCode: text("bKash's code", "\\d{3,4}"), errorMessage: text() }),
  GatewayMessage: object({ message: text("from the gateway in front of bKash (§2)") }),
  SystemError: object({ statusCode: oneWord("9999"), statusMessage: text() }),
  TokenFailure: object({ status: oneWord("fail"), msg: text() }),
  Token: object({
    token_type: oneWord("Bearer"),
    id_token: text("good for an hour (§3.3)"),
    expires_in: { type: ["integer", "string"], description: "seconds; both types are seen (§3.1)" },
    refresh_token: text("good for 28 days from its first issue (§3.3)"),
  }),
  GrantWish: object({ app_key: text(), app_secret: text() }),
  RefreshWish: object({ app_key: text(), app_secret: text(), refresh_token: text() }),
  CreateWish: {
    type: "object",
    description: "Unknown fields are ignored (§4.1)",
    properties: {
      amount: amountWished,
      currency,
      intent,
      merchantInvoiceNumber: invoice,
      merchantAssociationInfo: text("two-letter tag, two-digit length, value, repeated (§4.1)"),
    },
    required: ["amount", "currency", "intent", "merchantInvoiceNumber"],
  },
  Created: object({
    paymentID,
    createTime: time,
    orgLogo: text("address of a picture"),
    orgName: text(),
    transactionStatus: oneWord("Initiated"),
    amount: written,
    currency,
    intent,
    merchantInvoiceNumber: invoice,
    "hash?": text("seen in 2025; switch createHash (§4.1)"),
  }),
  Executed: object({ ...executed, transactionStatus: oneWord("Completed", "Authorized") }),
  Queried: object({
    ...without(executed, "updateTime", "trxID"),
    "updateTime?": orEmpty(time),
    "trxID?": orEmpty(trxID),
    refundAmount: twoDecimals,
  }),
  Captured: object({
    paymentID,
    createTime: time,
    updateTime: time,
    trxID,
    transactionStatus: oneWord("Completed", "Cancelled"),
  }),
  Transaction: object({
    amount: written,
    completedTime: time,
    currency,
    customerMsisdn: orEmpty(msisdn),
    initiationTime: time,
    organizationShortCode: text(),
    transactionReference: text(),
    transactionStatus: oneWord("Completed"),
    transactionType: text("Payment, Refund, Intra Account Transfer, … (§4.4)"),
    trxID,
  }),
  RefundWish: {
    type: "object",
    description: "Without an amount, or with null: refund status. paymentId is understood, too (§4.6)",
    properties: {
      paymentID: text(),
      paymentId: text(),
      trxID: text(),
      amount: { type: ["string", "number", "null"] },
      sku: { type: ["string", "null"], maxLength: 255 },
      reason: { type: ["string", "null"], maxLength: 255 },
    },
    required: ["trxID"],
  },
  Refunded: object({
    completedTime: time,
    transactionStatus: oneWord("Completed"),
    originalTrxID: trxID,
    refundTrxID: trxID,
    amount: twoDecimals,
    currency,
    charge: twoDecimals,
  }),
  Balance: object({
    organizationBalance: listOf(
      object({
        accountHolderName: text(),
        accountStatus: oneWord("Active"),
        accountTypeName: oneWord("Organization eMoney Account", "Organization Disbursement eMoney Account"),
        availableBalance: twoDecimals,
        currency,
        currentBalance: twoDecimals,
        updateTime: time,
      }),
    ),
  }),
  TransferWish: object({
    amount: amountWished,
    currency,
    transferType: oneWord("Collection2Disbursement", "Disbursement2Collection"),
  }),
  Transferred: object({
    amount: written,
    completedTime: time,
    currency,
    transactionStatus: oneWord("Completed"),
    transferType: oneWord("Collection2Disbursement", "Disbursement2Collection"),
    trxID,
  }),
  PayoutWish: object({
    amount: amountWished,
    currency,
    merchantInvoiceNumber: invoice,
    receiverMSISDN: msisdn,
  }),
  PaidOut: object({
    completedTime: time,
    trxID,
    transactionStatus: oneWord("Completed"),
    amount: written,
    currency,
    merchantInvoiceNumber: invoice,
    receiverMSISDN: msisdn,
    b2cFee: twoDecimals,
  }),
};

function without(fields: Readonly<Record<string, Schema>>, ...names: string[]): Record<string, Schema> {
  return Object.fromEntries(Object.entries(fields).filter(([name]) => !names.includes(name)));
}
