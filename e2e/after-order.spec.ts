// Without JavaScript axe finds no timers to run on: what is accessible is looked at with it.
import { expect, test } from "@playwright/test";
import { expectAccessible } from "./support/accessible";
import { ApiShopper } from "./support/api-shopper";
import { inDatabase } from "./support/back-office";

const WORDS = {
  bn: {
    phone: "+৮৮০ ১৭১২-৩৪৫৬৭৮",
    digits: (text: string) => text.replace(/\d/g, (digit) => "০১২৩৪৫৬৭৮৯"[Number(digit)] ?? digit),
    open: "অর্ডার দেখুন",
    none: "কোনো অর্ডার নেই",
    cancel: "অর্ডারটি বাতিল করতে চান?",
    cancelNow: "হ্যাঁ, বাতিল করুন",
    cancelled: "আপনি অর্ডারটি বাতিল করেছেন",
    reorder: "একই জিনিস আবার কার্টে নিন",
    dearer: "দাম বেড়েছে",
  },
  en: {
    phone: "0088 01712 345678",
    digits: (text: string) => text,
    open: "Show the order",
    none: "There is no order with this number",
    cancel: "Cancel this order?",
    cancelNow: "Yes, cancel it",
    cancelled: "You cancelled this order",
    reorder: "Put the same into the cart again",
    dearer: "dearer than before",
  },
} as const;

for (const locale of ["bn", "en"] as const) {
  const words = WORDS[locale];

  test(
    `the pages after an order are accessible (${locale})`,
    { tag: "@tracking" },
    async ({ page, request }) => {
      const shopper = await ApiShopper.placeOrder(request);
      await page.goto(`/${locale}/track`);
      await page.getByRole("button", { name: words.open }).click();
      await expect(page.locator("main").getByRole("alert")).toBeFocused();
      await expectAccessible(page);

      await page.goto(shopper.link(locale));
      await page.getByText(words.cancel).click();
      await expectAccessible(page);
    },
  );
}

for (const locale of ["bn", "en"] as const)
  test.describe(`without JavaScript (${locale})`, () => {
    test.use({ javaScriptEnabled: false });
    const words = WORDS[locale];

    test(
      "a guest finds an order by number and phone, cancels it and puts the same into the cart",
      { tag: "@tracking" },
      async ({ page, request }) => {
        const { orderNumber } = await ApiShopper.placeOrder(request);
        await page.goto(`/${locale}/track`);
        await page.locator("#orderNumber").fill(words.digits(orderNumber.slice(2)));
        await page.locator("#phone").fill("01812345678");
        await page.getByRole("button", { name: words.open }).click();
        await expect(page.locator("main").getByRole("alert")).toContainText(words.none);
        await expect(page.locator("#phone")).toHaveValue("01812345678");

        await page.locator("#phone").fill(words.phone);
        await page.getByRole("button", { name: words.open }).click();
        await page.waitForURL(`**/${locale}/orders/${orderNumber}`);

        await page.getByText(words.cancel).click();
        await page.getByRole("button", { name: words.cancelNow }).click();
        await expect(page.getByRole("heading", { name: words.cancelled })).toBeVisible();

        await inDatabase(
          `UPDATE "OrderLine" SET "unitPriceInPoisha" = "unitPriceInPoisha" - 1000 WHERE "orderId" = (SELECT id FROM "Order" WHERE number = $1)`,
          [orderNumber],
        );
        await page.getByRole("button", { name: words.reorder }).click();
        await page.waitForURL(`**/${locale}/cart?again=${orderNumber}`);
        await expect(page.locator("main")).toContainText(words.dearer);
        await expect(page.locator("main li h3")).toHaveCount(1);
      },
    );
  });
