import { fieldsOf, ok, type ApiAnswer, type ApiCall, type Operation } from "../api/api-call.ts";
import { capture, executePayment, refund, search, voidPayment } from "../api/payment-operations.ts";
import { forProduct } from "../api/products.ts";
import { tokenOperations } from "../api/token-operations.ts";
import { isRefusal, refusal } from "../errors.ts";
import { phraseWithStatusCode } from "./phrase.ts";
import { readUrlCreate } from "./read-create.ts";
import { createAnswer, executeAnswer, statusAnswer } from "./wire.ts";

function create({ simulator, body, origin }: ApiCall): ApiAnswer {
  const wanted = readUrlCreate(fieldsOf(body));
  if (isRefusal(wanted)) return ok(wanted);
  const payment = simulator.payments.create(wanted);
  return ok(
    payment.hosted ? createAnswer(payment, payment.hosted, simulator.settings, origin) : refusal("2064"),
  );
}

async function execute(call: ApiCall): Promise<ApiAnswer> {
  const done = await executePayment(call);
  if (isRefusal(done)) return ok(done);
  return ok(done.hosted ? executeAnswer(done, done.hosted, call.simulator.settings) : refusal("2002"));
}

function status({ simulator: { payments, settings }, id, seesExecute }: ApiCall): ApiAnswer {
  const payment = payments.find(id);
  if (!payment?.hosted) return ok(refusal("2002"));
  return ok(statusAnswer(payment, payment.hosted, settings, payments.isExpired(payment), seesExecute));
}

// There are no agreements here, so none can be found, executed or cancelled.
const noAgreement = (): ApiAnswer => ok(refusal("2051"));

const post = { method: "POST", needsToken: true, needsContentType: false } as const;
const byPayment = { ...post, idField: "paymentID" } as const;
const byTrxID = { ...post, idField: "trxID", name: "search", answer: search } as const;
const byAgreement = { ...post, name: "query", idField: "agreementID", answer: noAgreement } as const;

const PAYMENT_OPERATIONS: readonly Operation[] = [
  { ...post, name: "create", path: "/create", answer: create },
  { ...byPayment, name: "execute", path: "/execute", answer: execute },
  { ...byPayment, name: "query", path: "/payment/status", answer: status },
  { ...byPayment, name: "capture", path: "/payment/confirm/capture", answer: capture },
  { ...byPayment, name: "void", path: "/payment/confirm/void", answer: voidPayment },
  { ...post, name: "refund", path: "/payment/refund", answer: refund },
  { ...byTrxID, path: "/general/searchTransaction" },
  { ...byTrxID, path: "/general/searchTran" },
  { ...byAgreement, path: "/agreement/status" },
  { ...byAgreement, path: "/agreement/cancel" },
];

/** Checkout (URL), below /v1.2.0-beta/tokenized/checkout (§11). */
export const URL_OPERATIONS: readonly Operation[] = [...tokenOperations("url"), ...PAYMENT_OPERATIONS].map(
  (operation) => ({ ...forProduct("url", operation), phrase: phraseWithStatusCode }),
);
