import assert from "node:assert/strict";
import { test } from "node:test";
import { openBkash, type Bkash, type Json } from "./open-bkash.ts";

const plant = (bkash: Bkash, fault: object) =>
  bkash.control("POST", "faults", { operation: "query", fault: "status-502", ...fault });

/** Asks for the same payment again and again. @returns which of the calls, counted from 1, were hit. */
async function hitsAmong(bkash: Bkash, calls: number): Promise<number[]> {
  const hits: number[] = [];
  for (let n = 1; n <= calls; n += 1) if ((await bkash.query("none")).status === 502) hits.push(n);
  return hits;
}

test("by chance: a seed hits the same calls again, another seed others, about as many as asked", async (t) => {
  const bkash = await openBkash(t);
  const hitsWith = async (seed: number) => {
    await bkash.control("DELETE", "faults");
    await plant(bkash, { probability: 0.3, seed });
    return hitsAmong(bkash, 100);
  };
  const first = await hitsWith(7);
  assert.deepEqual(await hitsWith(7), first);
  assert.notDeepEqual(await hitsWith(8), first);
  assert.ok(first.length > 15 && first.length < 45, `${first.length} of 100`);
});

test("a seed that nobody chose is told, so that the run can be repeated", async (t) => {
  const bkash = await openBkash(t);
  const { seed, left } = (await plant(bkash, { probability: 0.5 })).body;
  assert.equal(left, "always");
  const hits = await hitsAmong(bkash, 40);
  await bkash.control("DELETE", "faults");
  await plant(bkash, { probability: 0.5, seed });
  assert.deepEqual(await hitsAmong(bkash, 40), hits);
});

test("each third call, after the first two", async (t) => {
  const bkash = await openBkash(t);
  await plant(bkash, { every: 3, skip: 2 });
  assert.deepEqual(await hitsAmong(bkash, 12), [5, 8, 11]);
});

test("each second call, three times only", async (t) => {
  const bkash = await openBkash(t);
  await plant(bkash, { every: 2, times: 3 });
  assert.deepEqual(await hitsAmong(bkash, 10), [2, 4, 6]);
});

test("for a while on the clock", async (t) => {
  const bkash = await openBkash(t);
  await plant(bkash, { forSeconds: 60 });
  assert.deepEqual(await hitsAmong(bkash, 2), [1, 2]);
  await bkash.control("POST", "clock", { advanceSeconds: 61 });
  assert.deepEqual(await hitsAmong(bkash, 2), []);
  assert.deepEqual((await bkash.control("GET", "faults")).body["faults"], []);
});

test("a delay is on the simulator's clock, or in real time when asked", async (t) => {
  const bkash = await openBkash(t);
  await bkash.token();
  await bkash.control("POST", "clock", { rate: 1000 });
  const timed = async (fault: Json) => {
    await plant(bkash, { fault: "slow", ...fault });
    const startedAt = performance.now();
    await bkash.query("none");
    return performance.now() - startedAt;
  };
  assert.ok((await timed({ delayMs: 20_000 })) < 2_000);
  assert.ok((await timed({ delayMs: 150, realTime: true })) >= 145);
});

test("a mistake in the choice of calls is explained", async (t) => {
  const bkash = await openBkash(t);
  const wrong: [Json, RegExp][] = [
    [{ probability: 0 }, /"probability" must be/],
    [{ probability: 1.5 }, /"probability" must be/],
    [{ seed: -1 }, /"seed" must be/],
    [{ every: 0 }, /"every" must be/],
    [{ forSeconds: 0 }, /"forSeconds" must be/],
    [{ realTime: "yes" }, /"realTime" must be/],
    [{ delayMs: 3e9 }, /"delayMs" must be/],
    [{ operation: "window.dance" }, /"operation" must be.*window\.pin/],
  ];
  for (const [fault, sentence] of wrong) {
    const { status, body } = await plant(bkash, fault);
    assert.equal(status, 400);
    assert.match(String(body["error"]), sentence);
  }
});
