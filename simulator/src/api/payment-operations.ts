import { isRefusal, refusal, type Refusal } from "../errors.ts";
import { readAmount } from "../money.ts";
import type { Payment } from "../payments.ts";
import { fieldsOf, ok, textOf, type ApiAnswer, type ApiCall, type Operation } from "./api-call.ts";
import { readCreate } from "./read-create.ts";
import {
  captureAnswer,
  createAnswer,
  executeAnswer,
  queryAnswer,
  refundAnswer,
  searchAnswer,
} from "./wire.ts";

function create({ simulator, body, origin, idStyle }: ApiCall): ApiAnswer {
  const wanted = readCreate(fieldsOf(body));
  if (isRefusal(wanted)) return ok(wanted);
  return ok(createAnswer(simulator.payments.create(wanted, idStyle), simulator.settings, origin));
}

// In two halves, so that a second execute during a late completion meets a payment that is being executed.
export async function executePayment({ simulator, id, untilDue }: ApiCall): Promise<Payment | Refusal> {
  const begun = simulator.payments.beginExecute(id);
  if (isRefusal(begun)) return begun;
  await untilDue();
  return simulator.payments.finishExecute(begun);
}

async function execute(call: ApiCall): Promise<ApiAnswer> {
  const finished = await executePayment(call);
  return ok(isRefusal(finished) ? finished : executeAnswer(finished, call.simulator.settings));
}

function query({ simulator, id, seesExecute }: ApiCall): ApiAnswer {
  const payment = simulator.payments.find(id);
  if (!payment) return ok(refusal("2002"));
  return ok(queryAnswer(payment, simulator.settings, simulator.payments.isExpired(payment), !seesExecute));
}

export function search({ simulator, id }: ApiCall): ApiAnswer {
  const { bank, disbursements } = simulator;
  const found = bank.captureOf(id) ?? bank.refundOf(id) ?? disbursements.find(id);
  return ok(found ? searchAnswer(found, simulator.settings) : refusal("2033"));
}

export function capture({ simulator, id }: ApiCall): ApiAnswer {
  const payment = simulator.payments.capture(id);
  return ok(isRefusal(payment) ? payment : captureAnswer(payment, simulator.settings));
}

export function voidPayment({ simulator, id }: ApiCall): ApiAnswer {
  const payment = simulator.payments.void(id);
  return ok(isRefusal(payment) ? payment : captureAnswer(payment, simulator.settings));
}

/** A refund names an amount; its status is the same call without one, where null counts as absent (§4.6). */
export const isRefundStatus = (body: unknown): boolean => (fieldsOf(body)["amount"] ?? null) === null;

export function refund({ simulator, body }: ApiCall): ApiAnswer {
  const fields = fieldsOf(body);
  // The documentation says paymentId, every working client sends paymentID (§4.6).
  const paymentID = textOf(fields["paymentID"] ?? fields["paymentId"]);
  const trxID = textOf(fields["trxID"]);
  if (isRefundStatus(body)) {
    const found = simulator.refunds.status(paymentID, trxID);
    return ok(isRefusal(found) ? found : refundAnswer(found, simulator.settings));
  }
  const amount = readAmount(fields["amount"]);
  if (!amount) return ok(refusal("2006"));
  const wish = {
    paymentID,
    trxID,
    amount,
    sku: textOf(fields["sku"]),
    reason: textOf(fields["reason"]),
    profile: simulator.settings.refundProfile,
  };
  const done = simulator.refunds.refund(wish);
  return ok(isRefusal(done) ? done : refundAnswer(done, simulator.settings));
}

const withToken = { needsToken: true, needsContentType: false } as const;

/** Payment calls (§4). Only query is known to demand a Content-Type on GET (§2). */
export const PAYMENT_OPERATIONS: readonly Operation[] = [
  { name: "create", method: "POST", path: "/payment/create", ...withToken, answer: create },
  { name: "execute", method: "POST", path: "/payment/execute/:id", ...withToken, answer: execute },
  {
    name: "query",
    method: "GET",
    path: "/payment/query/:id",
    needsToken: true,
    needsContentType: true,
    answer: query,
  },
  { name: "search", method: "GET", path: "/payment/search/:id", ...withToken, answer: search },
  { name: "capture", method: "POST", path: "/payment/capture/:id", ...withToken, answer: capture },
  { name: "void", method: "POST", path: "/payment/void/:id", ...withToken, answer: voidPayment },
  { name: "refund", method: "POST", path: "/payment/refund", ...withToken, answer: refund },
];
