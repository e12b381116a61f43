import { returnPath } from "./return-path";

const SHOP = "https://haat.example";

test("signing in leads back to the page of the back office that was asked for", () => {
  expect(returnPath("/admin/orders/S-10042?x=1", SHOP)).toBe("/admin/orders/S-10042?x=1");
  expect(returnPath("https://haat.example/admin", SHOP)).toBe("/admin");
});

test("signing in never leads to another site, nor out of the back office", () => {
  for (const wanted of [
    undefined,
    "",
    "https://evil.example/admin",
    "//evil.example/admin",
    "/\\evil.example/admin",
    "\\\\evil.example/admin",
    "javascript:alert(1)",
    "https://haat.example@evil.example/admin",
    "http://haat.example/admin",
    "/administrator",
    "/en/cart",
    "/admin/../api/auth/signout",
  ])
    expect([wanted, returnPath(wanted, SHOP)]).toEqual([wanted, "/admin"]);
});
