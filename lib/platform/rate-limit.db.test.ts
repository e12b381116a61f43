import { db } from "./db";
import { countTry, forgetTries } from "./rate-limit";

test("any number of tries at once lets exactly the limit through", async () => {
  const rule = { key: "test:at-once", limit: 7, windowSeconds: 60 };
  const answers = await Promise.all(Array.from({ length: 60 }, () => countTry(rule)));
  expect(answers.filter(({ allowed }) => allowed)).toHaveLength(7);
});

test("a refusal says how long to wait, and refusals do not make it longer", async () => {
  const rule = { key: "test:wait", limit: 1, windowSeconds: 60 };
  await countTry(rule);
  for (let tries = 1; tries <= 3; tries++) {
    const { allowed, retryAfterSeconds } = await countTry(rule);
    expect(allowed).toBe(false);
    expect(retryAfterSeconds).toBeGreaterThan(55);
    expect(retryAfterSeconds).toBeLessThanOrEqual(60);
  }
});

test("when the window is over, or the tries are forgotten, it begins anew", async () => {
  const rule = { key: "test:anew", limit: 1, windowSeconds: 60 };
  await countTry(rule);
  expect((await countTry(rule)).allowed).toBe(false);
  await db.$executeRaw`UPDATE "RateLimit" SET "windowStart" = now() - interval '61 seconds' WHERE key = ${rule.key}`;
  expect((await countTry(rule)).allowed).toBe(true);
  expect((await countTry(rule)).allowed).toBe(false);
  await forgetTries(rule.key);
  expect((await countTry(rule)).allowed).toBe(true);
});
