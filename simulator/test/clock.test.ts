import assert from "node:assert/strict";
import { test } from "node:test";
import { Clock } from "../src/clock.ts";
import { openBkash } from "./open-bkash.ts";

const HOUR_MS = 3_600_000;
const realPause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

test("a stopped clock shows one instant, and nothing falls due until it is moved", async () => {
  const clock = new Clock();
  clock.runAt(0);
  const at = clock.now();
  let isDone = false;
  clock.schedule(20, () => (isDone = true));
  await realPause(60);
  assert.equal(clock.now(), at);
  assert.equal(isDone, false);
  clock.advance(20);
  assert.equal(isDone, true);
});

test("a clock at rate 1,000 makes an hour of waiting four seconds", async () => {
  const clock = new Clock();
  clock.runAt(1000);
  const startedAt = clock.now();
  await clock.wait(HOUR_MS / 30);
  assert.ok(clock.now() - startedAt >= HOUR_MS / 30);
  clock.runAt(1);
  assert.ok(clock.offsetMs >= HOUR_MS / 30 - 1000);
});

test("set to an instant it shows that instant; set back, waits keep what is left of them", async () => {
  const clock = new Clock();
  clock.runAt(0);
  const wanted = Date.UTC(2024, 1, 29, 12);
  const waited = clock.wait(60_000);
  clock.setTo(wanted);
  assert.equal(clock.now(), wanted);
  clock.advance(59_999);
  assert.equal(
    await Promise.race([waited.then(() => "over"), realPause(5).then(() => "waiting")]),
    "waiting",
  );
  clock.advance(1);
  await waited;
});

test("scheduled work is done once, in the order of its due times, and can be called off", () => {
  const clock = new Clock();
  const done: string[] = [];
  clock.schedule(3000, () => done.push("third"));
  clock.schedule(1000, () => done.push("first"));
  const callOff = clock.schedule(1500, () => done.push("never"));
  clock.schedule(2000, () => done.push("second"));
  callOff();
  clock.advance(5000);
  clock.advance(5000);
  assert.deepEqual(done, ["first", "second", "third"]);
});

test("a reset lets go whoever waits and forgets scheduled work", async () => {
  const clock = new Clock();
  let isDone = false;
  clock.schedule(1000, () => (isDone = true));
  const waited = clock.wait(HOUR_MS);
  clock.advance(500);
  clock.reset();
  await waited;
  clock.advance(HOUR_MS);
  assert.equal(isDone, false);
});

test("over HTTP the clock is moved, set, stopped and read", async (t) => {
  const bkash = await openBkash(t);
  const set = await bkash.control("POST", "clock", { setTo: "2022-02-21T06:00:00Z", rate: 0 });
  assert.deepEqual([set.body["now"], set.body["rate"]], ["2022-02-21T06:00:00.000Z", 0]);
  await bkash.control("POST", "clock", { advanceSeconds: 60 });
  assert.equal((await bkash.control("GET", "clock")).body["now"], "2022-02-21T06:01:00.000Z");
  const { body } = await bkash.create();
  assert.equal(body["createTime"], "2022-02-21T06:01:00:000 GMT+0000");
});

test("tokens, payments and the duplicate window obey a clock that is moved or runs fast", async (t) => {
  const bkash = await openBkash(t, { paymentLifetimeSeconds: 200, tokenLifetimeSeconds: 10_000_000 });
  const pay = () => bkash.authorisedId();
  const [first, second, third, late] = [await pay(), await pay(), await pay(), await pay()];
  assert.equal((await bkash.execute(first)).body["transactionStatus"], "Completed");
  assert.equal((await bkash.execute(second)).body["errorCode"], "2029");
  await bkash.control("POST", "clock", { advanceSeconds: 121 });
  assert.equal((await bkash.execute(third)).body["transactionStatus"], "Completed");
  await bkash.control("POST", "clock", { rate: 10_000 });
  await realPause(60);
  await bkash.control("POST", "clock", { rate: 1 });
  assert.equal((await bkash.query(late)).body["transactionStatus"], "Expired");
  await bkash.control("POST", "clock", { advanceSeconds: 10_000_000 });
  assert.equal((await bkash.create()).status, 401);
});

test("a mistaken clock is refused and nothing moves", async (t) => {
  const bkash = await openBkash(t);
  await bkash.control("POST", "clock", { rate: 0 });
  const { now } = (await bkash.control("GET", "clock")).body;
  const wrong = [
    {},
    { advanceSeconds: -1 },
    { advanceSeconds: "60" },
    { setTo: "noon" },
    { rate: -1 },
    { rate: 1e6 },
  ];
  for (const body of [...wrong, { speed: 2 }, { advanceSeconds: 5, rate: "fast" }]) {
    const answer = await bkash.control("POST", "clock", body);
    assert.equal(answer.status, 400);
    assert.match(String(answer.body["error"]), /advanceSeconds/);
  }
  assert.equal((await bkash.control("GET", "clock")).body["now"], now);
});

test("a request can bring the instant at which it arrives", async (t) => {
  const bkash = await openBkash(t);
  await bkash.control("POST", "clock", { rate: 0 });
  const at = "2027-03-01T09:00:00.000Z";
  const { body } = await bkash.send("GET", "/__simulator/clock", undefined, { "x-simulator-now": at });
  assert.equal(body.now, at);
  const later = await bkash.send("GET", "/__simulator/clock", undefined, { "x-simulator-now": "soon" });
  assert.equal(later.body.now, at, "a header that names no instant changes nothing");
});
