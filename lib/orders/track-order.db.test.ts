import { createShopper } from "@/lib/auth/shopper";
import { openShop } from "@/lib/testing/open-shop";
import { withoutFeature } from "@/lib/testing/switch-off";
import { readOrder } from "./read-order";
import { readOrderNumber, trackOrder } from "./track-order";

test.each(["S-10042", " s-10042 ", "s10042", "S 10042", "#10042", "10042", "S-১০০৪২", "১০০৪২"])(
  "%s is read as the order number it means",
  (typed) => expect(readOrderNumber(typed)).toBe("S-10042"),
);

test.each(["", "S-", "order", "S-10042-1", "12345678901234", "S-1'; --", "X-10042"])(
  "%s is no order number",
  (typed) => expect(readOrderNumber(typed)).toBeNull(),
);

test("whoever knows number and phone sees the order from then on, in this browser alone", async () => {
  const { orderNumber } = await openShop();
  const [mine, another] = [await createShopper(), await createShopper()];
  const asked = { orderNumber, phone: "+8801712345678" };
  expect(await trackOrder(asked, () => Promise.resolve(mine))).toBe(true);
  expect(await trackOrder(asked, () => Promise.resolve(mine))).toBe(true);
  expect(await readOrder(orderNumber, { shopperId: mine.id })).toMatchObject({ number: orderNumber });
  expect(await readOrder(orderNumber, { shopperId: another.id })).toBeNull();
});

test("a wrong number and a wrong phone get the same answer, and make no shopper", async () => {
  const { orderNumber } = await openShop();
  const nobody = () => Promise.reject(new Error("asked for a shopper"));
  expect(await trackOrder({ orderNumber, phone: "+8801812345678" }, nobody)).toBe(false);
  expect(await trackOrder({ orderNumber: "S-999999999999", phone: "+8801712345678" }, nobody)).toBe(false);
});

test("a shop without tracking opens no order, and makes no shopper", async () => {
  const { orderNumber } = await openShop();
  const nobody = () => Promise.reject(new Error("asked for a shopper"));
  const asked = { orderNumber, phone: "+8801712345678" };
  expect(await withoutFeature("tracking", () => trackOrder(asked, nobody))).toBe(false);
});
