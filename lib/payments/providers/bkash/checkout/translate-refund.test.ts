import fc from "fast-check";
import type { HttpAnswer } from "../request";
import { isDefiniteRefundRefusal } from "../refund-codes";
import { translateRefund, translateRefundStatus } from "./translate-refund";

const answer = (body: unknown, status = 200): HttpAnswer => ({ kind: "json", status, body });

/** As bKash's own WooCommerce plugin has it in a comment. */
const refunded = {
  completedTime: "2024-12-09T13:31:43:645 GMT+0600",
  transactionStatus: "Completed",
  originalTrxID: "BL96ABC123",
  refundTrxID: "BL96DEF456",
  amount: "10.00",
  currency: "BDT",
  charge: "0.00",
};
const receipt = {
  kind: "refunded",
  refundTrxId: "BL96DEF456",
  amount: 1000,
  trxId: "BL96ABC123",
  currency: "BDT",
};

test.each([
  ["as documented", refunded, receipt],
  ["without charge", { ...refunded, charge: undefined }, receipt],
  ["in capitals", { ...refunded, transactionStatus: "COMPLETED" }, receipt],
  ["an amount as a number", { ...refunded, amount: 10 }, receipt],
  ["no original", { ...refunded, originalTrxID: null }, { ...receipt, trxId: null }],
  ["no currency", { ...refunded, currency: "" }, { ...receipt, currency: null }],
  ["an unreadable amount", { ...refunded, amount: "ten" }, { ...receipt, amount: null }],
  ["no amount", { ...refunded, amount: null }, { ...receipt, amount: null }],
])("money that went back is read in both answers (%s)", (_what, body, meaning) => {
  expect(translateRefund(answer(body))).toEqual(meaning);
  expect(translateRefundStatus(answer(body))).toEqual(meaning);
});

test.each<[string, HttpAnswer]>([
  ["no answer", { kind: "none", cause: "TimeoutError" }],
  ["a rejected token", answer({ message: "Unauthorized" }, 401)],
  ["the gateway's timeout", answer({ message: "Endpoint request timed out" }, 504)],
  ["a crash", answer({ errorMessage: "x", errorType: "TypeError", stackTrace: [] })],
  ["nothing", answer({})],
  ["a list", answer([refunded])],
  ["no receipt", answer({ ...refunded, refundTrxID: undefined })],
  ["an empty receipt", answer({ ...refunded, refundTrxID: "" })],
  ["a blank receipt", answer({ ...refunded, refundTrxID: "  " })],
  ["a receipt that is a number", answer({ ...refunded, refundTrxID: 12 })],
  ["a status of Pending", answer({ ...refunded, transactionStatus: "Pending" })],
  ["no status", answer({ ...refunded, transactionStatus: undefined })],
  ["a receipt with status 500", answer(refunded, 500)],
  ["a receipt and a code at once", answer({ ...refunded, errorCode: "2023" })],
  ["a clear no with status 500", answer({ errorCode: "2023" }, 500)],
  ["invalid payment with status 502", answer({ errorCode: "2002" }, 502)],
])("%s is no answer, to the refund and to the question", (_what, given) => {
  expect(translateRefund(given).kind).toBe("unknown");
  expect(translateRefundStatus(given).kind).toBe("unknown");
});

test.each(["2023", "2071", "2077", "2082", "2002"])("%s in answer to a refund is a clear no", (code) => {
  for (const body of [{ errorCode: code }, { errorCode: Number(code) }, { statusCode: code }])
    expect(translateRefund(answer(body))).toEqual({ kind: "refused", code });
});

test.each([
  "2026",
  "2034",
  "2072",
  "2074",
  "2127",
  "2003",
  "2020",
  "2024",
  "2029",
  "503",
  "9999",
  "2070",
  "1",
])("%s in answer to a refund is a reason to ask", (code) => {
  expect(translateRefund(answer({ errorCode: code }))).toMatchObject({ kind: "unknown", code });
});

test("only Invalid Payment ID says that nothing was refunded", () => {
  for (let code = 1; code < 10_000; code++) {
    const said = translateRefundStatus(answer({ errorCode: String(code) }));
    expect(said.kind).toBe(code === 2002 ? "not refunded" : "unknown");
  }
});

test("of 10,000 malformed answers none is a refund, and none a refusal by accident", () => {
  fc.assert(
    fc.property(fc.jsonValue(), fc.integer({ min: 100, max: 599 }), (body, status) => {
      const said = translateRefund(answer(body, status));
      if (said.kind === "refused") expect(isDefiniteRefundRefusal(said.code)).toBe(true);
      expect(said.kind).not.toBe("refunded");
      expect(translateRefundStatus(answer(body, status)).kind).not.toBe("refunded");
    }),
    { numRuns: 10_000 },
  );
});
