import type { Wallet } from "../bank.ts";
import type { Fault } from "../faults.ts";
import { formatTaka } from "../money.ts";
import type { Payment } from "../payments.ts";
import type { Simulator } from "../simulator.ts";
import { reportClock } from "./clock-control.ts";

const isoTime = (at: number): string => new Date(at).toISOString();

export const reportWallet = ({ msisdn, balance, status }: Wallet) => ({
  msisdn,
  balance: formatTaka(balance),
  balanceInPoisha: balance,
  status,
});

/** The money that moved, oldest first; with a paymentID, that payment's only. */
export function reportLedger({ bank }: Simulator, paymentID: string | undefined) {
  const isWanted = (entry: { paymentID: string }) => paymentID === undefined || entry.paymentID === paymentID;
  return {
    totals: bank.totals(),
    captures: [...bank.captures()].filter(isWanted).map((capture) => ({
      trxID: capture.trxID,
      paymentID: capture.paymentID,
      merchantInvoiceNumber: capture.merchantInvoiceNumber,
      amount: capture.amount,
      amountInPoisha: capture.amountInPoisha,
      wallet: capture.wallet,
      at: isoTime(capture.at),
    })),
    refunds: [...bank.refunds()].filter(isWanted).map((refund) => ({
      trxID: refund.trxID,
      originalTrxID: refund.originalTrxID,
      paymentID: refund.paymentID,
      amount: formatTaka(refund.amountInPoisha),
      amountInPoisha: refund.amountInPoisha,
      wallet: refund.wallet,
      at: isoTime(refund.at),
    })),
    wallets: bank.wallets().map(reportWallet),
    merchantBalance: formatTaka(bank.merchantBalance),
  };
}

export const reportPayment = (payment: Payment, isExpired: boolean) => ({
  paymentID: payment.paymentID,
  state: isExpired ? "expired" : payment.state,
  amount: payment.amount.text,
  amountInPoisha: payment.amount.inPoisha,
  intent: payment.intent,
  merchantInvoiceNumber: payment.invoice,
  wallet: payment.wallet ?? null,
  trxID: payment.trxID ?? null,
  refundedInPoisha: payment.refunded,
  executeCalls: payment.executeCalls,
  createdAt: isoTime(payment.createdAt),
  updatedAt: isoTime(payment.updatedAt),
});

export const reportFault = (fault: Fault) => ({
  ...fault,
  left: fault.left === Infinity ? "always" : fault.left,
});

export const reportHealth = ({ clock, startedAt, payments, bank, calls }: Simulator) => ({
  status: "ok",
  program: "bkash-simulator",
  ...reportClock(clock),
  uptimeSeconds: Math.round((Date.now() - startedAt) / 1000),
  payments: payments.count,
  captures: bank.totals().captures,
  callsKept: calls.summary().kept,
  callCharactersKept: calls.characters,
  memoryMiB: Math.round(process.memoryUsage.rss() / 1_048_576),
});
