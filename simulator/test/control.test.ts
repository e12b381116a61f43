import assert from "node:assert/strict";
import { test } from "node:test";
import { GOOD, openBkash, POOR } from "./open-bkash.ts";

test("authorise walks through the window: default wallet, chosen wallet, and the window's refusals", async (t) => {
  const bkash = await openBkash(t);
  const authorise = async (body?: object) =>
    bkash.control("POST", `payments/${await bkash.createdId()}/authorise`, body);
  assert.equal((await authorise()).body["wallet"], GOOD);
  assert.equal((await authorise({ wallet: POOR })).body["wallet"], POOR);
  const unknown = await authorise({ wallet: "01999999999" });
  assert.equal(unknown.status, 409);
  assert.equal(unknown.body["errorCode"], "2003");
  assert.equal((await authorise({ otp: "000000" })).body["errorCode"], "2016");
  assert.equal((await authorise({ pin: "00000" })).body["errorCode"], "2014");
  assert.match(String((await authorise({ phone: GOOD })).body["error"]), /There is no field "phone"/);
  assert.equal((await bkash.control("POST", "payments/none/authorise")).status, 404);
});

test("a payment can be looked at: state, wallet, trxID and how often it was executed", async (t) => {
  const bkash = await openBkash(t);
  const { paymentID, trxID } = await bkash.paid();
  await bkash.execute(paymentID);
  const { body } = await bkash.control("GET", `payments/${paymentID}`);
  assert.equal(body["state"], "completed");
  assert.equal(body["trxID"], trxID);
  assert.equal(body["executeCalls"], 2);
  assert.equal((await bkash.control("GET", "calls")).body["paymentsExecutedTwice"], 1);
});

test("the ledger adds up to the poisha: wallets, captures and refunds", async (t) => {
  const bkash = await openBkash(t);
  const balanceOf = async () => {
    const wallets = (await bkash.control("GET", "wallets")).body["wallets"] as Record<string, unknown>[];
    return Number(wallets.find(({ msisdn }) => msisdn === GOOD)?.["balanceInPoisha"]);
  };
  const before = await balanceOf();
  const paid = await bkash.paid({ amount: "0.30" });
  await bkash.paid({ amount: "0.10" });
  await bkash.call("POST", "refund", { ...paid, amount: "0.20", sku: "a", reason: "b" });
  assert.equal(before - (await balanceOf()), 20);
  const { body } = await bkash.control("GET", "ledger");
  assert.deepEqual(body["totals"], { captures: 2, capturedInPoisha: 40, refunds: 1, refundedInPoisha: 20 });
  const one = await bkash.control("GET", `ledger?paymentID=${paid.paymentID}`);
  assert.equal((one.body["captures"] as unknown[]).length, 1);
  assert.equal((one.body["refunds"] as unknown[]).length, 1);
});

test("every call is noted with operation, payment, status and duration, and counted exactly", async (t) => {
  const bkash = await openBkash(t);
  const { paymentID } = await bkash.paid();
  await bkash.execute(paymentID);
  await bkash.send("GET", "/v1.2.0-beta/elsewhere");
  const { body } = await bkash.control("GET", "calls");
  const calls = body["calls"] as Record<string, unknown>[];
  assert.deepEqual(
    calls.map(({ operation, status }) => `${String(operation)} ${String(status)}`),
    ["grant 200", "create 200", "execute 200", "execute 200", "unknown 403"],
  );
  assert.equal(calls[1]?.["paymentID"], paymentID);
  assert.equal(typeof calls[1]?.["durationMs"], "number");
  const counts = body["operations"] as Record<string, unknown>;
  assert.deepEqual(counts["execute"], { calls: 2, answered: 2, outcomes: { "200": 1, "2117": 1 } });
  const filtered = (await bkash.control("GET", `calls?operation=execute&paymentID=${paymentID}`)).body[
    "calls"
  ];
  assert.equal((filtered as unknown[]).length, 2);
});

test("the call list keeps the last 10,000 in order, the counters keep counting", async (t) => {
  const { Calls } = await import("../src/calls.ts");
  t.diagnostic("10,005 calls straight into the list");
  const calls = new Calls();
  for (let n = 0; n < 10_005; n += 1) calls.arrive(n, "query", "GET", "/");
  const kept = calls.list({});
  assert.equal(kept.length, 10_000);
  assert.equal(kept[0]?.number, 6);
  assert.equal(kept.at(-1)?.number, 10_005);
  assert.equal(calls.summary().total, 10_005);
});

test("settings change all or not at all, and a mistake is explained", async (t) => {
  const bkash = await openBkash(t);
  const wrong = await bkash.control("PATCH", "settings", { timeZone: "+0600", secondExecute: "maybe" });
  assert.equal(wrong.status, 400);
  assert.match(String(wrong.body["error"]), /"secondExecute" takes "2117" \| "2062" \| "same-answer"/);
  assert.equal((await bkash.control("GET", "settings")).body["timeZone"], "+0000");
  const unknown = await bkash.control("PATCH", "settings", { tokencap: 3 });
  assert.match(String(unknown.body["error"]), /no switch "tokencap".*tokenCallCap/);
  assert.equal((await bkash.control("PATCH", "settings", { tokenCallCap: 5 })).body["tokenCallCap"], 5);
  const { body } = await bkash.control("GET", "switches");
  assert.ok((body["switches"] as { about: string }[]).every(({ about }) => about.length > 0));
});

test("reset forgets payments, faults, switches, calls and time; tokens too, unless they are kept", async (t) => {
  const bkash = await openBkash(t, { tokenCallCap: 0 });
  const { paymentID } = await bkash.paid();
  await bkash.control("POST", "faults", { operation: "create", fault: "status-500" });
  await bkash.control("POST", "clock", { advanceSeconds: 1000 });
  await bkash.control("POST", "reset", { keepTokens: true, orgName: "My shop" });
  assert.equal((await bkash.query(paymentID)).body["errorCode"], "2002");
  assert.equal((await bkash.create()).body["orgName"], "My shop");
  assert.equal((await bkash.captures()).length, 0);
  assert.equal((await bkash.control("GET", "health")).body["clockAheadSeconds"], 0);
  await bkash.control("POST", "reset");
  assert.equal((await bkash.create()).status, 401);
  assert.equal((await bkash.control("GET", "settings")).body["orgName"], "TestCheckoutDemoMerchant1");
});

test("a reset with a mistaken switch resets nothing", async (t) => {
  const bkash = await openBkash(t);
  await bkash.paid();
  assert.equal((await bkash.control("POST", "reset", { duplicateWindow: 0 })).status, 400);
  assert.equal((await bkash.captures()).length, 1);
});

test("a new wallet can be opened and an old one emptied, blocked or forgiven", async (t) => {
  const bkash = await openBkash(t, { duplicateWindowSeconds: 0 });
  const own = "01511111111";
  await bkash.control("PUT", `wallets/${own}`, { balance: "150.50" });
  assert.ok((await bkash.paid({}, own)).trxID !== "undefined");
  assert.equal((await bkash.execute(await bkash.authorisedId({}, own))).body["errorCode"], "2023");
  await bkash.control("PUT", `wallets/${own}`, { balance: "500", status: "debit-blocked" });
  assert.equal((await bkash.execute(await bkash.authorisedId({}, own))).body["errorCode"], "2037");
  assert.equal((await bkash.control("PUT", "wallets/017", {})).status, 400);
  assert.equal((await bkash.control("PUT", `wallets/${own}`, { balance: "-1" })).status, 400);
  assert.equal((await bkash.control("PUT", `wallets/${own}`, { status: "sad" })).status, 400);
});

test("fixed latency delays every answer for benchmarks", async (t) => {
  const bkash = await openBkash(t, { latencyMs: 80 });
  await bkash.token();
  const startedAt = performance.now();
  await bkash.create();
  assert.ok(performance.now() - startedAt >= 75);
});

test("web pages of other origins cannot pull the levers, and an unknown lever lists the known ones", async (t) => {
  const bkash = await openBkash(t);
  const foreign = await bkash.send("POST", "/__simulator/reset", "{}", { origin: "http://evil.example" });
  assert.equal(foreign.status, 403);
  assert.equal((await bkash.send("POST", "/__simulator/reset", "{}", { origin: bkash.url })).status, 200);
  const unknown = await bkash.control("POST", "explode");
  assert.equal(unknown.status, 404);
  assert.match(String(unknown.body["error"]), /Known: .*faults/);
  assert.equal((await bkash.control("POST", "faults", "[]")).status, 400);
});
