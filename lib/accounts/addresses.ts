import type { Account } from "@/lib/auth/account-session";
import { db, type Transaction } from "@/lib/platform/db";

/** More than anybody has parcels brought to. */
export const MAX_ADDRESSES = 10;

export interface AddressInput {
  name: string;
  /** E.164. */
  phone: string;
  district: string;
  upazila: string;
  address: string;
  note: string | null;
}

export interface SavedAddress extends AddressInput {
  id: string;
  /** The one that a checkout begins with. */
  isDefault: boolean;
}

/** The addresses of an account, the default one first. */
export const listAddresses = (account: Pick<Account, "id">): Promise<SavedAddress[]> =>
  db.address.findMany({
    where: { accountId: account.id },
    omit: { accountId: true, createdAt: true },
    orderBy: [{ isDefault: "desc" }, { createdAt: "asc" }, { id: "asc" }],
  });

/** One address of an account, or null when it is not there or not the account's. */
export const findAddress = (account: Pick<Account, "id">, id: string): Promise<SavedAddress | null> =>
  db.address.findFirst({
    where: { id, accountId: account.id },
    omit: { accountId: true, createdAt: true },
  });

export type AddressChange = { ok: true } | { ok: false; code: "NOT_FOUND" | "TOO_MANY" };

/** Adds an address; the first one is the default. The very same address is not added twice. */
export function addAddress(account: Pick<Account, "id">, input: AddressInput): Promise<AddressChange> {
  return withAddresses(account, async (tx, ids) => {
    const twin = await tx.address.findFirst({ where: { ...input, accountId: account.id } });
    if (twin) return { ok: true };
    if (ids.length >= MAX_ADDRESSES) return { ok: false, code: "TOO_MANY" };
    await tx.address.create({ data: { ...input, accountId: account.id, isDefault: ids.length === 0 } });
    return { ok: true };
  });
}

export async function changeAddress(
  account: Pick<Account, "id">,
  id: string,
  input: AddressInput,
): Promise<AddressChange> {
  const { count } = await db.address.updateMany({ where: { id, accountId: account.id }, data: input });
  return count === 1 ? { ok: true } : { ok: false, code: "NOT_FOUND" };
}

/** From now on a checkout begins with this address. */
export function makeDefault(account: Pick<Account, "id">, id: string): Promise<AddressChange> {
  return withAddresses(account, async (tx, ids) => {
    if (!ids.includes(id)) return { ok: false, code: "NOT_FOUND" };
    await tx.address.updateMany({ where: { accountId: account.id }, data: { isDefault: false } });
    await tx.address.update({ where: { id }, data: { isDefault: true } });
    return { ok: true };
  });
}

/** Takes an address away. When it was the default, the oldest one that is left is. Done twice it is no error. */
export function deleteAddress(account: Pick<Account, "id">, id: string): Promise<AddressChange> {
  return withAddresses(account, async (tx) => {
    await tx.address.deleteMany({ where: { id, accountId: account.id } });
    const left = await tx.address.findMany({
      where: { accountId: account.id },
      orderBy: [{ createdAt: "asc" }, { id: "asc" }],
    });
    const [oldest] = left;
    if (oldest && !left.some(({ isDefault }) => isDefault))
      await tx.address.update({ where: { id: oldest.id }, data: { isDefault: true } });
    return { ok: true };
  });
}

/** Behind the account's lock: two changes at once wait for each other, so that one address is the default, and ten the most. */
function withAddresses(
  account: Pick<Account, "id">,
  change: (tx: Transaction, ids: string[]) => Promise<AddressChange>,
): Promise<AddressChange> {
  return db.$transaction(async (tx) => {
    const locked = await tx.$queryRaw<unknown[]>`
      SELECT 1 FROM "ShopperAccount" WHERE id = ${account.id}::uuid FOR UPDATE`;
    if (locked.length === 0) return { ok: false, code: "NOT_FOUND" };
    const addresses = await tx.address.findMany({ where: { accountId: account.id }, select: { id: true } });
    return change(
      tx,
      addresses.map(({ id }) => id),
    );
  });
}
