import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import type { WalletCall } from "../../wallet-calls";
import { classify, observedCalls, operationOf } from "./observed-call";
import type { HttpAnswer } from "./request";

const json = (status: number, body: unknown): HttpAnswer => ({ kind: "json", status, body });
const none = (cause: string): HttpAnswer => ({ kind: "none", cause });

test.each([
  ["a payment", json(200, { paymentID: "A", transactionStatus: "Completed" }), "answered", undefined],
  ["a refusal", json(200, { errorCode: "2023", errorMessage: "x" }), "refused", "2023"],
  ["a refusal of the other product", json(200, { statusCode: "2023" }), "refused", "2023"],
  ["the code of success", json(200, { statusCode: "0000" }), "answered", undefined],
  ["a code that is no code", json(200, { errorCode: "<script>" }), "answered", undefined],
  ["a rejected token", json(401, { message: "Unauthorized" }), "unauthorised", undefined],
  ["a bad request", json(400, { message: "x" }), "http 4xx", undefined],
  ["a redirect", json(307, {}), "no answer", undefined],
  ["a gateway's timeout", json(504, { message: "x" }), "http 5xx", undefined],
  ["null", json(200, null), "answered", undefined],
  ["an error page", none("HTTP 502 without JSON"), "http 5xx", undefined],
  ["a page", none("HTTP 200 without JSON"), "no answer", undefined],
  ["a deadline", none("TimeoutError: The operation was aborted due to timeout"), "timeout", undefined],
  ["a broken connection", none("SocketError: other side closed"), "no answer", undefined],
])("%s is counted as what it is", (_what, answer, outcome, code) => {
  expect(classify(answer)).toEqual({ outcome, code });
});

test.each([
  ["https://x.example/v1.2.0-beta/checkout/payment/execute/CH0011", undefined, "execute"],
  ["https://x.example/v1.2.0-beta/checkout/payment/create", {}, "create"],
  ["https://x.example/v1.2.0-beta/checkout/payment/query/execute1", undefined, "query"],
  ["https://x.example/v1.2.0-beta/checkout/token/grant", {}, "grant"],
  ["https://x.example/v1.2.0-beta/checkout/payment/refund", { amount: "1" }, "refund"],
  ["https://x.example/v1.2.0-beta/checkout/payment/refund", { trxID: "1" }, "refund-status"],
  ["https://x.example/anything", undefined, "other"],
])("%s is told by its name, without any id in it", (url, body, operation) => {
  expect(operationOf({ method: "POST", url, headers: {}, ...(body ? { body } : {}) })).toBe(operation);
});

test("every call is told once, with its time and never with what was said", async () => {
  const server = createServer((_request, response) => {
    setTimeout(() => response.end('{"id_token":"canary","errorCode":"2001"}'), 30);
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  const told: WalletCall[] = [];
  const call = observedCalls({ around: (_call, run) => run(), ended: (seen) => told.push(seen) });
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/token/grant`;
  const answer = await call({
    method: "POST",
    url,
    headers: { password: "canary" },
    body: { app_secret: "canary" },
  });
  server.closeAllConnections();
  await new Promise((closed) => server.close(closed));
  expect(answer).toMatchObject({ kind: "json", status: 200 });
  expect(told).toEqual([
    {
      wallet: "bkash",
      operation: "grant",
      ms: expect.any(Number) as number,
      outcome: "refused",
      code: "2001",
    },
  ]);
  expect(told[0]?.ms).toBeGreaterThanOrEqual(25);
  expect(JSON.stringify(told)).not.toContain("canary");
});
