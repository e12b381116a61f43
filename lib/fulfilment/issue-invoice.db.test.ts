import { chooseCashOnDelivery } from "@/lib/orders/order-without-wallet";
import { db } from "@/lib/platform/db";
import { openShop, type TestShop } from "@/lib/testing/open-shop";
import { aMerchant, paidShop } from "@/lib/testing/refund-shop";
import { startSimulator, type RunningSimulator } from "@/lib/testing/start-simulator";
import { changeDelivery, type DeliveryChange } from "./change-delivery";
import { fiscalYearOf } from "./fiscal-year";
import { issueDueInvoices, issueInvoice } from "./issue-invoice";
import { readPapers } from "./read-paper";

let simulator: RunningSimulator;
beforeAll(async () => {
  simulator = await startSimulator();
});
afterAll(() => simulator.stop());

/** An order that is paid at the door, without any wallet. */
async function deliveredShop(): Promise<TestShop> {
  const shop = await openShop();
  await chooseCashOnDelivery(shop.orderNumber, shop.viewer);
  const move = (seen: "TO_PACK" | "HANDED_OVER", change: DeliveryChange) =>
    changeDelivery(aMerchant(), shop.orderNumber, seen, change);
  await move("TO_PACK", { to: "HANDED_OVER", courier: "Steadfast" });
  expect(await issueInvoice(shop.orderId)).toBeNull();
  await move("HANDED_OVER", { to: "DELIVERED" });
  return shop;
}

const YEAR = fiscalYearOf(new Date());
const numbers = async () =>
  (await db.invoice.findMany({ orderBy: { number: "asc" } })).map(({ number }) => number);
const upTo = (count: number) => Array.from({ length: count }, (_, place) => place + 1);

test("an order has its invoice once it is paid, and always the same one", async () => {
  const unpaid = await openShop();
  expect(await issueInvoice(unpaid.orderId)).toBeNull();
  const { orderId } = await paidShop(simulator);
  const first = await issueInvoice(orderId);
  expect(first).toMatchObject({ series: YEAR });
  expect(await issueInvoice(orderId)).toEqual(first);
  expect(await numbers()).toEqual(upTo(1));
});

test("who pays at the door has an invoice when the goods are delivered, and not before", async () => {
  const { orderId, totalInPoisha } = await deliveredShop();
  expect(await issueInvoice(orderId)).not.toBeNull();
  const [paper] = await readPapers([orderId], "bn");
  expect(paper).toMatchObject({ cashInPoisha: totalInPoisha, dueInPoisha: 0, trxId: null });
});

test("of many who ask at once each order gets one number, and no number is missing", async () => {
  const before = (await numbers()).length;
  const shops = [];
  for (let count = 0; count < 5; count++) shops.push(await deliveredShop());
  const asked = shops.flatMap(({ orderId }) => [orderId, orderId, orderId]);
  await Promise.all([...asked.map((orderId) => issueInvoice(orderId)), issueDueInvoices({ limit: 100 })]);
  expect(await numbers()).toEqual(upTo(before + 5));
});

test("a number is not used up by an order that is undone", async () => {
  const before = await numbers();
  const { orderId } = await deliveredShop();
  const undone = db.$transaction(async (tx) => {
    await tx.invoiceSeries.update({ where: { name: YEAR }, data: { lastNumber: { increment: 1 } } });
    throw new Error("undone");
  });
  await expect(undone).rejects.toThrow("undone");
  expect(await issueInvoice(orderId)).toMatchObject({ number: before.length + 1 });
});

test("the database takes no number but the next, and lets no invoice be changed", async () => {
  const { orderId } = await deliveredShop();
  const write = (number: number) =>
    db.invoice.create({ data: { orderId, series: YEAR, number, seller: {} } });
  const next = (await numbers()).length + 1;
  await expect(write(next + 1)).rejects.toThrow("not the next one");
  await expect(write(1)).rejects.toThrow();
  await issueInvoice(orderId);
  await expect(db.invoice.updateMany({ data: { number: 1 } })).rejects.toThrow("never changed");
  await expect(db.invoice.deleteMany()).rejects.toThrow("never changed");
});

test("an invoice keeps who sold, and says what the order says", async () => {
  const { orderId, orderNumber, totalInPoisha } = await deliveredShop();
  await issueInvoice(orderId);
  const [paper] = await readPapers([orderId], "en");
  expect(paper).toMatchObject({
    orderNumber,
    totalInPoisha,
    dueInPoisha: 0,
    invoice: {
      name: expect.stringMatching(/^INV-20\d\d-\d\d-\d{6}$/) as string,
      seller: { bin: "000000000-0000" },
    },
    lines: [{ quantity: 1, name: "Test" }],
  });
  const sum = (paper?.lines ?? []).reduce((total, line) => total + line.totalInPoisha, 0);
  expect(sum + (paper?.deliveryFeeInPoisha ?? 0)).toBe(totalInPoisha);
});
