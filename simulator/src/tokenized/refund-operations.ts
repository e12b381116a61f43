import { fieldsOf, ok, textOf, type ApiAnswer, type ApiCall, type Operation } from "../api/api-call.ts";
import { forProduct } from "../api/products.ts";
import { isRefusal, refusal, type ErrorCode, type Refusal } from "../errors.ts";
import { readAmount } from "../money.ts";
import { phraseWithStatusCode } from "./phrase.ts";
import { refundAnswer, refundStatusAnswer } from "./wire.ts";

// Refund v2 has codes of its own for what v1 says in older words (§6).
const NEW_WORDS: Readonly<Record<string, ErrorCode>> = { "2006": "2072", "2026": "2072", "2056": "2127" };

function inNewWords(reason: Refusal): Refusal {
  const code = NEW_WORDS[reason.errorCode];
  return code ? refusal(code) : reason;
}

function refundV2({ simulator, id, body }: ApiCall): ApiAnswer {
  const fields = fieldsOf(body);
  const amount = readAmount(fields["refundAmount"]);
  if (!amount) return ok(refusal("2072"));
  const [trxID, sku, reason] = [textOf(fields["trxId"]), textOf(fields["sku"]), textOf(fields["reason"])];
  const done = simulator.refunds.refund({ paymentID: id, trxID, amount, sku, reason, profile: "v2" });
  if (isRefusal(done)) return ok(inNewWords(done));
  const capture = simulator.bank.captureOf(trxID);
  return ok(capture ? refundAnswer(done, capture, sku, reason, simulator.settings) : refusal("2077"));
}

function refundStatusV2({ simulator, id, body }: ApiCall): ApiAnswer {
  const trxID = textOf(fieldsOf(body)["trxId"]);
  const entries = simulator.refunds.all(id, trxID);
  if (isRefusal(entries)) return ok(inNewWords(entries));
  const capture = simulator.bank.captureOf(trxID);
  return ok(capture ? refundStatusAnswer(entries, capture, simulator.settings) : refusal("2077"));
}

const post = {
  method: "POST",
  needsToken: true,
  needsContentType: false,
  idField: "paymentId",
  phrase: phraseWithStatusCode,
} as const;

/** Refund v2: below the host's root, with Id and not ID in its field names, up to ten per payment (§11). */
export const REFUND_V2_OPERATIONS: readonly Operation[] = [
  forProduct("url", { ...post, name: "refund", path: "/transaction", answer: refundV2 }),
  forProduct("url", { ...post, name: "refundStatus", path: "/status", answer: refundStatusV2 }),
];
