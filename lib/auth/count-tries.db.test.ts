import { db } from "@/lib/platform/db";
import { countTries, perAddress } from "./count-tries";

afterEach(() => {
  delete process.env.TRUSTED_PROXY_HEADER;
});

const limitOf = (of: string, who: string, limit: number) => ({ of, who, limit, windowSeconds: 3600 });

test("each limit counts for itself, and the first that is over refuses without counting the others", async () => {
  const narrow = limitOf("order", "S-1", 2);
  const wide = limitOf("phone", "+8801712345678", 3);
  expect(await countTries("look", [narrow, wide])).toBe(0);
  expect(await countTries("look", [narrow, wide])).toBe(0);
  expect(await countTries("look", [narrow, wide])).toBeGreaterThan(3500);
  expect(await countTries("look", [wide])).toBe(0);
  expect(await countTries("look", [wide])).toBeGreaterThan(3500);
  expect(await countTries("something else", [narrow, wide])).toBe(0);
});

test("what is limited cannot be read in the table", async () => {
  await countTries("look", [limitOf("phone", "+8801799999999", 5)]);
  const keys = (await db.rateLimit.findMany()).map(({ key }) => key).join();
  expect(keys).not.toMatch(/1799999999/);
});

test("an address that the proxy vouches for is limited alone, and all others are limited together, more widely", () => {
  process.env.TRUSTED_PROXY_HEADER = "X-Real-IP";
  expect(perAddress(new Headers({ "x-real-ip": "103.4.5.6" }), 30, 60)).toMatchObject({
    who: "103.4.5.6",
    limit: 30,
  });
  expect(perAddress(new Headers({ "x-forwarded-for": "1.2.3.4" }), 30, 60)).toMatchObject({
    who: "unknown",
    limit: 300,
  });
});
