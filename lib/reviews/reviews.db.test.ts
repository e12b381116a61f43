import type { DeliveryStatus } from "@/generated/prisma/enums";
import type { Merchant } from "@/lib/auth/merchant";
import { createShopper } from "@/lib/auth/shopper";
import { findProduct } from "@/lib/catalog/read-catalogue";
import { db } from "@/lib/platform/db";
import { openShop, type TestShop } from "@/lib/testing/open-shop";
import { withoutFeature } from "@/lib/testing/switch-off";
import { listReviews, moderateReview } from "./moderate-reviews";
import { readReviews } from "./read-reviews";
import { readOwnReviews, writeReview, type NewReview } from "./write-review";

// The pages hand over a signed-in merchant; the rules here do not depend on which.
const merchant = { id: "", name: "", email: "" } as Merchant;

/** A paid order of one article that has arrived, and how its buyer reviews it. */
async function bought() {
  const shop = await openShop();
  const { sku, product } = await db.variant.findUniqueOrThrow({
    where: { id: shop.variantId },
    select: { sku: true, product: { select: { slug: true } } },
  });
  await pay(shop);
  await becomes(shop, "DELIVERED");
  const say = (more: Partial<NewReview> = {}, viewer = shop.viewer) =>
    writeReview(viewer, {
      orderNumber: shop.orderNumber,
      sku,
      rating: 4,
      text: "Good tea",
      shownName: "Rahima",
      locale: "en",
      ...more,
    });
  return { shop, sku, slug: product.slug, say };
}

async function pay(shop: TestShop): Promise<void> {
  await db.$transaction(async (tx) => {
    const { id } = await tx.payment.create({
      data: {
        orderId: shop.orderId,
        attempt: 1,
        provider: "bkash",
        mode: "simulator",
        status: "COMPLETED",
        amountInPoisha: shop.totalInPoisha,
        invoiceNumber: `${shop.orderNumber}-1`,
        providerPaymentId: shop.orderNumber,
        trxId: shop.orderNumber,
        completedAt: new Date(),
      },
    });
    await tx.order.update({ where: { id: shop.orderId }, data: { status: "PAID", paidPaymentId: id } });
  });
}

const becomes = ({ orderId }: TestShop, deliveryStatus: DeliveryStatus) =>
  db.order.update({ where: { id: orderId }, data: { deliveryStatus } });

const onlyReview = (slug: string) => db.review.findFirstOrThrow({ where: { product: { slug } } });

test("a buyer reviews an article of a delivered order once, however often it is sent at once", async () => {
  const { shop, sku, say } = await bought();
  expect((await readOwnReviews(shop.orderId)).get(sku)).toBeNull();
  const answers = await Promise.all(Array.from({ length: 4 }, () => say()));
  expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
  expect(answers).toContainEqual({ ok: false, code: "REVIEWED_ALREADY" });
  expect((await readOwnReviews(shop.orderId)).get(sku)).toBe("PENDING");
});

test("nobody reviews what is not paid, is another's, or is not in the order", async () => {
  const { say } = await bought();
  const unpaid = await openShop();
  const notYours = { ok: false, code: "NOT_YOURS" };
  expect(await say({ orderNumber: unpaid.orderNumber }, unpaid.viewer)).toEqual(notYours);
  expect(await say({}, { shopperId: (await createShopper()).id })).toEqual(notYours);
  expect(await say({}, {})).toEqual(notYours);
  expect(await say({ sku: "HAAT-TEX-002" })).toEqual(notYours);
  expect((await readOwnReviews(unpaid.orderId)).size).toBe(0);
});

test("nobody is asked about goods that are still on their way, or came back", async () => {
  const { shop, say } = await bought();
  for (const there of ["TO_PACK", "PACKED", "HANDED_OVER", "RETURNED"] as const) {
    await becomes(shop, there);
    expect((await readOwnReviews(shop.orderId)).size).toBe(0);
    expect(await say()).toEqual({ ok: false, code: "NOT_YOURS" });
  }
  await becomes(shop, "DELIVERED");
  expect(await say()).toEqual({ ok: true });
});

test("a review is shown and counted from its publishing until it is hidden", async () => {
  const { slug, say } = await bought();
  await say({ rating: 2 });
  expect(await readReviews(slug, "en")).toMatchObject({ count: 0, reviews: [] });
  expect((await findProduct(slug, "en"))?.rating).toBeNull();

  const { id } = await onlyReview(slug);
  expect(await moderateReview(merchant, id, "PUBLISHED")).toBe(slug);
  expect(await readReviews(slug, "en")).toMatchObject({
    count: 1,
    average: 2,
    distribution: [0, 0, 0, 1, 0],
    reviews: [{ rating: 2, text: "Good tea", name: "Rahima" }],
  });
  expect((await findProduct(slug, "en"))?.rating).toEqual({ sum: 2, count: 1 });

  await moderateReview(merchant, id, "HIDDEN");
  await moderateReview(merchant, id, "HIDDEN");
  expect((await findProduct(slug, "en"))?.rating).toBeNull();
  expect((await listReviews(merchant, "HIDDEN", 1)).reviews).toContainEqual(expect.objectContaining({ id }));
});

test("reviews that are published at once are all counted", async () => {
  const { slug } = await bought();
  const { id: productId } = await db.product.findUniqueOrThrow({ where: { slug } });
  const written = await Promise.all(
    [5, 4, 4, 3, 1].map((rating) =>
      db.review.create({ data: { productId, rating, text: "Tea", shownName: "A buyer", locale: "bn" } }),
    ),
  );
  await Promise.all(written.map(({ id }) => moderateReview(merchant, id, "PUBLISHED")));
  expect((await findProduct(slug, "bn"))?.rating).toEqual({ sum: 17, count: 5 });
  expect((await readReviews(slug, "bn")).average).toBe(3.4);
});

test("a shop without reviews shows none, offers no form and takes none, and has them again when it wants them", async () => {
  const { shop, sku, slug, say } = await bought();
  expect(await say()).toEqual({ ok: true });
  await moderateReview(merchant, (await onlyReview(slug)).id, "PUBLISHED");
  await withoutFeature("reviews", async () => {
    expect((await findProduct(slug, "en"))?.rating).toBeNull();
    expect(await readOwnReviews(shop.orderId)).toEqual(new Map());
    expect(await (await bought()).say()).toEqual({ ok: false, code: "NOT_YOURS" });
  });
  expect((await findProduct(slug, "en"))?.rating).toEqual({ sum: 4, count: 1 });
  expect(await readOwnReviews(shop.orderId)).toEqual(new Map([[sku, "PUBLISHED"]]));
});
