import { randomUUID } from "node:crypto";
import { db } from "@/lib/platform/db";
import { addMerchant } from "./merchant-accounts";
import { confirmMerchant } from "./confirm-merchant";
import type { Merchant } from "./merchant";
import { signIn } from "./sign-in";

async function signedIn(): Promise<{ merchant: Merchant; password: string }> {
  const email = `${randomUUID()}@example.com`;
  const added = await addMerchant(email, "Merchant");
  const merchant = await db.merchant.findUniqueOrThrow({ where: { email } });
  return { merchant: merchant as unknown as Merchant, password: added?.password ?? "" };
}

test("a signed-in merchant is confirmed by the password, and by nothing else", async () => {
  const { merchant, password } = await signedIn();
  expect(await confirmMerchant(merchant, `${password}x`)).toEqual({ ok: false, code: "WRONG" });
  expect(await confirmMerchant(merchant, "x".repeat(10_000))).toEqual({ ok: false, code: "WRONG" });
  expect(await confirmMerchant(merchant, password)).toMatchObject({
    ok: true,
    merchant: { id: merchant.id },
  });
  const other = await signedIn();
  expect(await confirmMerchant(other.merchant, password)).toEqual({ ok: false, code: "WRONG" });
});

test("who guesses at an open screen is stopped after ten tries, and at the sign-in as well", async () => {
  const { merchant, password } = await signedIn();
  const tries = await Promise.all(Array.from({ length: 12 }, () => confirmMerchant(merchant, "guess")));
  expect(tries.filter((each) => !each.ok && each.code === "WRONG")).toHaveLength(10);
  expect(await confirmMerchant(merchant, password)).toMatchObject({ ok: false, code: "WAIT" });
  const again = await signIn({ email: merchant.email, password, address: null });
  expect(again).toMatchObject({ ok: false, code: "WAIT" });
});

test("an account that is gone confirms nothing", async () => {
  const { merchant, password } = await signedIn();
  await db.merchant.delete({ where: { id: merchant.id } });
  expect(await confirmMerchant(merchant, password)).toEqual({ ok: false, code: "WRONG" });
});
