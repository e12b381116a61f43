import { TRANSFER_TYPES, type TransferType } from "../disbursements.ts";
import { isRefusal, refusal, type Refusal } from "../errors.ts";
import { formatTime } from "../formats.ts";
import { readAmount, type WrittenAmount } from "../money.ts";
import { fieldsOf, ok, textOf, type ApiAnswer, type ApiCall, type Operation } from "./api-call.ts";
import { isInvoice } from "./read-create.ts";
import { balanceAnswer } from "./wire.ts";

const RECEIVER = /^01[3-9]\d{8}$/;
// Nobody has published a fee, and a test that adds up balances must not meet an invented one.
const PAYOUT_FEE = "0.00";

function organizationBalance({ simulator: { bank, disbursements, clock, settings } }: ApiCall): ApiAnswer {
  return ok(balanceAnswer(bank.merchantBalance, disbursements.balance, clock.now(), settings));
}

function intraAccountTransfer({ simulator, body }: ApiCall): ApiAnswer {
  const fields = fieldsOf(body);
  const amount = readMoney(fields);
  if (isRefusal(amount)) return ok(amount);
  const type = TRANSFER_TYPES.find((known: TransferType) => known === fields["transferType"]);
  if (!type) return ok(refusal("2032"));
  const done = simulator.disbursements.transfer(type, amount);
  if (isRefusal(done)) return ok(done);
  return ok({
    amount: done.amount.text,
    completedTime: formatTime(done.at, simulator.settings.timeZone),
    currency: "BDT",
    transactionStatus: "Completed",
    transferType: done.type,
    trxID: done.trxID,
  });
}

function b2cPayment({ simulator, body }: ApiCall): ApiAnswer {
  const fields = fieldsOf(body);
  const amount = readMoney(fields);
  if (isRefusal(amount)) return ok(amount);
  const invoice = textOf(fields["merchantInvoiceNumber"]);
  if (!isInvoice(invoice)) return ok(refusal("2031"));
  const receiver = textOf(fields["receiverMSISDN"]);
  if (!RECEIVER.test(receiver)) return ok(refusal("2012"));
  const done = simulator.disbursements.payOut(receiver, amount, invoice);
  if (isRefusal(done)) return ok(done);
  return ok({
    completedTime: formatTime(done.at, simulator.settings.timeZone),
    trxID: done.trxID,
    transactionStatus: "Completed",
    amount: done.amount.text,
    currency: "BDT",
    merchantInvoiceNumber: done.invoice,
    receiverMSISDN: done.receiver,
    b2cFee: PAYOUT_FEE,
  });
}

function readMoney(fields: Readonly<Record<string, unknown>>): WrittenAmount | Refusal {
  const amount = readAmount(fields["amount"]);
  if (!amount || amount.inPoisha === 0) return refusal("2006");
  return fields["currency"] === "BDT" ? amount : refusal("2007");
}

const account = { needsToken: true, needsContentType: false } as const;

/** What a merchant does with its own accounts; these exist for Checkout (iFrame) only (§4.7). */
export const ACCOUNT_OPERATIONS: readonly Operation[] = [
  {
    name: "organizationBalance",
    method: "GET",
    path: "/payment/organizationBalance",
    ...account,
    answer: organizationBalance,
  },
  {
    name: "intraAccountTransfer",
    method: "POST",
    path: "/payment/intraAccountTransfer",
    ...account,
    answer: intraAccountTransfer,
  },
  { name: "b2cPayment", method: "POST", path: "/payment/b2cPayment", ...account, answer: b2cPayment },
];
