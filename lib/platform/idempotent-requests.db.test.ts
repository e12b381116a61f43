import { createHash, randomUUID } from "node:crypto";
import { db } from "./db";
import {
  claimRequest,
  forgetRequest,
  KEPT_HOURS,
  keepAnswer,
  sweepIdempotentRequests,
} from "./idempotent-requests";

const hashOf = (body: string) => Uint8Array.from(createHash("sha256").update(body).digest());
const body = hashOf('{"orderNumber":"S-1"}');
const newName = () => ({ scope: "create bkash test", key: randomUUID() });

test("of any number of requests under one name at once, exactly one is the first", async () => {
  const name = newName();
  const claims = await Promise.all(Array.from({ length: 40 }, () => claimRequest(name, body)));
  expect(claims.filter(({ isFirst }) => isFirst)).toHaveLength(1);
  expect(claims.every(({ isSame, answer }) => isSame && answer === null)).toBe(true);
});

test("a kept answer is given to whoever sends the same again, and is never replaced", async () => {
  const name = newName();
  await claimRequest(name, body);
  await keepAnswer(name, { status: 409, body: { error: { code: "ALREADY_PAID" } } });
  await keepAnswer(name, { status: 422, body: { error: { code: "OTHER" } } });
  expect(await claimRequest(name, body)).toEqual({
    isFirst: false,
    isSame: true,
    answer: { status: 409, body: { error: { code: "ALREADY_PAID" } } },
  });
});

test("another body under the same name is told from the same body", async () => {
  const name = newName();
  await claimRequest(name, body);
  expect((await claimRequest(name, hashOf('{"orderNumber":"S-2"}'))).isSame).toBe(false);
  expect((await claimRequest({ ...name, scope: "another shopper" }, hashOf("x"))).isFirst).toBe(true);
});

test("a process that died at its request keeps nobody waiting: the name is free to be tried again", async () => {
  const name = newName();
  await claimRequest(name, body); // … and nothing more was heard of it
  expect(await claimRequest(name, body)).toEqual({ isFirst: false, isSame: true, answer: null });
});

test("a request that did nothing is forgotten, one with an answer is not", async () => {
  const [nothing, refused] = [newName(), newName()];
  for (const name of [nothing, refused]) await claimRequest(name, body);
  await keepAnswer(refused, { status: 409, body: {} });
  for (const name of [nothing, refused]) await forgetRequest(name);
  expect((await claimRequest(nothing, body)).isFirst).toBe(true);
  expect((await claimRequest(refused, body)).answer).toEqual({ status: 409, body: {} });
});

test("after 72 hours a name is swept out, before that it is not", async () => {
  expect(KEPT_HOURS).toBe(72);
  const [old, young] = [newName(), newName()];
  for (const name of [old, young]) await claimRequest(name, body);
  const age = (key: string, hours: number) =>
    db.$executeRaw`UPDATE "IdempotentRequest" SET "createdAt" = now() - ${hours} * interval '1 hour' WHERE key = ${key}`;
  await age(old.key, 72.1);
  await age(young.key, 71.9);
  expect(await sweepIdempotentRequests()).toBe(1);
  expect((await claimRequest(old, body)).isFirst).toBe(true);
  expect((await claimRequest(young, body)).isFirst).toBe(false);
});
