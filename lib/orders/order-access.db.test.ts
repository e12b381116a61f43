import { createShopper } from "@/lib/auth/shopper";
import { db } from "@/lib/platform/db";
import { openShop } from "@/lib/testing/open-shop";
import { accessTokenOf, admitViewer, mayBeSeenBy, type Viewer } from "./order-access";
import { readOrder } from "./read-order";

/** The numbers of all orders that this viewer may see, as the statements that open a payment ask for them. */
const seenInSql = async (viewer: Viewer) =>
  (await db.$queryRaw<{ number: string }[]>`SELECT o.number FROM "Order" o WHERE ${mayBeSeenBy(viewer)}`).map(
    ({ number }) => number,
  );

test("the holder of the order's token may see it", async () => {
  const { orderNumber, viewer } = await openShop();
  expect(await readOrder(orderNumber, viewer)).toMatchObject({ number: orderNumber });
  expect(await seenInSql(viewer)).toEqual([orderNumber]);
});

test("nobody else may, and the answer is that of an order that does not exist", async () => {
  const { orderNumber, orderId, viewer } = await openShop();
  const other = await openShop();
  const strangers: Viewer[] = [
    {},
    { shopperId: undefined, accessToken: undefined },
    { accessToken: "" },
    { accessToken: other.viewer.accessToken },
    { accessToken: `${viewer.accessToken}x` },
    { accessToken: viewer.accessToken?.toLowerCase() },
    { accessToken: orderId },
    { shopperId: (await createShopper()).id },
    { shopperId: "" },
  ];
  for (const stranger of strangers) {
    expect(await readOrder(orderNumber, stranger).catch(String)).toBeNull();
    expect(await seenInSql(stranger).catch(String)).not.toContain(orderNumber);
  }
  expect(await readOrder("S-1", viewer)).toBeNull();
});

test("one's own token does not open another's order", async () => {
  const [mine, other] = [await openShop(), await openShop()];
  expect(await readOrder(other.orderNumber, mine.viewer)).toBeNull();
});

test("the link lets a browser in for good, and lets no other browser in", async () => {
  const { orderNumber, viewer } = await openShop();
  const [invited, stranger] = [await createShopper(), await createShopper()];
  expect(await admitViewer(orderNumber, viewer.accessToken ?? "", invited.id)).toBe(true);
  expect(await admitViewer(orderNumber, viewer.accessToken ?? "", invited.id)).toBe(true);
  expect(await readOrder(orderNumber, { shopperId: invited.id })).toMatchObject({ number: orderNumber });
  expect(await readOrder(orderNumber, { shopperId: stranger.id })).toBeNull();
  expect(await seenInSql({ shopperId: invited.id })).toEqual([orderNumber]);
  expect(await seenInSql({ shopperId: stranger.id })).toEqual([]);
});

test("a link with the wrong token, or of another order, lets nobody in", async () => {
  const [shop, other] = [await openShop(), await openShop()];
  const { id } = await createShopper();
  for (const token of ["", "x", other.viewer.accessToken ?? "", shop.orderId])
    expect(await admitViewer(shop.orderNumber, token, id)).toBe(false);
  expect(await admitViewer(other.orderNumber, shop.viewer.accessToken ?? "", id)).toBe(false);
  expect(await db.orderViewer.count({ where: { shopperId: id } })).toBe(0);
});

test("an order number that no order can have is not found, rather than an error", async () => {
  const { viewer } = await openShop();
  for (const strange of ["S-1\0", "\0", "", "S-99999999999999999999", '\'; DROP TABLE "Order"; --', "ক"]) {
    expect(await readOrder(strange, viewer).catch(String)).toBeNull();
    const { id } = await createShopper();
    expect(await admitViewer(strange, viewer.accessToken ?? "", id).catch(String)).toBe(false);
  }
});

test("the database keeps the token's hash alone, and the token can be told again", async () => {
  const { orderId, viewer } = await openShop();
  const [row] = await db.$queryRaw<{ text: string }[]>`
    SELECT row_to_json(o)::text AS text FROM "Order" o WHERE id = ${orderId}::uuid`;
  expect(viewer.accessToken).toHaveLength(43);
  expect(row?.text).not.toContain(viewer.accessToken);
  expect(accessTokenOf(orderId)).toBe(viewer.accessToken);
});
