import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { canBecome, PAYMENT_STATUSES } from "../../lib/payments/payment-status.ts";
import { inProject } from "../setup/project.mjs";
import { drawStates } from "./draw-states.mjs";

test("the drawing of states in the docs is what the tables say: npm run diagram", async () => {
  assert.equal(readFileSync(inProject("docs/payment-states.md"), "utf8"), await drawStates());
});

test("every step that a payment can take is drawn once, and no other", async () => {
  const drawn = await drawStates();
  const [, payments] = drawn.split("## A payment\n");
  for (const from of PAYMENT_STATUSES)
    for (const to of PAYMENT_STATUSES) {
      const times = payments.split(`    ${from} --> ${to}\n`).length - 1;
      assert.equal(times, canBecome(from, to) ? 1 : 0, `${from} --> ${to}`);
    }
});
