import { platformAddress } from "./platform-address";

afterEach(() => {
  delete process.env.VERCEL;
});

test("an address that a visitor can write himself is not believed", () => {
  expect(platformAddress({ "x-forwarded-for": "1.2.3.4", "x-vercel-forwarded-for": "1.2.3.4" })).toBeNull();
});

test("on Vercel the address that Vercel writes is used, and nothing else", () => {
  process.env.VERCEL = "1";
  expect(platformAddress({ "x-vercel-forwarded-for": "103.4.5.6", "x-forwarded-for": "9.9.9.9" })).toBe(
    "103.4.5.6",
  );
  expect(platformAddress({ "x-forwarded-for": "9.9.9.9" })).toBeNull();
});

test("all addresses of one home count as one", () => {
  process.env.VERCEL = "1";
  const first = platformAddress({ "x-vercel-forwarded-for": "2400:c600:1:2:3:4:5:6" });
  expect(platformAddress({ "x-vercel-forwarded-for": "2400:c600:1:2:ffff::1" })).toBe(first);
});

test("behind a proxy of one's own the header that it writes is used, and of a list its end, which it has added", () => {
  process.env.TRUSTED_PROXY_HEADER = "X-Forwarded-For";
  expect(platformAddress({ "x-forwarded-for": "1.2.3.4, 103.4.5.6" })).toBe("103.4.5.6");
  expect(platformAddress({ "x-real-ip": "103.4.5.6" })).toBeNull();
  expect(platformAddress({ "x-forwarded-for": " " })).toBeNull();
  delete process.env.TRUSTED_PROXY_HEADER;
});
