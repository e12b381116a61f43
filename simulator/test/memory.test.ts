import assert from "node:assert/strict";
import { test } from "node:test";
import { BoundedMap } from "../src/bounded-map.ts";

test("beyond its limit the oldest payments are forgotten, one for each new one, also after a reset", () => {
  const map = new BoundedMap<number>(3);
  for (let round = 0; round < 2; round += 1) {
    for (let n = 0; n < 1000; n += 1) map.set(`key-${n}`, n);
    assert.equal(map.size, 3);
    assert.deepEqual([...map.values()], [997, 998, 999]);
    assert.equal(map.has("key-996"), false);
    map.clear();
    assert.equal(map.size, 0);
  }
});

test("replacing an entry forgets nothing", () => {
  const map = new BoundedMap<number>(2);
  map.set("a", 1);
  map.set("b", 2);
  map.set("a", 3);
  assert.equal(map.get("a"), 3);
  assert.equal(map.get("b"), 2);
});
