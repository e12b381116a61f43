import { RequestRefused } from "../respond";
import { readable } from "./readable";

const DOOR = "http://shop.example/api/auth/session";
const refusal = (path: string, options: RequestInit = {}): Promise<unknown> =>
  readable(new Request(`${DOOR}${path}`, options)).then(
    () => null,
    (error: unknown) => (error instanceof RequestRefused ? error.details : error),
  );

test.each(["javascript:alert(1)", "//", "shop.example/admin", "https://", "data:text/html,x"])(
  "%s is no way back after signing in, in the address or in the cookie",
  async (way) => {
    const refused = { fields: { callbackUrl: "not an address" } };
    expect(await refusal(`?callbackUrl=${encodeURIComponent(way)}`)).toEqual(refused);
    for (const name of ["next-auth.callback-url", "__Secure-next-auth.callback-url"])
      expect(await refusal("", { headers: { cookie: `${name}=${encodeURIComponent(way)}` } })).toEqual(
        refused,
      );
  },
);

test.each(["/admin/orders?show=paid", "http://shop.example/admin", ""])("%s is a way back", async (way) => {
  const cookie = `next-auth.callback-url=${encodeURIComponent(way)}`;
  expect(await refusal(`?callbackUrl=${encodeURIComponent(way)}`, { headers: { cookie } })).toBeNull();
});

test("a JSON body that holds no object, and one that is too long, are refused", async () => {
  const post = (body: string) =>
    refusal("", { method: "POST", headers: { "content-type": "application/json" }, body });
  expect(await post("{")).toEqual({ fields: { "": "not JSON" } });
  expect(await post("[]")).toEqual({ fields: { "": "not JSON" } });
  expect(await post(`{"a":"${"x".repeat(20_000)}"}`)).toEqual({});
  expect(await post('{"csrfToken":"x"}')).toBeNull();
});
