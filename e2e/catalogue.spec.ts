import { expect, test, type Page } from "@playwright/test";
import { expectAccessible } from "./support/accessible";

const main = (page: Page) => page.locator("main");
const names = (page: Page) => main(page).locator("article h3");

/** On a phone the filters fold away. */
async function openFilters(page: Page, summary: string) {
  const field = page.locator('input[name="stock"]');
  if (!(await field.isVisible())) await page.getByText(summary).click();
  await expect(field).toBeVisible();
}

test("a size and a colour are chosen, with their own price and picture, and the cart says which", async ({
  page,
}) => {
  await page.goto("/en/products/jute-tote");
  const box = main(page)
    .locator("form")
    .filter({ has: page.getByRole("radio") });
  await expect(box).toContainText("৳650");
  await page.getByText("Red motif").click();
  await expect(page.locator("#picture-1 img")).toHaveAttribute("src", /jute-tote-madder/);
  await expect(page).toHaveURL(/variant=HAAT-CRF-002-RED/);

  // There is no large red one: the nearest thing that exists is taken, and shown.
  await page.getByText("Large", { exact: true }).click();
  await expect(box).toContainText("৳820");
  await expect(page.getByRole("radio", { name: "Green motif" })).toBeChecked();
  await expect(page.locator("#picture-1 img")).toHaveAttribute("src", /jute-tote\.svg/);
  await expectAccessible(page);

  await page.getByRole("button", { name: "Add to cart" }).click();
  await page.getByRole("link", { name: "View cart" }).click();
  await expect(main(page)).toContainText("Large, Green motif");
  await expect(main(page)).toContainText("৳820");
});

test("a size that is sold out can be looked at and not bought", { tag: "@phone" }, async ({ page }) => {
  await page.goto("/bn/products/khadi-panjabi");
  await page.getByText("৪৬", { exact: true }).click();
  await expect(main(page).getByText("স্টক শেষ").first()).toBeVisible();
  await expect(page.getByRole("button", { name: "কার্টে যোগ করুন" })).toHaveCount(0);
  await page.getByText("৪২", { exact: true }).click();
  await expect(page.getByRole("button", { name: "কার্টে যোগ করুন" })).toBeVisible();
});

test("a link to one colour opens with it", { tag: "@phone" }, async ({ page }) => {
  await page.goto("/en/products/gamcha-towel?variant=HAAT-TEX-003-BLUE");
  await expect(page.getByRole("radio", { name: "Blue" })).toBeChecked();
  await expect(page.locator("#picture-1 img")).toHaveAttribute("src", /gamcha-towel-blue/);
});

test("a picture is enlarged, turned over with the keyboard, and put away with Escape", async ({ page }) => {
  await page.goto("/en/products/jamdani-scarf");
  await page
    .getByRole("link", { name: /^Enlarge/ })
    .first()
    .click();
  const enlarged = page.getByRole("dialog");
  await expect(enlarged).toBeVisible();
  await page.keyboard.press("ArrowRight");
  await expect(enlarged.locator("img")).toHaveAttribute("src", /close-ups/);
  await page.keyboard.press("Escape");
  await expect(enlarged).toBeHidden();
  await expect(page.getByRole("link", { name: /^Enlarge/ }).first()).toBeFocused();
});

test("a list is narrowed to a colour and ordered by price, in an address that can be sent to a friend", async ({
  page,
}) => {
  await page.goto("/en/categories/clothing-textiles");
  await expect(names(page)).toHaveCount(5);
  await openFilters(page, "Narrow down");
  await page.getByRole("checkbox", { name: /Blue/ }).check();
  await expect(page).toHaveURL(/colour=blue/);
  await expect(names(page)).toHaveText(["Checked gamcha"]);
  await expectAccessible(page);

  await page.goto("/en/categories/clothing-textiles?sort=price-down&min=300&max=3000");
  await expect(names(page).first()).toHaveText("Jamdani scarf");
  const friend = await page.context().newPage();
  await friend.goto(page.url());
  await expect(names(friend)).toHaveText(await names(page).allTextContents());
  await friend.close();
});

test("nothing found is said with a way on", { tag: "@phone" }, async ({ page }) => {
  await page.goto("/en/products?q=laptop");
  await expect(main(page)).toContainText("Nothing here is called “laptop”");
  await expect(main(page).getByRole("link", { name: "All products" }).last()).toBeVisible();
  await expectAccessible(page);
});

test("a word with a letter missing finds what was meant, in Bangla and in English", async ({ page }) => {
  await page.goto("/bn");
  const search = page.getByRole("searchbox");
  await search.fill("জামদনি");
  await expect(page.getByRole("list", { name: "পরামর্শ" }).getByRole("link").first()).toContainText(
    "জামদানি ওড়না",
  );
  await expectAccessible(page);
  await search.press("Enter");
  await expect(page).toHaveURL(/q=/);
  await expect(names(page)).toHaveText(["জামদানি ওড়না"]);

  await page.goto("/en/products?q=jamdni");
  await expect(names(page)).toHaveText(["Jamdani scarf"]);
});

test("a suggestion leads straight to its product", { tag: "@phone" }, async ({ page }) => {
  await page.goto("/en");
  await page.getByRole("searchbox").fill("honey");
  await page.getByRole("list", { name: "Suggestions" }).getByRole("link", { name: /honey/ }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Sundarban honey");
});

test("what was looked at before is offered again, without the product that is open", async ({ page }) => {
  await page.goto("/en/products/gamcha-towel");
  await page.goto("/en/products/sylhet-black-tea");
  const seen = page.getByRole("region", { name: "You looked at these" });
  await expect(seen.locator('a[href="/en/products/gamcha-towel"]').first()).toBeVisible();
  await expect(seen.locator('a[href="/en/products/sylhet-black-tea"]')).toHaveCount(0);
});

test("a collection goes across categories, and home leads to it", { tag: "@phone" }, async ({ page }) => {
  await page.goto("/en");
  await main(page).getByRole("link", { name: "Afternoon tea" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Afternoon tea");
  await expect(names(page)).toHaveCount(5);
  await expect(names(page).last()).toHaveText("Date-palm patali gur"); // sold out: last
});

test(
  "what advertisements add to an address changes nothing, and the ready page is served",
  { tag: "@phone" },
  async ({ page }) => {
    const answer = await page.goto("/en/products?fbclid=abc&utm_source=facebook");
    expect(answer?.headers()["x-nextjs-cache"]).toBeTruthy();
    await expect(names(page)).toHaveCount(24);
    // A word that nobody knows beforehand.
    await page.goto("/en/products?source=facebook");
    await expect(names(page)).toHaveCount(24);
  },
);

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("a colour is chosen, a list is narrowed, a search finds, and the other language shows the same", async ({
    page,
  }) => {
    await page.goto("/en/products/gamcha-towel");
    await page.getByText("Green", { exact: true }).click();
    await page.getByRole("button", { name: "Add to cart" }).click();
    await page.goto("/en/cart");
    await expect(main(page)).toContainText("Green");

    await page.goto("/en/products");
    await openFilters(page, "Narrow down");
    await page.getByRole("checkbox", { name: /1 kg/ }).check();
    await page.getByRole("button", { name: "Show" }).click();
    await expect(names(page)).toHaveText(["Sylhet black tea", "Sundarban honey"]);

    await page.getByRole("searchbox").fill("gamcha");
    await page.getByRole("searchbox").press("Enter");
    await expect(names(page)).toHaveText(["Checked gamcha"]);

    await page.getByRole("link", { name: "এই তালিকা বাংলায়" }).click();
    await expect(page).toHaveURL("/bn/products?q=gamcha");
    await expect(names(page)).toHaveCount(1);
  });
});
