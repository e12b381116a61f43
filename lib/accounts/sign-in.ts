import { hashSecretToken, newSecretToken } from "@/lib/kernel/secret-token";
import { mergeShoppers } from "@/lib/cart/merge-shoppers";
import { isUniqueViolation } from "@/lib/platform/database-errors";
import { db } from "@/lib/platform/db";
import type { Contact } from "./contact";
import { redeemCode, type RedeemResult } from "./sign-in-code";

export interface SignedInAccount {
  id: string;
  sessionVersion: number;
  shopperId: string;
}

export type AccountSignIn = { ok: true; account: SignedInAccount } | Exclude<RedeemResult, { ok: true }>;

/**
 * Signs a shopper in with the code that was sent. The first time makes the account. What this browser had as a guest, its
 * cart, wishes and orders, is the account's from now on, and so are the orders placed with the phone or address just proved.
 *
 * @param token the secret of the browser that asked for the code.
 * @param guestId the browser's shopper, when it has one.
 */
export async function signInWithCode(
  token: string,
  code: string,
  guestId: string | null,
): Promise<AccountSignIn> {
  const redeemed = await redeemCode(token, code);
  if (!redeemed.ok) return redeemed;
  const account = (await findAccount(redeemed.contact)) ?? (await openAccount(redeemed.contact));
  if (guestId !== null && guestId !== account.shopperId)
    await db.$transaction((tx) => mergeShoppers(tx, guestId, account.shopperId));
  await claimOrders({ shopperId: account.shopperId, ...redeemed.contact });
  return { ok: true, account };
}

const account = { id: true, sessionVersion: true, shopperId: true } as const;

/** By the half that is there: the other is null. */
const findAccount = ({ phone, email }: Contact): Promise<SignedInAccount | null> =>
  db.shopperAccount.findFirst({ where: phone === null ? { email } : { phone }, select: account });

/** A shopper of its own, whose cookie nobody has: what belongs to the account is seen only by who is signed in. */
async function openAccount(contact: Contact): Promise<SignedInAccount> {
  try {
    return await db.shopperAccount.create({
      data: { ...contact, shopper: { create: { cookieHash: hashSecretToken(newSecretToken()) } } },
      select: account,
    });
  } catch (error) {
    // Two devices proved the same contact at the same moment: one account.
    const twin = isUniqueViolation(error) && (await findAccount(contact));
    if (twin) return twin;
    throw error;
  }
}

/** Lets an account see the orders that were placed with its phone or e-mail address, wherever that was. */
export async function claimOrders(owner: {
  shopperId: string;
  phone: string | null;
  email: string | null;
}): Promise<void> {
  await db.$executeRaw`
    INSERT INTO "OrderViewer" ("orderId", "shopperId")
    SELECT o.id, ${owner.shopperId}::uuid FROM "Order" o
    WHERE o."contactPhone" = ${owner.phone} OR lower(o."contactEmail") = ${owner.email}
    ON CONFLICT DO NOTHING`;
}
