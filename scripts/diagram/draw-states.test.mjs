import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { refundCanBecome, REFUND_STATUSES } from "../../lib/payments/refund-status.ts";
import { deliveryCanBecome, DELIVERY_STATUSES } from "../../lib/orders/delivery-status.ts";
import { canBecome, PAYMENT_STATUSES } from "../../lib/payments/payment-status.ts";
import { inProject } from "../setup/project.mjs";
import { drawStates } from "./draw-states.mjs";

test("the drawing of states in the docs is what the tables say: npm run diagram", async () => {
  assert.equal(readFileSync(inProject("docs/payment-states.md"), "utf8"), await drawStates());
});

for (const [what, statuses, may] of [
  ["payment", PAYMENT_STATUSES, canBecome],
  ["refund", REFUND_STATUSES, refundCanBecome],
  ["delivery", DELIVERY_STATUSES, deliveryCanBecome],
])
  test(`every step that a ${what} can take is drawn once, and no other`, async () => {
    const [, drawn] = (await drawStates()).split(`## A ${what}\n`);
    for (const from of statuses)
      for (const to of statuses) {
        const times = drawn.split(`    ${from} --> ${to}\n`).length - 1;
        assert.equal(times, may(from, to) ? 1 : 0, `${from} --> ${to}`);
      }
  });
