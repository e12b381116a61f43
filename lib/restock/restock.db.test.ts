import { db } from "@/lib/platform/db";
import { stockArticle } from "@/lib/testing/open-shop";
import { withoutFeature } from "@/lib/testing/switch-off";
import { askForRestock, readContact } from "./ask-for-restock";
import { tellRestocked } from "./tell-restocked";

let articles = 0;
async function soldOut(): Promise<string> {
  const sku = `RESTOCK-${process.pid}-${++articles}`;
  await stockArticle(sku, 100_00, 0);
  return sku;
}

const restock = (sku: string, stock = 3) => db.variant.update({ where: { sku }, data: { stock } });
const phone = { phone: "+8801712345678" };
const email = { email: "rahima@example.com" };

/** Whom the outbox tells that this is in stock again. */
async function toldOf(sku: string) {
  const messages = await db.outboxMessage.findMany({
    where: { topic: "back-in-stock", restockRequest: { variant: { sku } } },
    include: { restockRequest: true },
  });
  return messages.map(({ restockRequest }) => restockRequest?.phone ?? restockRequest?.email).sort();
}

test("who asks twice is told once, when the goods are there and not before", async () => {
  const sku = await soldOut();
  await Promise.all(Array.from({ length: 4 }, () => askForRestock(sku, phone, "bn")));
  await askForRestock(sku, email, "en");
  await askForRestock(sku, { email: "Rahima@Example.com" }, "en");
  await tellRestocked({ limit: 100 });
  expect(await toldOf(sku)).toEqual([]);

  await restock(sku);
  await Promise.all(Array.from({ length: 4 }, () => tellRestocked({ limit: 100 })));
  await tellRestocked({ limit: 100 });
  expect(await toldOf(sku)).toEqual([phone.phone, email.email]);
});

test("who was told can ask again when it has sold out again", async () => {
  const sku = await soldOut();
  await askForRestock(sku, phone, "bn");
  await restock(sku);
  await tellRestocked({ limit: 100 });
  expect(await askForRestock(sku, phone, "bn")).toEqual({ ok: false, code: "IN_STOCK" });
  await restock(sku, 0);
  expect(await askForRestock(sku, phone, "bn")).toEqual({ ok: true });
  await restock(sku);
  await tellRestocked({ limit: 100 });
  expect(await toldOf(sku)).toEqual([phone.phone, phone.phone]);
});

test("a number is forgotten a month after it was told", async () => {
  const sku = await soldOut();
  await askForRestock(sku, phone, "bn");
  await restock(sku);
  await tellRestocked({ limit: 100 });
  await db.$executeRaw`UPDATE "RestockRequest" SET "toldAt" = "toldAt" - interval '31 days' WHERE "toldAt" IS NOT NULL`;
  await tellRestocked({ limit: 100 });
  expect(await db.restockRequest.count({ where: { variant: { sku } } })).toBe(0);
});

test("nothing is noted for what the shop does not have, or has in stock", async () => {
  const sku = await soldOut();
  expect(await askForRestock("NO-SUCH-TEA", phone, "bn")).toEqual({ ok: false, code: "UNKNOWN_SKU" });
  await restock(sku);
  expect(await askForRestock(sku, phone, "bn")).toEqual({ ok: false, code: "IN_STOCK" });
});

test("a phone number is read however it is typed, an e-mail address as it is, anything else not at all", () => {
  expect(readContact("০১৭১২-৩৪৫৬৭৮")).toEqual(phone);
  expect(readContact(" rahima@example.com ")).toEqual(email);
  for (const typed of ["", "rahima", "12345", "rahima@", "017123456789"])
    expect(readContact(typed)).toBeNull();
});

test("a shop that does not offer it notes down nobody and tells nobody", async () => {
  const sku = await soldOut();
  await askForRestock(sku, phone, "bn");
  await withoutFeature("backInStock", async () => {
    expect(await askForRestock(sku, email, "bn")).toEqual({ ok: false, code: "NOT_OFFERED" });
    await restock(sku);
    expect(await tellRestocked({ limit: 100 })).toBe(0);
  });
  await tellRestocked({ limit: 100 });
  expect(await toldOf(sku)).toEqual([phone.phone]);
});
