import { nextPage } from "./next-page";

test("signing in leads back to the page of the shop that asked for it", () => {
  for (const page of ["/cart", "/checkout", "/orders/S-10042"]) expect(nextPage(page)).toBe(page);
});

test("signing in never leads to another site, nor anywhere else", () => {
  for (const wanted of [
    undefined,
    "",
    "//evil.example",
    "https://evil.example",
    "/\\evil.example",
    "/admin",
    "/orders/S-1/../..",
  ])
    expect([wanted, nextPage(wanted)]).toEqual([wanted, "/account"]);
});
