import assert from "node:assert/strict";
import { test } from "node:test";
import { openBkash } from "./open-bkash.ts";

test("the wrong paymentID is wrong whatever the right one begins with", async (t) => {
  const bkash = await openBkash(t, { magicAmounts: false });
  await bkash.control("POST", "faults", { operation: "query", fault: "wrong-payment-id", times: "always" });
  // One id in 36 begins with the letter that the fault likes best.
  for (let n = 0; n < 150; n += 1) {
    const paymentID = await bkash.createdId();
    assert.notEqual((await bkash.query(paymentID)).body["paymentID"], paymentID);
  }
});
