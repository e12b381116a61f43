import { createServer, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import fc from "fast-check";
import { poisha } from "@/lib/kernel/money";
import { decideSettlement, type PaymentFacts } from "./decide-settlement";
import type { PaymentOutcome } from "./payment-provider";
import { translateCreate, translateExecute, translateQuery } from "./providers/bkash/checkout/translate";
import { translateRefund, translateRefundStatus } from "./providers/bkash/checkout/translate-refund";
import { callJson, type HttpAnswer } from "./providers/bkash/request";

// From the bytes that a broken bKash, gateway or network might send, to what would become of a payment.

const PAID = {
  paymentID: "CH0011yZHIWXa1733727103645",
  createTime: "2024-12-09T13:31:43:645 GMT+0600",
  trxID: "BL96ABC123",
  transactionStatus: "Completed",
  amount: "1500.00",
  currency: "BDT",
  intent: "sale",
  merchantInvoiceNumber: "S-10001-1",
};
const DECISIVE = [
  "paymentID",
  "trxID",
  "transactionStatus",
  "amount",
  "currency",
  "merchantInvoiceNumber",
] as const;

const executing: PaymentFacts = {
  status: "EXECUTING",
  intent: "sale",
  amountInPoisha: poisha(1500_00),
  currency: "BDT",
  invoiceNumber: "S-10001-1",
  providerPaymentId: PAID.paymentID,
  checks: 0,
  secondsInStatus: 1,
  secondsSinceExecute: 1,
};

const becomes = (outcome: PaymentOutcome) => decideSettlement(executing, "PENDING", outcome, 120).to;

interface Sent {
  bytes: Buffer;
  status: number;
  /** For a failure: thousands of bytes tell nobody anything. */
  [fc.toStringMethod]: () => string;
}

/** What `callJson` makes of an answer; that it does is asked of it over HTTP below. */
function received({ bytes, status }: Pick<Sent, "bytes" | "status">): HttpAnswer {
  if (bytes.length > 64 * 1024) return { kind: "none", cause: `HTTP ${status} with more than 65536 bytes` };
  try {
    return { kind: "json", status, body: JSON.parse(bytes.toString("utf8")) as unknown };
  } catch {
    return { kind: "none", cause: `HTTP ${status} without JSON` };
  }
}

const text = JSON.stringify(PAID);
const good = (said: Buffer | string, status = 200): Sent => {
  const bytes = Buffer.from(said);
  return { bytes, status, [fc.toStringMethod]: () => `${status} ${bytes.toString("latin1").slice(0, 300)}` };
};
const withField = (field: string, value: string) =>
  `{${text.slice(1, -1)},${JSON.stringify(field)}:${value}}`;
const without = (field: string) => JSON.stringify({ ...PAID, [field]: undefined });

/** JSON texts, some of which no JSON.parse accepts, and none of which is what a decisive field wants. */
const WRONG = [
  ...[
    "null",
    "true",
    "[]",
    "{}",
    "-1",
    "1e999",
    "-0",
    "NaN",
    '""',
    '" "',
    '"\\u0000"',
    '"\\ud800"',
    "15000000000000000000",
  ],
  ...[
    '"1500.001"',
    '"1,500.00"',
    '"১৫০০"',
    '["Completed"]',
    '{"toString":"Completed"}',
    '{"length":9}',
    '"Compl\\u0000eted"',
  ],
  ...[
    '"COMPLETED_"',
    '"USD"',
    '"S-10001-2"',
    '"Pending Authorized"',
    '"0x5dc"',
    JSON.stringify("x".repeat(400)),
  ],
];
/** None is a code that says "no money moved". */
const NO_CODES = [
  "null",
  "2023.5",
  '["2023"]',
  '{"a":"2023"}',
  '"2023 "',
  '"2023\\u0000"',
  '"২০২৩"',
  "true",
  "1e999",
  '"-2023"',
  '"9999"',
];
const NO_SUCCESS = [100, 201.5, 302, 400, 401, 403, 404, 429, 500, 502, 503, 504].filter(Number.isInteger);
const DEEP = 50_000;

/** Each breaks the answer "Completed" in a way after which it must not pay the order any more. */
const broken: fc.Arbitrary<Sent> = fc.oneof(
  fc.nat(text.length - 1).map((end) => good(text.slice(0, end))),
  fc
    .tuple(fc.constantFrom(...DECISIVE), fc.constantFrom(...WRONG))
    .filter(([field, value]) => !(field === "trxID" && /^"[!-~]{1,64}"$/.test(value)))
    .map(([field, value]) => good(withField(field, value))),
  fc.constantFrom(...DECISIVE).map((field) => good(without(field))),
  fc.constantFrom(...NO_SUCCESS).map((status) => good(text, status)),
  fc
    .constantFrom(
      `[${text}]`,
      `{"data":${text}}`,
      `{"__proto__":${text}}`,
      JSON.stringify(text),
      `${text}${text}`,
      `/**/${text}`,
    )
    .map((each) => good(each)),
  fc
    .tuple(
      fc.nat(text.length),
      fc.constantFrom([0], [0xff], [0xc3, 0x28], [0xed, 0xa0, 0x80], [0x7b], [0x22]),
    )
    .map(([at, bytes]) =>
      good(Buffer.concat([Buffer.from(text.slice(0, at)), Buffer.from(bytes), Buffer.from(text.slice(at))])),
    ),
  fc
    .tuple(fc.constantFrom("errorCode", "statusCode"), fc.constantFrom(...NO_CODES))
    .map(([field, value]) => good(`{${JSON.stringify(field)}:${value},"errorMessage":"x"}`)),
  fc.uint8Array({ maxLength: 400 }).map((bytes) => good(Buffer.from(bytes))),
  fc.jsonValue({ maxDepth: 6 }).map((value) => good(JSON.stringify(value))),
  fc.constantFrom("[", '{"a":').map((opening) => good(opening.repeat(DEEP))),
  fc.constant(good(`{"a":`.repeat(10_000) + "1" + "}".repeat(10_000))),
  fc.constant(good(`{"pad":"${"x".repeat(3 * 1024 * 1024)}",${text.slice(1)}`)),
  fc
    .constantFrom("", " ", "null", "undefined", "<html><h1>502</h1></html>", "\ufeff", "Completed")
    .map((each) => good(each)),
);

/** A byte more in a place that decides nothing may leave a good answer; then everything that decides must stand in it. */
function isGoodAfterAll({ bytes, status }: Pick<Sent, "bytes" | "status">): boolean {
  const answer = received({ bytes, status });
  if (answer.kind === "none" || status < 200 || status > 299) return false;
  const body = answer.body as Partial<Record<string, unknown>> | null;
  return DECISIVE.filter((field) => field !== "trxID").every((field) => body?.[field] === PAID[field]);
}

test("of 12,000 malformed answers to execute and query none pays an order, and none declines a payment", () => {
  let judged = 0;
  fc.assert(
    fc.property(broken, (sent) => {
      if (isGoodAfterAll(sent)) return;
      judged++;
      const answer = received(sent);
      for (const outcome of [translateExecute(answer), translateQuery(answer)])
        expect(["UNCERTAIN", "EXECUTING", "MISMATCH"]).toContain(becomes(outcome));
    }),
    { numRuns: 12_000 },
  );
  expect(judged).toBeGreaterThan(10_000);
});

test("of 10,000 malformed answers none opens a payment without an id, and none says of a refund that it was made or was not", () => {
  fc.assert(
    fc.property(broken, (sent) => {
      const answer = received(sent);
      const created = translateCreate(answer);
      if (created.kind === "created") expect(created.providerPaymentId).toMatch(/^[0-9A-Za-z]{1,64}$/);
      expect(translateRefund(answer).kind).toBe("unknown");
      expect(translateRefundStatus(answer).kind).toBe("unknown");
    }),
    { numRuns: 10_000 },
  );
});

test("what a broken server sends over HTTP means what is judged above, and the process lives on", async () => {
  let reply: (response: ServerResponse) => void = (response) => response.end();
  const server = createServer((request, response) => {
    request.resume();
    reply(response);
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/payment/execute/A`;
  await fc.assert(
    fc.asyncProperty(broken, fc.boolean(), async (sent, isCutOff) => {
      const status = sent.status < 200 ? 500 : sent.status;
      const meant = received({ ...sent, status });
      reply = (response) => {
        response.writeHead(status, {
          "content-type": "application/json",
          ...(isCutOff ? { "content-length": String(sent.bytes.length + 1) } : {}),
        });
        response.write(sent.bytes, () => (isCutOff ? response.destroy() : response.end()));
      };
      const answer = await callJson({ method: "POST", url, headers: {}, body: {}, deadlineMs: 10_000 });
      if (isCutOff) expect(answer.kind).toBe("none");
      else expect([answer.kind, translateExecute(answer)]).toEqual([meant.kind, translateExecute(meant)]);
      if (isGoodAfterAll({ ...sent, status }) && !isCutOff) return;
      expect(["UNCERTAIN", "EXECUTING", "MISMATCH"]).toContain(becomes(translateExecute(answer)));
    }),
    { numRuns: 300 },
  );
  server.closeAllConnections();
  await new Promise((closed) => server.close(closed));
}, 60_000);
