import fc from "fast-check";
import type { CreateOutcome, PaymentOutcome } from "../../../payment-provider";
import type { HttpAnswer } from "../request";
import { refusalIn, translateCreate, translateExecute, translateQuery } from "./translate";

const answer = (body: unknown, status = 200): HttpAnswer => ({ kind: "json", status, body });
/** As it comes over the wire: what JSON.parse makes of it, `__proto__` and `1e999` included. */
const wire = (text: string, status = 200): HttpAnswer => answer(JSON.parse(text) as unknown, status);

const ID = "CH0011yZHIWXa1733727103645";
const TIME = "2024-12-09T13:31:43:645 GMT+0600";

const createdBody = {
  paymentID: ID,
  createTime: TIME,
  orgLogo: "https://logo.example/merchant-default-logo.png",
  orgName: "TestCheckoutMerchant2",
  transactionStatus: "Initiated",
  amount: "1500.00",
  currency: "BDT",
  intent: "sale",
  merchantInvoiceNumber: "S-10001-1",
};
const paidBody = {
  paymentID: ID,
  createTime: TIME,
  updateTime: TIME,
  trxID: "BL96ABC123",
  transactionStatus: "Completed",
  amount: "1500.00",
  currency: "BDT",
  intent: "sale",
  merchantInvoiceNumber: "S-10001-1",
};
const paid = {
  kind: "completed",
  trxId: "BL96ABC123",
  amount: 1500_00,
  currency: "BDT",
  invoiceNumber: "S-10001-1",
  providerPaymentId: ID,
};
const SIGV4 =
  "Authorization header requires 'Credential' parameter. Authorization header requires 'Signature' parameter.";
const DEEP = `${"[".repeat(30_000)}${"]".repeat(30_000)}`;

/** Answers that say nothing about the payment, whichever question was asked. */
const NO_ANSWERS: [what: string, answer: HttpAnswer][] = [
  [
    "no answer within 30 s",
    { kind: "none", cause: "TimeoutError: The operation was aborted due to timeout" },
  ],
  ["an HTML page", { kind: "none", cause: "HTTP 200 without JSON" }],
  ["a rejected token", answer({ message: "Unauthorized" }, 401)],
  ["an expired token", answer({ message: "The incoming token has expired" }, 401)],
  ["a missing Content-Type", answer({ message: "Missing required request parameters: [Content-Type]" }, 400)],
  ["the wrong product's host", answer({ message: SIGV4 }, 403)],
  ["a blocked caller", answer({ message: "Forbidden" }, 403)],
  ["the gateway's timeout", answer({ message: "Endpoint request timed out" }, 504)],
  ["a bare message with status 200", answer({ message: "Endpoint request timed out" })],
  ["a crash with status 200", answer({ errorMessage: "x", errorType: "TypeError", stackTrace: [] })],
  ["a crash with status 502", answer({ errorMessage: "x", errorType: "TypeError", stackTrace: [] }, 502)],
  ["an empty object", answer({})],
  ["null", answer(null)],
  ["a list", answer([paidBody])],
  ["a text", answer("Completed")],
  ["a number", answer(9)],
  ["no payment id", answer({ ...paidBody, paymentID: undefined })],
  ["an empty payment id", answer({ ...paidBody, paymentID: "" })],
  ["a payment id that is a number", answer({ ...paidBody, paymentID: 7 })],
  ["no status", answer({ ...paidBody, transactionStatus: undefined })],
  ["a status that is true", answer({ ...paidBody, transactionStatus: true })],
  ["a status of 300 characters", answer({ ...paidBody, transactionStatus: "Completed".repeat(34) })],
  ["an amount that is a list", answer({ ...paidBody, amount: ["1500.00"] })],
  ["an amount of 1e999", wire(JSON.stringify(paidBody).replace('"1500.00"', "1e999"))],
  ["another shape under __proto__", wire(`{"__proto__": ${JSON.stringify(paidBody)}}`)],
  ["thousands of nested lists", wire(DEEP)],
  ["thousands of nested lists for a payment id", wire(`{"paymentID": ${DEEP}}`)],
  [
    "an invoice number with a NUL, which no database stores",
    answer({ ...paidBody, merchantInvoiceNumber: "S\0" }),
  ],
  ["half a character, which no database stores", answer({ ...paidBody, merchantInvoiceNumber: "S-1\ud800" })],
  ["a full answer with status 500", answer(paidBody, 500)],
  ["a redirect", answer(paidBody, 302)],
];

test.each(NO_ANSWERS)("%s says nothing about a payment: not paid, not declined", (_what, given) => {
  expect(translateExecute(given).kind).toBe("unknown");
  expect(translateQuery(given).kind).toBe("unknown");
});

test.each(NO_ANSWERS.slice(0, 18))("%s opens no payment", (_what, given) => {
  expect(translateCreate(given).kind).toBe("unknown");
});

const EXECUTED: [what: string, answer: HttpAnswer, meaning: Partial<PaymentOutcome>][] = [
  ["Completed", answer(paidBody), paid as PaymentOutcome],
  ["Completed in capitals", answer({ ...paidBody, transactionStatus: "COMPLETED" }), paid as PaymentOutcome],
  ["an amount as a number", answer({ ...paidBody, amount: 1500 }), paid as PaymentOutcome],
  ["an amount without decimals", answer({ ...paidBody, amount: "1500" }), paid as PaymentOutcome],
  [
    "an amount with one decimal",
    answer({ ...paidBody, amount: "1500.5" }),
    { kind: "completed", amount: 1500_50 } as never,
  ],
  ["the URL product's success code", answer({ ...paidBody, statusCode: "0000" }), paid as PaymentOutcome],
  [
    "fields that nobody knows",
    answer({ ...paidBody, hash: "x", customerMsisdn: "017" }),
    paid as PaymentOutcome,
  ],
  ["an unreadable amount", answer({ ...paidBody, amount: "1,500.00" }), { kind: "completed", amount: null }],
  ["a negative amount", answer({ ...paidBody, amount: -1500 }), { kind: "completed", amount: null }],
  ["three decimals", answer({ ...paidBody, amount: 1500.001 }), { kind: "completed", amount: null }],
  ["an enormous amount", answer({ ...paidBody, amount: 1e30 }), { kind: "completed", amount: null }],
  ["no amount", answer({ ...paidBody, amount: undefined }), { kind: "completed", amount: null }],
  ["no currency", answer({ ...paidBody, currency: null }), { kind: "completed", currency: "" }],
  [
    "no invoice",
    answer({ ...paidBody, merchantInvoiceNumber: null }),
    { kind: "completed", invoiceNumber: "" },
  ],
  ["Completed without trxID", answer({ ...paidBody, trxID: undefined }), { kind: "unknown" }],
  ["Completed with an empty trxID", answer({ ...paidBody, trxID: "" }), { kind: "unknown" }],
  ["Completed with a blank trxID", answer({ ...paidBody, trxID: "   " }), { kind: "unknown" }],
  ["Completed with a trxID of null", answer({ ...paidBody, trxID: null }), { kind: "unknown" }],
  ["Completed with a number for a trxID", answer({ ...paidBody, trxID: 12 }), { kind: "unknown" }],
  ["Initiated", answer(createdBody), { kind: "pending" }],
  [
    "Authorized",
    answer({ ...paidBody, transactionStatus: "Authorized" }),
    {
      kind: "authorised",
      amount: paid.amount,
      currency: "BDT",
      invoiceNumber: "S-10001-1",
      providerPaymentId: ID,
    } as never,
  ],
  [
    "Pending Authorized",
    answer({ ...paidBody, transactionStatus: "Pending Authorized" }),
    { kind: "unknown" },
  ],
  [
    "a word that bKash added later",
    answer({ ...paidBody, transactionStatus: "Settled" }),
    { kind: "unknown" },
  ],
  ["almost Completed", answer({ ...paidBody, transactionStatus: "Completed " }), { kind: "unknown" }],
  ["not Completed", answer({ ...paidBody, transactionStatus: "Not Completed" }), { kind: "unknown" }],
  ["constructor", answer({ ...paidBody, transactionStatus: "constructor" }), { kind: "unknown" }],
  ["Expired", answer({ ...createdBody, transactionStatus: "Expired" }), { kind: "refused", code: "Expired" }],
  [
    "Cancelled",
    answer({ ...createdBody, transactionStatus: "Cancelled" }),
    { kind: "refused", code: "Cancelled" },
  ],
  [
    "Declined",
    answer({ ...createdBody, transactionStatus: "Declined" }),
    { kind: "refused", code: "Declined" },
  ],
];

test.each(EXECUTED)("%s means the same after execute and after query", (_what, given, meaning) => {
  expect(translateExecute(given)).toMatchObject(meaning);
  expect(translateQuery(given)).toMatchObject(meaning);
});

test.each([
  ["an insufficient balance", answer({ errorCode: "2023", errorMessage: "Insufficient Balance" }), "2023"],
  ["a code that is a number", answer({ errorCode: 2023, errorMessage: "Insufficient Balance" }), "2023"],
  ["a code in statusCode", answer({ statusCode: "2023", statusMessage: "Insufficient Balance" }), "2023"],
  ["a blocked account", answer({ errorCode: "2037", errorMessage: "x" }), "2037"],
  ["a payment that was closed", answer({ errorCode: "2056", errorMessage: "Invalid Payment State" }), "2056"],
  ["a payment that was not confirmed", answer({ errorCode: "2060", errorMessage: "x" }), "2060"],
])("%s is a clear no to execute, and no answer to query", (_what, given, code) => {
  expect(translateExecute(given)).toEqual({ kind: "refused", code });
  expect(translateQuery(given)).toMatchObject({ kind: "unknown", code });
});

test.each(["2003", "2020", "2024", "2029", "2062", "2117", "2127", "503", "9999", "2070", "2999", "0", "1"])(
  "code %s leaves a payment in doubt, however it is written",
  (code) => {
    for (const body of [{ errorCode: code }, { errorCode: Number(code) }, { statusCode: code }]) {
      expect(translateExecute(answer(body))).toMatchObject({ kind: "unknown", code });
      expect(translateQuery(answer(body))).toMatchObject({ kind: "unknown", code });
    }
  },
);

test("that bKash knows no such payment is said of the payment only in answer to query, and only clearly", () => {
  const said = { errorCode: "2002", errorMessage: "Invalid Payment ID" };
  expect(translateQuery(answer(said))).toEqual({ kind: "gone", code: "2002" });
  expect(translateQuery(answer(said, 500))).toMatchObject({ kind: "unknown" });
  expect(translateQuery(answer({ ...paidBody, ...said }))).toMatchObject({ kind: "unknown" });
  expect(translateExecute(answer(said))).toEqual({ kind: "refused", code: "2002" });
});

test("the recorded system error leaves a payment in doubt", () => {
  const said = answer({ statusCode: "9999", statusMessage: "System Error." });
  expect(translateExecute(said)).toMatchObject({ kind: "unknown", code: "9999" });
});

test("a clear no with a failing HTTP status is not clear", () => {
  for (const status of [302, 400, 401, 500, 503])
    expect(translateExecute(answer({ errorCode: "2023" }, status))).toMatchObject({ kind: "unknown" });
});

test.each(["Completed", "Authorized"])(
  "an answer that says no and %s at once is no answer",
  (transactionStatus) => {
    const said = answer({
      ...paidBody,
      transactionStatus,
      errorCode: "2023",
      errorMessage: "Insufficient Balance",
    });
    expect(translateExecute(said).kind).toBe("unknown");
    expect(translateQuery(said).kind).toBe("unknown");
  },
);

test("an answer to capture or void tells its code and nothing else: it names no amount", () => {
  const said = { paymentID: ID, createTime: TIME, updateTime: TIME, trxID: "BL96ABC123" };
  expect(refusalIn(answer({ ...said, transactionStatus: "Completed" }))).toBeNull();
  expect(refusalIn(answer({ errorCode: "2069", errorMessage: "x" }))).toBe("2069");
  expect(refusalIn(answer({ statusCode: "9999", statusMessage: "System Error." }))).toBe("9999");
  expect(refusalIn(answer({ message: "Endpoint request timed out" }, 504))).toBeNull();
  expect(refusalIn({ kind: "none", cause: "timeout" })).toBeNull();
});

test("a payment that bKash created is handed to its window as it came", () => {
  const body = { ...createdBody, hash: "abc1733727103645" };
  expect(translateCreate(answer(body))).toEqual({
    kind: "created",
    providerPaymentId: ID,
    amount: 1500_00,
    currency: "BDT",
    invoiceNumber: "S-10001-1",
    windowData: body,
  });
});

const NOT_CREATED: [what: string, answer: HttpAnswer, meaning: Partial<CreateOutcome>][] = [
  [
    "an invalid amount",
    answer({ errorCode: "2006", errorMessage: "Invalid amount" }),
    { kind: "refused", code: "2006" },
  ],
  ["a code that is a number", answer({ errorCode: 2006 }), { kind: "refused", code: "2006" }],
  [
    "the system error",
    answer({ statusCode: "9999", statusMessage: "System Error." }),
    { kind: "refused", code: "9999" },
  ],
  [
    "a payment id that could leave its URL",
    answer({ ...createdBody, paymentID: "../refund" }),
    { kind: "unknown" },
  ],
  [
    "a payment id of 65 characters",
    answer({ ...createdBody, paymentID: "A".repeat(65) }),
    { kind: "unknown" },
  ],
  ["no amount", answer({ ...createdBody, amount: undefined }), { kind: "unknown" }],
  [
    "an amount of 1e999",
    wire(JSON.stringify(createdBody).replace('"1500.00"', "1e999")),
    { kind: "unknown" },
  ],
  ["an unreadable amount", answer({ ...createdBody, amount: "a lot" }), { kind: "created", amount: null }],
  ["text that no database stores", answer({ ...createdBody, orgName: "\0" }), { kind: "unknown" }],
  [
    "half a character somewhere deep",
    answer({ ...createdBody, more: [{ x: "\ud800" }] }),
    { kind: "unknown" },
  ],
  [
    "more nesting than can be stored",
    wire(`{"x":${DEEP},${JSON.stringify(createdBody).slice(1)}`),
    { kind: "unknown" },
  ],
  ["a good answer with status 500", answer(createdBody, 500), { kind: "unknown" }],
];

test.each(NOT_CREATED)("create answered with %s is understood", (_what, given, meaning) => {
  expect(translateCreate(given)).toMatchObject(meaning);
});

test("what bKash writes under __proto__ changes no object of ours", () => {
  const said = wire(`{"__proto__": {"polluted": true}, ${JSON.stringify(createdBody).slice(1)}`);
  const outcome = translateCreate(said);
  expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  expect(outcome).toMatchObject({ kind: "created", providerPaymentId: ID });
  if (outcome.kind === "created") expect(outcome.windowData.polluted).toBeUndefined();
});

const status = fc.oneof(fc.constant(200), fc.integer({ min: 100, max: 599 }));
/** JSON that looks like bKash's, with any field missing, wrong or strange. */
const nearly = fc.record(
  {
    paymentID: fc.oneof(fc.constant(ID), fc.jsonValue()),
    trxID: fc.oneof(fc.constantFrom("BL96ABC123", "", " ", null), fc.jsonValue()),
    transactionStatus: fc.oneof(
      fc.constantFrom("Completed", "completed", "Initiated", "Declined", "Authorized"),
      fc.jsonValue(),
    ),
    amount: fc.oneof(fc.constantFrom("1500.00", 1500, Infinity, -0), fc.jsonValue()),
    currency: fc.oneof(fc.constant("BDT"), fc.jsonValue()),
    merchantInvoiceNumber: fc.oneof(fc.constant("S-10001-1"), fc.jsonValue()),
    errorCode: fc.oneof(fc.constantFrom("2023", 2117, "9999"), fc.jsonValue()),
    statusCode: fc.oneof(fc.constantFrom("0000", "2062"), fc.jsonValue()),
    message: fc.jsonValue(),
  },
  { requiredKeys: [] },
);

/** Tries a promise on thousands of answers that bKash never gave. */
const always = (promise: (given: HttpAnswer, body: Record<string, unknown>) => void) =>
  fc.assert(
    fc.property(fc.oneof(nearly, nearly, fc.jsonValue({ maxDepth: 6 })), status, (body, code) =>
      promise(answer(body, code), (body ?? {}) as Record<string, unknown>),
    ),
    { numRuns: 2000 },
  );

test("no answer whatsoever counts as paid unless it says Completed, with a trxID, at status 2xx", () => {
  always((given, body) => {
    for (const said of [translateExecute(given), translateQuery(given)]) {
      if (said.kind !== "completed") continue;
      expect(String(body.transactionStatus).toLowerCase()).toBe("completed");
      expect(body.trxID).toMatch(/\S/);
      expect(said).toMatchObject({ trxId: body.trxID, providerPaymentId: body.paymentID });
      expect(given.kind === "json" && given.status >= 200 && given.status < 300).toBe(true);
    }
  });
});

test("no answer whatsoever counts as declined unless bKash said a code or word that we know", () => {
  always((given, body) => {
    for (const said of [translateExecute(given), translateQuery(given)]) {
      if (said.kind !== "refused") continue;
      const words = [body.errorCode, body.statusCode, body.transactionStatus].map(String);
      expect(words).toContain(said.code);
      expect(["2023", "Declined"]).toContain(said.code);
    }
  });
});

test("no answer whatsoever makes a translation throw", () => {
  always((given) => {
    for (const translate of [translateCreate, translateExecute, translateQuery])
      expect(["created", "completed", "authorised", "refused", "pending", "unknown"]).toContain(
        translate(given).kind,
      );
  });
});
