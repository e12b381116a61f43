import { RequestRefused } from "./respond";
import { requireOwnOrigin } from "./viewer";

/** Whether a request with these headers is let in by a shop at that address. */
function isLetIn(headers: Record<string, string>, shop = "https://shop.example"): boolean {
  const before = process.env.APP_URL;
  process.env.APP_URL = shop;
  try {
    requireOwnOrigin(
      new Request("https://shop.example/api/payments/bkash/execute", { method: "POST", headers }),
    );
    return true;
  } catch (error) {
    if (error instanceof RequestRefused && error.code === "FOREIGN_ORIGIN") return false;
    throw error;
  } finally {
    process.env.APP_URL = before;
  }
}

test("the shop's own pages are let in", () => {
  expect(isLetIn({ origin: "https://shop.example", "sec-fetch-site": "same-origin" })).toBe(true);
  expect(isLetIn({ origin: "https://shop.example" })).toBe(true);
});

test.each([
  ["no origin at all", {}],
  ["an origin of null", { origin: "null" }],
  ["another site", { origin: "https://evil.example" }],
  ["a part of the shop's own domain", { origin: "https://blog.shop.example" }],
  ["a domain that ends like the shop's", { origin: "https://evilshop.example" }],
  ["a domain that begins like the shop's", { origin: "https://shop.example.evil.example" }],
  ["the shop without TLS", { origin: "http://shop.example" }],
  ["another port", { origin: "https://shop.example:8443" }],
  ["a name before an @", { origin: "https://shop.example@evil.example" }],
  ["the visitor's own machine", { origin: "http://localhost:3000" }],
  ["what is no address", { origin: "shop.example" }],
  [
    "a page that the browser calls cross-site",
    { origin: "https://shop.example", "sec-fetch-site": "cross-site" },
  ],
  [
    "a page that the browser calls same-site",
    { origin: "https://shop.example", "sec-fetch-site": "same-site" },
  ],
  ["a bookmark", { origin: "https://shop.example", "sec-fetch-site": "none" }],
  ["a Host header that lies", { origin: "https://evil.example", host: "evil.example" }],
])("%s is kept out", (_what, headers) => {
  expect(isLetIn(headers)).toBe(false);
});

test("while trying the shop out, other names of this machine at the same port are let in, another port is not", () => {
  const local = "http://localhost:3000";
  expect(isLetIn({ origin: "http://127.0.0.1:3000" }, local)).toBe(true);
  expect(isLetIn({ origin: "http://127.0.0.1:4010" }, local)).toBe(false);
  expect(isLetIn({ origin: "http://192.168.1.5:3000" }, local)).toBe(false);
});
