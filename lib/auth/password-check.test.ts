import { hashPassword } from "./password";
import { atMost, checkPassword } from "./password-check";

test("a password is right only for an account that exists", async () => {
  const stored = await hashPassword("a password of many letters");
  expect(await checkPassword("a password of many letters", stored)).toBe(true);
  expect(await checkPassword("another password", stored)).toBe(false);
  expect(await checkPassword("a password of many letters", null)).toBe(false);
});

test("an unknown account takes as long as a wrong password", async () => {
  const stored = await hashPassword("a password of many letters");
  const took = { known: [] as number[], unknown: [] as number[] };
  for (let round = 0; round < 12; round++)
    for (const kind of ["known", "unknown"] as const) {
      const start = performance.now();
      await checkPassword("wrong", kind === "known" ? stored : null);
      took[kind].push(performance.now() - start);
    }
  // The fastest of each: what else the machine does makes a round slower, never faster.
  const ratio = Math.min(...took.unknown) / Math.min(...took.known);
  expect(ratio).toBeGreaterThan(0.5);
  expect(ratio).toBeLessThan(2);
});

test("at most two pieces of work run at once, and all are done in the end", async () => {
  const inLine = atMost(2);
  let running = 0;
  let most = 0;
  const work = async (fails: boolean) => {
    most = Math.max(most, ++running);
    await new Promise((wake) => setTimeout(wake, 2));
    running--;
    if (fails) throw new Error("this one fails");
  };
  const all = await Promise.allSettled(
    Array.from({ length: 12 }, (_, index) => inLine(() => work(index % 3 === 0))),
  );
  expect(most).toBe(2);
  expect(all.filter(({ status }) => status === "fulfilled")).toHaveLength(8);
});
