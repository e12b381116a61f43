import assert from "node:assert/strict";
import { test } from "node:test";
import { Calls } from "../src/calls.ts";
import { redactBody } from "../src/redact.ts";
import { CREDENTIALS, openBkash, type Bkash, type Json } from "./open-bkash.ts";

const callsOf = async (bkash: Bkash, query: string) =>
  (await bkash.control("GET", `calls?${query}`)).body["calls"] as Json[];

test("a payment's timeline has every call with headers, bodies and timing", async (t) => {
  const bkash = await openBkash(t);
  const { paymentID, trxID } = await bkash.paid();
  await bkash.query(paymentID);
  await bkash.call("POST", "refund", { paymentID, trxID, amount: "1", sku: "a", reason: "b" });
  const timeline = await callsOf(bkash, `paymentID=${paymentID}`);
  assert.deepEqual(
    timeline.map(({ operation }) => operation),
    ["create", "execute", "query", "refund"],
  );
  const create = timeline[0] as { request: Json; response: Json; durationMs: number };
  assert.equal(JSON.parse(String(create.request["body"])).amount, "100");
  assert.equal(JSON.parse(String(create.response["body"])).paymentID, paymentID);
  assert.equal((create.request["headers"] as Json)["x-app-key"], CREDENTIALS.appKey);
  assert.equal((create.response["headers"] as Json)["content-type"], "application/json");
  assert.ok(create.durationMs >= 0);
  const one = await bkash.control("GET", `calls/${String(timeline[1]?.["number"])}`);
  assert.equal(one.body["operation"], "execute");
  assert.equal((await bkash.control("GET", "calls/999")).status, 404);
});

test("no token, password or app secret is ever kept", async (t) => {
  const bkash = await openBkash(t, { tokenCallCap: 0 });
  const { id_token: idToken, refresh_token: refreshToken } = (await bkash.askToken("grant")).body;
  await bkash.askToken("refresh", { refresh_token: refreshToken });
  await bkash.create();
  const { text } = await bkash.control("GET", "calls?whole=true");
  for (const secret of [idToken, refreshToken, CREDENTIALS.appSecret, CREDENTIALS.password]) {
    assert.equal(text.includes(`"${String(secret)}"`), false);
    assert.equal(text.includes(`\\"${String(secret)}\\"`), false);
  }
  assert.ok(text.includes("(hidden)"));
  const har = await bkash.control("GET", "calls.har");
  assert.equal(har.text.includes(String(idToken)), false);
});

test("secrets are hidden however the body is written, and nothing else is touched", () => {
  const hidden = '"(hidden)"';
  assert.equal(redactBody('{"PIN":12121,"amount":"5"}'), `{"PIN":${hidden},"amount":"5"}`);
  assert.equal(redactBody('{ "password" : "a\\"b" }'), `{ "password" : ${hidden} }`);
  assert.equal(redactBody('{"app_secret":"cut of'), `{"app_secret":${hidden}`);
  assert.equal(redactBody("otp=123456&wallet=017"), "otp=(hidden)&wallet=017");
  assert.equal(redactBody('{"app_key":"k","trxID":"t"}'), '{"app_key":"k","trxID":"t"}');
});

test("headers and bodies are bounded: the oldest are forgotten first, their lines stay", () => {
  const calls = new Calls(10_000);
  for (let n = 0; n < 50; n += 1) {
    const call = calls.arrive(n, "query", "GET", "/", { body: "x".repeat(300) });
    calls.answered(call, { status: 200, errorCode: undefined, durationMs: 1, body: "y".repeat(300) });
  }
  assert.ok(calls.characters <= 10_000);
  const kept = calls.list({});
  assert.equal(kept.length, 50);
  assert.equal(kept[0]?.exchange, undefined);
  assert.equal(kept.at(-1)?.exchange?.responseBody.length, 300);
  calls.reset();
  assert.equal(calls.characters, 0);
});

test("also after the list has gone round, it is the oldest that are forgotten", () => {
  const calls = new Calls(100_000);
  for (let n = 0; n < 25_000; n += 1) calls.arrive(n, "query", "GET", "/", { body: "x".repeat(20) });
  const kept = calls.list({});
  const whole = kept.filter(({ exchange }) => exchange);
  assert.equal(whole.length, 5_000);
  assert.equal(whole[0]?.number, 20_001);
});

test("a call that was under way when everything was reset is not counted after it", async (t) => {
  const bkash = await openBkash(t);
  const paymentID = await bkash.authorisedId();
  await bkash.control("POST", "faults", { operation: "execute", fault: "late-completion", delayMs: 60_000 });
  const answer = bkash.execute(paymentID);
  while ((await callsOf(bkash, "operation=execute")).length === 0);
  await bkash.control("POST", "reset");
  assert.equal((await answer).body["errorCode"], "2002");
  const { body } = await bkash.control("GET", "calls");
  assert.deepEqual([body["total"], body["operations"]], [0, {}]);
});

test("a body of megabytes is cut in the journal, not on the wire", async (t) => {
  const bkash = await openBkash(t);
  const paymentID = await bkash.authorisedId();
  await bkash.control("POST", "faults", { operation: "execute", fault: "huge" });
  assert.ok((await bkash.execute(paymentID)).text.length > 3_000_000);
  const [call] = (await callsOf(bkash, `operation=execute&paymentID=${paymentID}`)) as { response: Json }[];
  assert.equal(call?.response["isCut"], true);
  assert.ok(String(call?.response["body"]).length <= 16_384);
});

test("the stream tells of each call on arrival and with its answer, of resets, and catches up", async (t) => {
  const bkash = await openBkash(t);
  await bkash.create();
  const stop = new AbortController();
  t.after(() => stop.abort());
  const response = await fetch(`${bkash.url}/__simulator/calls/stream?after=1`, { signal: stop.signal });
  assert.equal(response.headers.get("content-type"), "text/event-stream");
  let text = "";
  const reading = (async () => {
    for await (const part of response.body ?? []) text += Buffer.from(part).toString();
  })().catch(() => undefined);
  const until = async (wanted: RegExp) => {
    while (!wanted.test(text)) await new Promise((resolve) => setTimeout(resolve, 5));
  };
  await until(/"operation":"create"/);
  await bkash.query("none");
  await until(/"operation":"query".*"status":null[^]*"operation":"query".*"status":200.*2002/);
  await bkash.control("POST", "reset");
  await until(/event: reset/);
  stop.abort();
  await reading;
});

test("the stream can be narrowed to one payment", async (t) => {
  const bkash = await openBkash(t);
  const wanted = await bkash.createdId();
  const other = await bkash.createdId();
  const stop = new AbortController();
  const response = await fetch(`${bkash.url}/__simulator/calls/stream?paymentID=${wanted}`, {
    signal: stop.signal,
  });
  await bkash.query(other);
  await bkash.query(wanted);
  let text = "";
  for await (const part of response.body ?? []) {
    text += Buffer.from(part).toString();
    if (text.includes('"status":200')) break;
  }
  assert.ok(text.includes(wanted));
  assert.equal(text.includes(other), false);
});

test("calls are exported as an HTTP Archive 1.2", async (t) => {
  const bkash = await openBkash(t);
  const { paymentID } = await bkash.paid();
  await bkash.control("POST", "faults", { operation: "query", fault: "answer-lost", how: "reset" });
  await assert.rejects(bkash.query(paymentID));
  const { body } = await bkash.control("GET", "calls.har");
  const log = body["log"] as Json;
  assert.equal(log["version"], "1.2");
  assert.equal(typeof (log["creator"] as Json)["name"], "string");
  const entries = log["entries"] as Json[];
  assert.equal(entries.length, 4);
  for (const entry of entries) assertHarEntry(entry);
  assert.equal((entries.at(-1)?.["response"] as Json)["status"], 0);
  const one = await bkash.control("GET", `calls.har?paymentID=${paymentID}&operation=create`);
  assert.equal(((one.body["log"] as Json)["entries"] as Json[]).length, 1);
});

/** What the specification of HAR 1.2 demands of an entry. */
function assertHarEntry(entry: Json): void {
  const { startedDateTime, time, request, response, cache, timings } = entry as Record<string, Json>;
  assert.ok(!Number.isNaN(Date.parse(String(startedDateTime))));
  assert.equal(typeof time, "number");
  assert.deepEqual(cache, {});
  for (const name of ["send", "wait", "receive"]) assert.equal(typeof timings?.[name], "number");
  assert.equal(URL.canParse(String(request?.["url"])), true);
  for (const message of [request, response]) {
    assert.equal(message?.["httpVersion"], "HTTP/1.1");
    for (const name of ["headersSize", "bodySize"]) assert.equal(typeof message?.[name], "number");
    assert.ok(Array.isArray(message?.["cookies"]));
    for (const header of message?.["headers"] as Json[]) {
      assert.deepEqual(Object.keys(header), ["name", "value"]);
    }
  }
  assert.ok(Array.isArray(request?.["queryString"]));
  const { size, mimeType, text } = response?.["content"] as Json;
  assert.deepEqual([typeof size, typeof mimeType, typeof text], ["number", "string", "string"]);
  for (const name of ["statusText", "redirectURL"]) assert.equal(typeof response?.[name], "string");
}
