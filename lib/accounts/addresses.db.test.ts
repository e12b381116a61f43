import { hashSecretToken, newSecretToken } from "@/lib/kernel/secret-token";
import { db } from "@/lib/platform/db";
import {
  addAddress,
  changeAddress,
  deleteAddress,
  findAddress,
  listAddresses,
  makeDefault,
  MAX_ADDRESSES,
} from "./addresses";

let people = 0;
const openAccount = () =>
  db.shopperAccount.create({
    data: {
      phone: `+88019000${String(++people).padStart(5, "0")}`,
      shopper: { create: { cookieHash: hashSecretToken(newSecretToken()) } },
    },
  });
const at = (road: string) => ({
  name: "Rahima Khatun",
  phone: "+8801712345678",
  district: "dhaka",
  upazila: "dhanmondi",
  address: `House 12, ${road}`,
  note: null,
});
const roads = async (account: { id: string }) =>
  (await listAddresses(account)).map(({ address, isDefault }) => [address, isDefault]);

test("the first address is the default, and another can be; the default comes first", async () => {
  const account = await openAccount();
  await addAddress(account, at("Road 1"));
  await addAddress(account, at("Road 2"));
  expect(await roads(account)).toEqual([
    ["House 12, Road 1", true],
    ["House 12, Road 2", false],
  ]);
  const second = (await listAddresses(account))[1];
  expect(await makeDefault(account, second?.id ?? "")).toEqual({ ok: true });
  expect(await roads(account)).toEqual([
    ["House 12, Road 2", true],
    ["House 12, Road 1", false],
  ]);
});

test("when the default is taken away, the oldest that is left is the default", async () => {
  const account = await openAccount();
  for (const road of ["Road 1", "Road 2", "Road 3"]) await addAddress(account, at(road));
  const [first] = await listAddresses(account);
  await deleteAddress(account, first?.id ?? "");
  await deleteAddress(account, first?.id ?? "");
  expect(await roads(account)).toEqual([
    ["House 12, Road 2", true],
    ["House 12, Road 3", false],
  ]);
});

test("however many are added at once, one is the default and ten the most; the same one is there once", async () => {
  const account = await openAccount();
  const same = await Promise.all([1, 2, 3].map(() => addAddress(account, at("Road 0"))));
  expect(same).toEqual([{ ok: true }, { ok: true }, { ok: true }]);
  await Promise.all(Array.from({ length: 14 }, (_, n) => addAddress(account, at(`Road ${n + 1}`))));
  const all = await listAddresses(account);
  expect(all).toHaveLength(MAX_ADDRESSES);
  expect(all.filter(({ isDefault }) => isDefault)).toHaveLength(1);
});

test("nobody reads or changes another's address", async () => {
  const [mine, stranger] = [await openAccount(), await openAccount()];
  await addAddress(mine, at("Road 1"));
  const id = (await listAddresses(mine))[0]?.id ?? "";
  expect(await findAddress(stranger, id)).toBeNull();
  expect(await changeAddress(stranger, id, at("Road 9"))).toEqual({ ok: false, code: "NOT_FOUND" });
  expect(await makeDefault(stranger, id)).toEqual({ ok: false, code: "NOT_FOUND" });
  await deleteAddress(stranger, id);
  expect(await roads(mine)).toEqual([["House 12, Road 1", true]]);
  expect(await changeAddress(mine, id, at("Road 2"))).toEqual({ ok: true });
  expect(await findAddress(mine, id)).toMatchObject({ address: "House 12, Road 2", isDefault: true });
});
