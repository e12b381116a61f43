import { SHORT_CODE } from "../api/wire.ts";
import type { Capture } from "../bank.ts";
import { formatTaka, poisha } from "../money.ts";
import type { Payment } from "../payments.ts";
import type { Settings } from "../settings.ts";

/** What bKash tells about a completed payment: all text, no paymentID (§10). */
export type BkashMessage = Readonly<Record<string, string>>;

const DHAKA_OFFSET_MS = 6 * 3_600_000;
/** bKash's numbers for the ways to pay (§10). */
const TRANSACTION_TYPE = { sale: "10002568", authorization: "10002567", tokenized: "10002686" } as const;

/** `yyyyMMddHHmmss` in Dhaka, without a zone (§10). */
const compactTime = (at: number): string =>
  new Date(at + DHAKA_OFFSET_MS).toISOString().slice(0, 19).replaceAll(/[-T:]/g, "");

/** The message of one payment, as bKash puts it into a notification (§10). */
export function messageOf(capture: Capture, payment: Payment | undefined, settings: Settings): BkashMessage {
  // Payments of the product with a hosted page carry its prefix in their paymentID (§11).
  const isTokenized = capture.paymentID.startsWith("TR");
  const coupon = poisha(Math.min(settings.webhookCouponPoisha, capture.amountInPoisha));
  return {
    dateTime: compactTime(capture.at),
    debitMSISDN: `88${capture.wallet}`,
    creditOrganizationName: settings.orgName,
    creditShortCode: settings.webhookShortCode === "masked" ? masked(SHORT_CODE) : SHORT_CODE,
    trxID: capture.trxID,
    transactionStatus: "Completed",
    transactionType: isTokenized ? TRANSACTION_TYPE.tokenized : TRANSACTION_TYPE[payment?.intent ?? "sale"],
    amount: coupon > 0 ? formatTaka(poisha(capture.amountInPoisha - coupon)) : capture.amount,
    currency: "BDT",
    ...(!isTokenized && { transactionReference: capture.reference }),
    merchantInvoiceNumber: capture.merchantInvoiceNumber,
    ...(coupon > 0 && {
      couponAmount: formatTaka(coupon),
      merchantShareAmount: "0.00",
      saleAmount: capture.amount,
    }),
  };
}

/** The last three characters hidden, as in `01929918***` (§10). */
const masked = (text: string): string => text.slice(0, -3) + "***";
