import { decode, encode } from "next-auth/jwt";
import { hashSecretToken, newSecretToken } from "@/lib/kernel/secret-token";
import { db } from "@/lib/platform/db";
import { env } from "@/lib/platform/env";
import { withoutFeature } from "@/lib/testing/switch-off";
import { endAccountSessions, findAccountOf, sealAccountSession } from "./account-session";
import { readClaims } from "./merchant-session";

let phones = 0;
const openAccount = () =>
  db.shopperAccount.create({
    data: {
      phone: `+88017000${String(++phones).padStart(5, "0")}`,
      shopper: { create: { cookieHash: hashSecretToken(newSecretToken()) } },
    },
  });

test("a session names its account, until every session of it is ended", async () => {
  const account = await openAccount();
  const cookie = await sealAccountSession(account);
  expect(await findAccountOf(cookie)).toEqual({
    id: account.id,
    shopperId: account.shopperId,
    phone: account.phone,
    email: null,
  });
  await endAccountSessions(account);
  expect(await findAccountOf(cookie)).toBeNull();
});

test("a shopper's session is never a merchant's: the merchant's door cannot open it", async () => {
  const cookie = await sealAccountSession(await openAccount());
  await expect(decode({ token: cookie, secret: env().NEXTAUTH_SECRET })).rejects.toThrow();
});

test("a merchant's session is never a shopper's, whatever is written in it", async () => {
  const account = await openAccount();
  const token = { accountId: account.id, accountVersion: 1, merchantId: account.id, sessionVersion: 1 };
  const cookie = await encode({ token, secret: env().NEXTAUTH_SECRET });
  expect(await findAccountOf(cookie)).toBeNull();
  expect(readClaims({ accountId: account.id, accountVersion: 1 })).toBeNull();
});

test.each(["", "x", "a.b.c.d.e", "ey".repeat(3000)])("%s is no session", async (cookie) => {
  expect(await findAccountOf(cookie)).toBeNull();
});

test("a session of an account that is gone is over", async () => {
  const account = await openAccount();
  const cookie = await sealAccountSession(account);
  await db.shopper.delete({ where: { id: account.shopperId } });
  expect(await findAccountOf(cookie)).toBeNull();
});

test("in a shop without accounts nobody is signed in, and whoever was is again when it wants them", async () => {
  const cookie = await sealAccountSession(await openAccount());
  expect(await withoutFeature("accounts", () => findAccountOf(cookie))).toBeNull();
  expect(await findAccountOf(cookie)).not.toBeNull();
});
