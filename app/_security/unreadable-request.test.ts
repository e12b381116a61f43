import { statusOfUnreadable } from "./unreadable-request";

const SHOP = "http://shop.example";
const statusOf = (path: string, options: RequestInit = {}) =>
  statusOfUnreadable(new Request(`${SHOP}${path}`, options));
const post = (headers: Record<string, string>, body: BodyInit = "") =>
  statusOf("/en/cart", { method: "POST", headers: { host: "shop.example", ...headers }, body });

test.each(["/%", "/%FF/cart", "/en/products/%E0%A4%A", "/api/payments/%u0041/create"])(
  "%s, which nobody can decode, is the sender's fault",
  async (path) => {
    expect(await statusOf(path)).toBe(400);
  },
);

test.each(["/", "/en/products/%E0%A6%95", "/api/orders/S-10001", "/bn/products?q=%FF", "/en/a%20b%2Fc"])(
  "%s is let through",
  async (path) => {
    expect(await statusOf(path)).toBeNull();
  },
);

test("an address that is too long for a file is refused as that", async () => {
  expect(await statusOf(`/en/categories/${"a".repeat(3_000)}`)).toBe(414);
  expect(await statusOf(`/en/categories/${"a".repeat(900)}`)).toBeNull();
});

test("an action whose name cannot be one is refused, and one that can is Next's business", async () => {
  for (const name of ["__proto__", "x", "0".repeat(40), ""])
    expect(await post({ "next-action": name })).toBe(400);
  expect(await post({ "next-action": "40".padEnd(42, "a") })).toBeNull();
});

test("an action that another site made the browser send is refused", async () => {
  const action = { "next-action": "40".padEnd(42, "a") };
  for (const origin of ["http://evil.example", "null", "::", "http://[::1"])
    expect(await post({ ...action, origin })).toBe(403);
  expect(await post({ ...action, origin: SHOP })).toBeNull();
  const behindProxy = { "x-forwarded-host": "haat.example", origin: "https://haat.example" };
  expect(await post({ ...action, ...behindProxy })).toBeNull();
});

test("a form without JavaScript is let through, and one that is no form is refused", async () => {
  expect(await post({ "content-type": "multipart/form-data; boundary=x" }, '{"a":1}')).toBe(400);
  const form = new FormData();
  form.set("name", "Rahima");
  const request = new Request(`${SHOP}/en/cart`, { method: "POST", body: form });
  expect(await statusOfUnreadable(request)).toBeNull();
  expect((await request.formData()).get("name")).toBe("Rahima"); // still to be read by whom it is for
});
