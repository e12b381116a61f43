import assert from "node:assert/strict";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test, type TestContext } from "node:test";
import { createSimulator } from "../src/simulator.ts";
import { StateFile } from "../src/state-file.ts";
import { CREDENTIALS, GOOD, openBkash, POOR, type Bkash, type Json } from "./open-bkash.ts";

function folder(t: TestContext): string {
  const path = mkdtempSync(join(tmpdir(), "bkash-state-"));
  t.after(() => rmSync(path, { recursive: true, force: true }));
  return path;
}

const ledgerOf = async (bkash: Bkash) => (await bkash.control("GET", "ledger")).body;

test("a snapshot brings everything back: payments, ledger, wallets, switches, faults, caps and time", async (t) => {
  const bkash = await openBkash(t, { refundProfile: "v2" });
  const paid = await bkash.paid();
  await bkash.call("POST", "refund", { ...paid, amount: "40", sku: "a", reason: "b" });
  const authorised = await bkash.authorisedId({ amount: "7" });
  await bkash.control("PUT", `wallets/${POOR}`, { balance: "12.50", status: "debit-blocked" });
  await bkash.control("POST", "clock", { advanceSeconds: 1000 });
  await bkash.control("POST", "faults", { operation: "query", fault: "status-502", times: "always" });
  const ledger = await ledgerOf(bkash);
  const { text: snapshot } = await bkash.control("GET", "snapshot");

  const other = await openBkash(t);
  assert.equal((await other.send("POST", "/__simulator/snapshot", snapshot)).status, 200);
  assert.deepEqual(await ledgerOf(other), ledger);
  assert.equal((await other.control("GET", "settings")).body["refundProfile"], "v2");
  assert.ok(Number((await other.control("GET", "clock")).body["clockAheadSeconds"]) >= 999);
  assert.equal((await other.query(paid.paymentID)).status, 502);
  await other.control("DELETE", "faults");
  assert.equal((await other.query(paid.paymentID)).body["refundAmount"], "40.00");
  assert.equal((await other.execute(authorised)).body["transactionStatus"], "Completed");
  const again = await other.call("POST", "refund", { ...paid, amount: "61", sku: "a", reason: "b" });
  assert.equal(again.body["errorCode"], "2026");
  const rest = await other.call("POST", "refund", { ...paid, amount: "60", sku: "a", reason: "b" });
  assert.equal(rest.body["transactionStatus"], "Completed");
});

test("the merchant's second account, customers' locks, a token block and subscribers come back, too", async (t) => {
  const bkash = await openBkash(t);
  const amounts = { amount: "300", currency: "BDT" };
  await bkash.call("POST", "intraAccountTransfer", { ...amounts, transferType: "Collection2Disbursement" });
  const payout = { ...amounts, merchantInvoiceNumber: "OUT-1", receiverMSISDN: GOOD };
  const { trxID } = (await bkash.call("POST", "b2cPayment", payout)).body;
  await bkash.control("PUT", `wallets/${POOR}`, { status: "pin-locked" });
  for (let n = 0; n < 3; n += 1) await bkash.askToken("grant");
  await bkash.control("POST", "webhooks/subscriptions", { url: "http://127.0.0.1:1/hook" });
  const shown = async (of: Bkash) => [
    (await of.call("GET", `search/${String(trxID)}`)).body,
    (await of.control("GET", "wallets")).body,
    ((await of.control("GET", "webhooks")).body["subscriptions"] as Json[]).map(({ id, url }) => [id, url]),
  ];
  const expected = await shown(bkash);
  const { text: snapshot } = await bkash.control("GET", "snapshot");
  const other = await openBkash(t);
  await other.token();
  await other.send("POST", "/__simulator/snapshot", snapshot);
  assert.deepEqual(await shown(other), expected);
  assert.equal((await other.askToken("grant")).body["status"], "fail");
});

test("what happens after a snapshot is undone by restoring it, and tokens stay good", async (t) => {
  const bkash = await openBkash(t, { duplicateWindowSeconds: 0 });
  const paymentID = await bkash.authorisedId();
  const { text: snapshot } = await bkash.control("GET", "snapshot");
  for (let round = 0; round < 2; round += 1) {
    assert.equal((await bkash.execute(paymentID)).body["transactionStatus"], "Completed");
    await bkash.send("POST", "/__simulator/snapshot", snapshot);
    assert.equal((await bkash.captures()).length, 0);
    assert.equal(await bkash.status(paymentID), "Initiated");
  }
});

test("an execute under way when the snapshot was taken has never moved money", async (t) => {
  const bkash = await openBkash(t);
  const paymentID = await bkash.authorisedId();
  await bkash.control("POST", "faults", { operation: "execute", fault: "late-completion" });
  await assert.rejects(bkash.execute(paymentID, undefined, 200));
  const { text: snapshot } = await bkash.control("GET", "snapshot");
  await bkash.send("POST", "/__simulator/snapshot", snapshot);
  await bkash.control("POST", "clock", { advanceSeconds: 60 });
  assert.equal((await bkash.captures()).length, 0);
  assert.equal((await bkash.execute(paymentID)).body["errorCode"], "2117");
});

test("a broken snapshot changes nothing and is explained", async (t) => {
  const bkash = await openBkash(t);
  const paymentID = await bkash.createdId();
  const { text } = await bkash.control("GET", "snapshot");
  const wrong: [string, RegExp][] = [
    ["", /not whole JSON/],
    [text.slice(0, -100), /not whole JSON/],
    ["[]", /no snapshot/],
    [text.replace('"version":1', '"version":99'), /version 99.*reads version 1/],
    [text.replace('"BDT"', '"USD"').replace('"state":"open"', '"state":"completed"'), /checksum/],
  ];
  for (const [body, sentence] of wrong) {
    const answer = await bkash.send("POST", "/__simulator/snapshot", body);
    assert.equal(answer.status, 400);
    assert.match(String(answer.body["error"]), sentence);
  }
  assert.equal((await bkash.query(paymentID)).status, 200);
});

test("a snapshot holds no token and no credential", async (t) => {
  const bkash = await openBkash(t);
  const { text } = await bkash.control("GET", "snapshot");
  for (const secret of [await bkash.token(), CREDENTIALS.appSecret, CREDENTIALS.password])
    assert.equal(text.includes(`"${secret}"`), false);
});

test("the state file is written whole or not at all, and leaves nothing beside it", async (t) => {
  const path = folder(t);
  const file = join(path, "state.json");
  const simulator = createSimulator(CREDENTIALS);
  const state = new StateFile(file, simulator);
  state.load();
  simulator.bank.setWallet("01555555555", { status: "active" });
  state.touch();
  state.touch();
  while (!readFileSync(file, "utf8").includes("01555555555")) await new Promise((r) => setTimeout(r, 20));
  assert.deepEqual(readdirSync(path), ["state.json"]);
  const second = createSimulator(CREDENTIALS, { autoMode: true });
  new StateFile(file, second).load();
  assert.equal(second.settings.autoMode, true);
  assert.ok(second.bank.wallet("01555555555"));
  assert.ok(second.bank.wallet(GOOD));
});

test("a state file that cannot be used is explained in one sentence and left alone", (t) => {
  const file = join(folder(t), "state.json");
  writeFileSync(file, '{"kind":"bkash-simulator snap');
  const state = new StateFile(file, createSimulator(CREDENTIALS));
  assert.throws(
    () => state.load(),
    /Cannot use the state file .*state\.json\. It is not whole JSON.* Move it away/,
  );
  assert.match(readFileSync(file, "utf8"), /snap$/);
  const nowhere = new StateFile(join(file, "state.json"), createSimulator(CREDENTIALS));
  assert.throws(() => nowhere.load(), /Cannot (read|write) the state file/);
});

test("scenarios are listed, played one at a time, and taken back by calm", async (t) => {
  const bkash = await openBkash(t, { tokenCallCap: 0 });
  await bkash.token();
  const scenarios = (await bkash.control("GET", "scenarios")).body["scenarios"] as {
    name: string;
    about: string;
    faults: Json[];
  }[];
  for (const { name, about, faults } of scenarios) {
    const { status, body } = await bkash.control("POST", `scenarios/${name}`);
    assert.equal(status, 200, name);
    assert.equal(body["about"], about);
    const waiting = (await bkash.control("GET", "faults")).body["faults"] as Json[];
    assert.deepEqual(waiting, body["faults"]);
    assert.equal(waiting.length, faults.length);
  }
  await bkash.control("POST", "scenarios/bkash-is-down");
  assert.equal((await bkash.create()).status, 503);
  await bkash.control("POST", "scenarios/calm");
  assert.equal((await bkash.create()).status, 200);
  assert.equal((await bkash.control("GET", "settings")).body["scriptStatus"], 200);
});

test("every-tenth-answer-lost loses each tenth answer, and a seed repeats what is left to chance", async (t) => {
  const bkash = await openBkash(t);
  await bkash.control("POST", "scenarios/every-tenth-answer-lost");
  for (let n = 1; n < 10; n += 1) assert.equal((await bkash.execute("none")).status, 200);
  await assert.rejects(bkash.execute("none", undefined, 200), { name: "TimeoutError" });
  const { body } = await bkash.control("POST", "scenarios/bad-line", { seed: 5 });
  assert.deepEqual(
    (body["faults"] as Json[]).map(({ seed }) => seed),
    [5, 6, 7, 8, 9],
  );
});

test("a mistaken scenario is explained and changes nothing", async (t) => {
  const bkash = await openBkash(t);
  await bkash.control("POST", "faults", { operation: "create", fault: "status-500" });
  const unknown = await bkash.control("POST", "scenarios/sunny");
  assert.equal(unknown.status, 400);
  assert.match(String(unknown.body["error"]), /no scenario "sunny".*bkash-is-down/);
  assert.equal((await bkash.control("POST", "scenarios/calm", { speed: 1 })).status, 400);
  assert.equal((await bkash.control("POST", "scenarios/calm", { seed: "x" })).status, 400);
  assert.equal(((await bkash.control("GET", "faults")).body["faults"] as Json[]).length, 1);
});
