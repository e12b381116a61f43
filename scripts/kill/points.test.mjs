import assert from "node:assert/strict";
import { test } from "node:test";
import { failpoints } from "./points.mjs";

test("the places to die at are found in the source, each under a name of its own", () => {
  const names = failpoints().map(({ name }) => name);
  for (const name of ["create:row-written", "execute:claimed", "settle:before-commit", "token:answered"])
    assert.ok(names.includes(name), name);
});

test("every verb that moves money, goods or tokens has places to die at", () => {
  const rooms = new Set(failpoints().map(({ room }) => room));
  for (const room of [
    "order",
    "create",
    "execute",
    "settle",
    "cancel",
    "check",
    "reconcile",
    "release",
    "token",
  ])
    assert.ok(rooms.has(room), room);
});
