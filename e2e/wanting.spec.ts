import { expect, test } from "@playwright/test";
import { expectAccessible } from "./support/accessible";
import { inDatabase, openAsMerchant } from "./support/back-office";
import { orderInState } from "./support/order-in-state";

// What makes one want to buy: coupons, wishlist, reviews.

const WORDS = {
  bn: {
    question: "কুপন আছে?",
    code: "কুপন কোড",
    apply: "ব্যবহার করুন",
    off: "−৳১০০",
    unknown: "এই কোডের কোনো কুপন নেই",
  },
  en: {
    question: "Do you have a coupon?",
    code: "Coupon code",
    apply: "Use it",
    off: "−৳100",
    unknown: "There is no coupon",
  },
} as const;

for (const locale of ["bn", "en"] as const)
  test(
    `a coupon makes an order cheaper, and a wrong one says why (${locale})`,
    { tag: "@coupons" },
    async ({ page }) => {
      const words = WORDS[locale];
      await page.goto(`/${locale}/products/khadi-panjabi`);
      await page.getByRole("button", { name: /Add to cart|কার্টে যোগ/ }).click();
      await page.getByRole("link", { name: /View cart|কার্ট দেখুন/ }).click();
      await page.getByText(words.question).click();
      await page.getByLabel(words.code).fill("nonsense");
      await page.getByRole("button", { name: words.apply }).click();
      await expect(page.getByText(words.unknown)).toBeVisible();
      await page.getByLabel(words.code).fill("taka100");
      await page.getByRole("button", { name: words.apply }).click();
      const summary = page.getByRole("region", { name: /^(Summary|হিসাব)$/ });
      await expect(summary).toContainText("TAKA100");
      await expect(summary).toContainText(words.off);
      await expectAccessible(page);
      await page.goto(`/${locale}/checkout`);
      await expect(page.locator("form dl")).toContainText(words.off);
    },
  );

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test(
    "a shopper keeps a product for later, and takes it out again (en)",
    { tag: "@wishlist" },
    async ({ page }) => {
      await page.goto("/en/products/khadi-panjabi");
      await page.getByRole("button", { name: /^Save Khadi panjabi/ }).click();
      await page.goto("/en/wishlist");
      await page.getByRole("button", { name: /^Khadi panjabi is in your wishlist/ }).click();
      await expect(page.getByRole("heading", { name: "Your wishlist is empty" })).toBeVisible();
    },
  );

  test("a shopper enters a coupon, and takes it out (en)", { tag: "@coupons" }, async ({ page }) => {
    await page.goto("/en/products/khadi-panjabi");
    await page.getByRole("button", { name: "Add to cart" }).click();
    await page.goto("/en/cart");
    await page.getByText("Do you have a coupon?").click();
    await page.getByLabel("Coupon code").fill("taka100");
    await page.getByRole("button", { name: "Use it" }).click();
    await expect(page.locator("main")).toContainText("−৳100");
    await page.getByRole("button", { name: "Remove coupon TAKA100" }).click();
    await expect(page.locator("main")).not.toContainText("−৳100");
  });
});

test(
  "a heart keeps a product for later and is remembered on every page (bn)",
  { tag: "@wishlist" },
  async ({ page }) => {
    await page.goto("/bn/categories/food-tea");
    const heart = page.getByRole("button", { name: /^সিলেটের কালো চা পছন্দের তালিকায় রাখুন/ });
    await heart.click();
    await expect(page.getByTestId("wish-count")).toContainText("১");
    await page.goto("/bn/products/sylhet-black-tea");
    await expect(page.getByRole("button", { name: /^সিলেটের কালো চা পছন্দের তালিকায় আছে/ })).toBeVisible();
    await page.goto("/bn/wishlist");
    await expect(page.locator("main h3")).toHaveText(["সিলেটের কালো চা"]);
    await expectAccessible(page);
    await page
      .locator("main")
      .getByRole("button", { name: /সরিয়ে নিন/ })
      .click();
    await expect(page.getByRole("heading", { name: "পছন্দের তালিকা খালি" })).toBeVisible();
    await expect(page.getByTestId("wish-count")).toHaveCount(0);
  },
);

test(
  "what a buyer writes is on the product's page once the merchant has published it (en)",
  { tag: "@reviews" },
  async ({ page, request }) => {
    const shopper = await orderInState(request, { payment: "COMPLETED" });
    await page.goto(`/api/orders/${shopper.orderNumber}/open?token=${shopper.accessToken}&locale=en`);
    await expect(page.getByRole("heading", { name: shopper.orderNumber })).toBeVisible();
    await expect(page.getByText("Write a review")).toHaveCount(0);
    await inDatabase(`UPDATE "Order" SET "deliveryStatus" = 'DELIVERED' WHERE number = $1`, [
      shopper.orderNumber,
    ]);
    await page.reload();
    await page.getByText("Write a review").first().click();
    await page.getByRole("button", { name: "Send the review" }).click();
    await expect(page.getByText("Choose between one and five stars.")).toBeVisible();
    const words = `Lovely cloth, ${shopper.orderNumber}`;
    await page.getByRole("radio", { name: "5 stars" }).check();
    await page.getByLabel("Your review").fill(words);
    await expectAccessible(page);
    await page.getByRole("button", { name: "Send the review" }).click();
    await expect(page.getByText("Thank you. Your review will be shown").first()).toBeVisible();

    await openAsMerchant(page, "/admin/reviews");
    const review = page.getByRole("listitem").filter({ hasText: words });
    const product = await review.getByRole("link").first().getAttribute("href");
    await review.getByRole("button", { name: /^Publish/ }).click();
    await expect(review).toHaveCount(0);
    await page.goto(product ?? "");
    await expect(page.getByRole("article").filter({ hasText: words })).toBeVisible();
    await expectAccessible(page);
  },
);

const ASKS = {
  bn: {
    contact: "মোবাইল নম্বর বা ই-মেইল",
    ask: "আমাকে জানান",
    done: "লিখে রাখা হয়েছে",
    name: "খেজুরের পাটালি গুড়",
  },
  en: { contact: "Mobile number or e-mail", ask: "Tell me", done: "Noted", name: "Date-palm patali gur" },
};

for (const locale of ["bn", "en"] as const)
  test(
    `whoever asks for something that is sold out is told when it can be bought again (${locale})`,
    { tag: "@backInStock" },
    async ({ page, request }) => {
      const words = ASKS[locale];
      const reader = `${locale}-${Date.now()}@example.com`;
      const putInStock = (pieces: number) =>
        inDatabase(
          `UPDATE "Variant" SET stock = $1 WHERE "productId" = (SELECT id FROM "Product" WHERE slug = 'khejur-patali-gur')`,
          [pieces],
        );
      await page.goto(`/${locale}/products/khejur-patali-gur`);
      await page.getByLabel(words.contact).fill("017");
      await page.getByRole("button", { name: words.ask }).click();
      await expect(page.getByLabel(words.contact)).toHaveAttribute("aria-invalid", "true");
      await expect(page.getByLabel(words.contact)).toHaveValue("017");
      await page.getByLabel(words.contact).fill(reader);
      await page.getByRole("button", { name: words.ask }).click();
      await expect(page.getByRole("status").filter({ hasText: words.done })).toBeVisible();
      await expectAccessible(page);

      try {
        await putInStock(3);
        await request.post("/api/cron/jobs", {
          headers: { authorization: `Bearer ${process.env.CRON_SECRET}` },
        });
        await openAsMerchant(page, "/admin/outbox");
        await expect(page.getByText(reader).first()).toBeVisible();
        await expect(page.getByText(words.name).first()).toBeVisible();
      } finally {
        await putInStock(0);
      }
    },
  );
