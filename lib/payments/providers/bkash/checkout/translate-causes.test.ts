import { poisha } from "@/lib/kernel/money";
import { fromBkashAmount, toBkashAmount } from "../amount";
import type { HttpAnswer } from "../request";
import { isOk, translateCreate, translateExecute, translateQuery, troubleIn } from "./translate";

const answer = (body: unknown, status = 200): HttpAnswer => ({ kind: "json", status, body });
const unanswered: HttpAnswer = { kind: "none", cause: "TimeoutError: no answer within 30 s" };
const payment = {
  paymentID: "CH0011yZHIWXa1733727103645",
  trxID: "BL96ABC123",
  transactionStatus: "Completed",
  amount: "1500.00",
  currency: "BDT",
  merchantInvoiceNumber: "S-10001-1",
};

/** A doubt is read by a merchant in the order's history: it says what was heard. */
test.each([
  ["no answer", unanswered, "TimeoutError: no answer within 30 s"],
  ["a page that is no answer", answer({ message: "Forbidden" }, 403), "HTTP 403 with an unexpected body"],
  ["Completed without a receipt", answer({ ...payment, trxID: "" }), "Completed without trxID"],
  ["an unknown word", answer({ ...payment, transactionStatus: "Settled" }), "transactionStatus Settled"],
  [
    "an unknown word of 60 letters, cut at 40",
    answer({ ...payment, transactionStatus: "অ".repeat(60) }),
    `transactionStatus ${"অ".repeat(40)}`,
  ],
])("the doubt after %s says what was heard", (_what, given, cause) => {
  expect(translateExecute(given)).toEqual({ kind: "unknown", cause });
  expect(translateQuery(given)).toEqual({ kind: "unknown", cause });
});

test("the doubt after a create that nobody could read says what was heard", () => {
  expect(translateCreate(unanswered)).toEqual({ kind: "unknown", cause: unanswered.cause });
  expect(translateCreate(answer({}, 500))).toEqual({
    kind: "unknown",
    cause: "HTTP 500 with an unexpected body",
  });
});

test("the doubt after a code names the code, and whether it came to execute or to query", () => {
  const said = answer({ errorCode: "9999" });
  expect(translateExecute(said)).toMatchObject({ cause: "bKash answered 9999" });
  expect(translateQuery(said)).toMatchObject({ cause: "bKash answered 9999 to query" });
});

test.each([
  ["no answer", unanswered, unanswered.cause],
  ["a token that it rejects", answer({ message: "Unauthorized" }, 401), expect.stringContaining("token")],
  ["too many requests", answer({}, 429), "bKash answers HTTP 429"],
  ["a failing server", answer(payment, 500), "bKash answers HTTP 500"],
  ["a failing gateway", answer({}, 504), "bKash answers HTTP 504"],
  ["its maintenance", answer({ errorCode: "503", errorMessage: "x" }), "bKash is undergoing maintenance"],
  ["a payment", answer(payment), null],
  ["a refusal", answer({ errorCode: "2023" }), null],
  ["a request that it refused", answer({ message: "Forbidden" }, 403), null],
  ["the last status below trouble", answer(payment, 499), null],
  ["a status beside the limit of requests", answer(payment, 428), null],
])("a bKash that answers with %s is told well from unwell", (_what, given, trouble) => {
  expect(troubleIn(given)).toEqual(trouble);
});

test("only a status from 200 to 299 can carry a meaning", () => {
  expect([199, 200, 299, 300].map(isOk)).toEqual([false, true, true, false]);
});

test("an amount goes to bKash as text in taka, and comes back as poisha", () => {
  expect(toBkashAmount(poisha(150_050))).toBe("1500.50");
  expect(toBkashAmount(poisha(5))).toBe("0.05");
  expect(fromBkashAmount("1500.50")).toBe(150_050);
  expect(fromBkashAmount(1500)).toBe(150_000);
});
