import { z } from "zod";
import { PaymentsPaused } from "@/lib/payments/payment-provider";
import { answer, door, languageOf, parse, readBody, refuse, RequestRefused } from "./respond";

const shape = z.strictObject({ orderNumber: z.string() });

const post = (
  body: BodyInit | null,
  headers: Record<string, string> = { "content-type": "application/json" },
) =>
  new Request("http://localhost:3000/api/orders?token=canary", {
    method: "POST",
    body,
    headers,
    duplex: "half",
  } as RequestInit);

/** What a client gets from a route that does this. */
async function get(handler: (request: Request) => Promise<Response>, request = post("{}")) {
  const response = await door<undefined>(handler)(request, undefined);
  const body = (await response.json()) as { error?: { code: string; message: string; fields?: object } };
  return { status: response.status, headers: response.headers, body, error: body.error };
}

const read = (request: Request) => get(async (asked) => answer(await readBody(asked, shape)), request);

const fail = (error: unknown) => get(() => Promise.reject(error as Error));

test("a route that works is not touched, and no answer rests in a cache", async () => {
  const { status, body, headers } = await get(() => Promise.resolve(answer({ fine: true }, 201)));
  expect([status, body, headers.get("cache-control")]).toEqual([201, { fine: true }, "no-store"]);
});

test("while payments are paused the answer is 503, and says when to come back", async () => {
  const { status, error, headers } = await fail(new PaymentsPaused("2 token calls in the last hour"));
  expect(status).toBe(503);
  expect(error?.code).toBe("PAYMENTS_PAUSED");
  expect(Number(headers.get("retry-after"))).toBeGreaterThan(0);
  expect(headers.get("cache-control")).toBe("no-store");
});

test("the pause is known by its name too: another bundle of the build has thrown it", async () => {
  const thrown = Object.assign(new Error("paused"), { name: "PaymentsPaused", retryAfterSeconds: 17 });
  const { status, error, headers } = await fail(thrown);
  expect([status, error?.code, headers.get("retry-after")]).toEqual([503, "PAYMENTS_PAUSED", "17"]);
});

test.each([
  ["an exception", new Error("canary: SELECT * FROM secrets at /srv/shop/lib")],
  [
    "an exception with fields of its own",
    Object.assign(new Error("canary"), { code: "canary", status: 200 }),
  ],
  ["a text", "canary"],
  ["nothing", undefined],
  ["a response that was thrown", { code: "ORDER_NOT_FOUND", details: "canary" }],
])("%s tells nothing of the inside", async (_what, thrown) => {
  const { status, body, error, headers } = await fail(thrown);
  expect([status, error?.code]).toEqual([500, "UNEXPECTED"]);
  expect(JSON.stringify([body, [...headers]])).not.toMatch(/canary|SELECT|srv/);
  expect(Object.keys(error ?? {})).toEqual(["code", "message", "reference"]);
});

test.each(["connect ECONNREFUSED 127.0.0.1:5432", "terminating connection due to administrator command"])(
  "when the database is away (%s) nothing was lost and a later try is offered",
  async (message) => {
    const { status, error, headers } = await fail(new Error(message));
    expect([status, error?.code]).toEqual([503, "TEMPORARILY_UNAVAILABLE"]);
    expect(Number(headers.get("retry-after"))).toBeGreaterThan(0);
    expect(error?.message).not.toContain("5432");
  },
);

test("a refusal inside a route keeps its code, status and details", async () => {
  const { status, error } = await fail(
    new RequestRefused("INVALID_REQUEST", { fields: { sku: "is missing" } }),
  );
  expect([status, error?.code, error?.fields]).toEqual([400, "INVALID_REQUEST", { sku: "is missing" }]);
});

test.each([
  ["bn", "bn"],
  ["bn-BD,en;q=0.8", "bn"],
  ["BN", "bn"],
  ["en-GB,bn;q=0.5", "en"],
  ["fr", "en"],
  ["", "en"],
])("Accept-Language %p is answered in %s", (header, locale) => {
  const request = post("{}", { "accept-language": header });
  expect(languageOf(request)).toBe(locale);
});

test("an error is told in the reader's language", async () => {
  const inBangla = post("{}", { "accept-language": "bn" });
  const { error } = await get((request) => Promise.resolve(refuse(request, "ALREADY_PAID")), inBangla);
  expect(error?.message).toMatch(/^[\p{Script=Bengali}\s।;]+$/u);
});

test("a body of the right shape is read", async () => {
  expect(await read(post('{"orderNumber":"S-10001"}'))).toMatchObject({
    status: 200,
    body: { orderNumber: "S-10001" },
  });
  const utf8 = post('{"orderNumber":"S-10001"}', { "content-type": "application/json; charset=utf-8" });
  expect((await read(utf8)).status).toBe(200);
});

test.each([
  ["a form of another site", "application/x-www-form-urlencoded"],
  ["text", "text/plain"],
  ["an upload", "multipart/form-data; boundary=x"],
  ["JSON that pretends", "text/plain; application/json"],
  ["something like JSON", "application/jsonp"],
])("%s is answered 415: only JSON comes in", async (_what, contentType) => {
  const { status, error } = await read(post('{"orderNumber":"S-10001"}', { "content-type": contentType }));
  expect([status, error?.code]).toEqual([415, "NOT_JSON"]);
});

test("a body without a content type is answered 415", async () => {
  const { status } = await read(post(new Blob(["{}"]), {}));
  expect(status).toBe(415);
});

const padded = (bytes: number) => `{"orderNumber":"${"x".repeat(bytes - '{"orderNumber":""}'.length)}"}`;

test("64 KiB come in, one byte more does not", async () => {
  expect((await read(post(padded(64 * 1024)))).status).toBe(200);
  expect(await read(post(padded(64 * 1024 + 1)))).toMatchObject({
    status: 413,
    error: { code: "TOO_LARGE" },
  });
});

test("64 KiB are bytes, not letters", async () => {
  expect((await read(post(`{"orderNumber":"${"ক".repeat(30_000)}"}`))).status).toBe(413);
});

test("a body that says it is larger is refused unread", async () => {
  const request = post('{"orderNumber":"S-1"}', {
    "content-type": "application/json",
    "content-length": "65537",
  });
  expect((await read(request)).status).toBe(413);
  expect(request.bodyUsed).toBe(false);
});

test("of a body without end no more than a little is read, whatever it says of its length", async () => {
  let poured = 0;
  const endless = new ReadableStream<Uint8Array>({
    pull(controller) {
      poured += 16 * 1024;
      if (poured > 4 * 1024 * 1024) controller.close();
      else controller.enqueue(new Uint8Array(16 * 1024).fill(32));
    },
  });
  expect((await read(post(endless))).status).toBe(413);
  expect(poured).toBeLessThan(256 * 1024);
});

test("a letter that is cut by the network is still one letter", async () => {
  const bytes = new TextEncoder().encode('{"orderNumber":"চা"}');
  const drops = new ReadableStream<Uint8Array>({
    start(controller) {
      for (const byte of bytes) controller.enqueue(Uint8Array.of(byte));
      controller.close();
    },
  });
  expect((await read(post(drops))).body).toEqual({ orderNumber: "চা" });
});

test.each(["", "{", "undefined", "<html>", '{"orderNumber":"S-1"} trailing'])(
  "%p is no JSON and answered 400",
  async (text) => {
    const { status, error } = await read(post(text));
    expect([status, error?.code, error?.fields]).toEqual([400, "INVALID_REQUEST", { "": "not JSON" }]);
  },
);

test("an amount in the body is refused by its name", async () => {
  const { status, error } = await read(post('{"orderNumber":"S-1","amount":1,"price":2}'));
  expect(status).toBe(400);
  expect(error?.fields).toEqual({ amount: "is not accepted here", price: "is not accepted here" });
});

test("a field that is wrong is named where it stands", () => {
  const nested = z.strictObject({ lines: z.array(z.strictObject({ quantity: z.int() })) });
  const wrong = () =>
    parse(nested, { lines: [{ quantity: 1 }, { quantity: 1, price: 5 }, { quantity: "x" }] });
  try {
    wrong();
    throw new Error("was accepted");
  } catch (error) {
    if (!(error instanceof RequestRefused)) throw error;
    expect(Object.keys(error.details.fields as object).toSorted()).toEqual([
      "lines.1.price",
      "lines.2.quantity",
    ]);
  }
});

test.each(["__proto__", "constructor", "toString"])(
  "a field named %s changes no object of ours",
  async (word) => {
    const { status } = await read(post(`{"orderNumber":"S-1","${word}":{"polluted":true}}`));
    expect([200, 400]).toContain(status);
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  },
);

test("every answer carries the request's id, and one about trouble on our side names it for quoting", async () => {
  const asked = post("{}", { "x-request-id": "edge-7f3a-0001" });
  const fine = await get(() => Promise.resolve(answer({})), asked);
  expect(fine.headers.get("x-request-id")).toBe("edge-7f3a-0001");
  const failed = await get(() => Promise.reject(new Error("broken")), asked);
  expect(failed.error).toMatchObject({ code: "UNEXPECTED", reference: "edge-7f3a-0001" });
  const refused = await get((request) => Promise.resolve(refuse(request, "ALREADY_PAID")), asked);
  expect(refused.error).not.toHaveProperty("reference");
});

test("an id that is no plain word does not come back", async () => {
  const { headers } = await get(
    () => Promise.resolve(answer({})),
    post("{}", { "x-request-id": "<b>canary</b>" }),
  );
  expect(headers.get("x-request-id")).toMatch(/^[\da-f-]{36}$/);
});
