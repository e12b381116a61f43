import { expect, test, type APIRequestContext, type Page } from "@playwright/test";

const attribute = (page: Page, selector: string, name: string) =>
  page.locator(selector).first().getAttribute(name);

async function jsonLd(page: Page): Promise<Record<string, unknown>[]> {
  const texts = await page.locator('script[type="application/ld+json"]').allTextContents();
  return texts.flatMap((text) => JSON.parse(text) as Record<string, unknown>[]);
}

/** What an XML file says at each `name`, or why it cannot be read. */
async function readXml(page: Page, request: APIRequestContext, path: string, name: string) {
  const answer = await request.get(path);
  expect([path, answer.status(), answer.headers()["content-type"]]).toEqual([
    path,
    200,
    "application/xml; charset=utf-8",
  ]);
  return page.evaluate(
    ([text, tag]) => {
      const read = new DOMParser().parseFromString(text ?? "", "application/xml");
      const mistake = read.querySelector("parsererror");
      if (mistake) throw new Error(mistake.textContent ?? "");
      return [...read.getElementsByTagName(tag ?? "")].map((found) => found.textContent ?? "");
    },
    [await answer.text(), name],
  );
}

const pathOf = (address: string) => new URL(address).pathname + new URL(address).search;

test("each page names itself, its other language and a picture that messengers can show", async ({
  page,
  request,
}) => {
  for (const path of ["", "/products", "/categories/food-tea", "/products/jute-tote", "/contact"]) {
    await page.goto(`/bn${path}`);
    const canonical = await attribute(page, 'link[rel="canonical"]', "href");
    expect(pathOf(canonical ?? "")).toBe(`/bn${path}`);
    for (const [language, target] of [
      ["bn", `/bn${path}`],
      ["en", `/en${path}`],
      ["x-default", `/bn${path}`],
    ]) {
      const alternate = await attribute(page, `link[rel="alternate"][hreflang="${language}"]`, "href");
      expect(pathOf(alternate ?? "")).toBe(target);
    }
    expect((await attribute(page, 'meta[name="description"]', "content"))?.length).toBeGreaterThan(20);
    const picture = pathOf((await attribute(page, 'meta[property="og:image"]', "content")) ?? "");
    const png = await (await request.get(picture)).body();
    expect([picture, png.subarray(1, 4).toString(), png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([
      picture,
      "PNG",
      1200,
      630,
    ]);
  }
  expect((await request.get("/share/bn/products/no-such-product.png")).status()).toBe(404);
  await page.goto("/bn/cart");
  expect(await attribute(page, 'meta[name="robots"]', "content")).toContain("noindex");
});

test("search engines read what is sold, by whom, and how to look for it", async ({ page }) => {
  await page.goto("/en");
  const home = await jsonLd(page);
  expect(home.map((thing) => thing["@type"])).toEqual(["OnlineStore", "WebSite"]);
  await page.goto("/en/products/jute-tote");
  const [product, crumbs] = await jsonLd(page);
  expect(product).toMatchObject({ "@type": "Product", name: "Jute tote" });
  expect(JSON.stringify(product)).toContain("MerchantReturnPolicy");
  expect(crumbs).toMatchObject({ "@type": "BreadcrumbList" });
  await page.goto("/en/categories/food-tea");
  expect((await jsonLd(page)).map((thing) => thing["@type"])).toContain("BreadcrumbList");
});

test("the site map leads to every product and page, and nothing in it is missing", async ({
  page,
  request,
}) => {
  await page.goto("/en/about");
  const maps = (await readXml(page, request, "/sitemap.xml", "loc")).map(pathOf);
  expect(maps).toEqual(["/sitemaps/pages.xml", "/sitemaps/products-1.xml"]);
  const places = (await readXml(page, request, "/sitemaps/pages.xml", "loc")).map(pathOf);
  for (const path of ["/bn", "/en", "/en/categories/food-tea", "/bn/privacy"]) expect(places).toContain(path);
  for (const path of places) expect([path, (await request.get(path)).status()]).toEqual([path, 200]);
  const products = await readXml(page, request, "/sitemaps/products-1.xml", "loc");
  expect(products.length).toBeGreaterThan(40);
  const robots = await (await request.get("/robots.txt")).text();
  expect(robots).toContain("/sitemap.xml");
  expect(robots).toContain("Disallow: /*/checkout");
  expect(await (await request.get("/llms.txt")).text()).toContain("/en/categories/food-tea");
  for (const path of ["/sitemaps/none.xml", "/sitemaps/products-99.xml", "/feeds/other.xml"])
    expect([path, (await request.get(path)).status()]).toEqual([path, 404]);
});

test("advertisers get each size and colour with its price, and a picture that they can show", async ({
  page,
  request,
}) => {
  await page.goto("/en/about");
  const ids = await readXml(page, request, "/feeds/products.xml", "g:id");
  expect(new Set(ids).size).toBe(ids.length);
  expect(ids).toContain("HAAT-CRF-002-RED");
  const path = "/feeds/products-en.xml";
  expect(await readXml(page, request, path, "g:price")).toContainEqual(
    expect.stringMatching(/^\d+\.\d\d BDT$/),
  );
  const [picture] = (await readXml(page, request, path, "g:image_link")).map(pathOf);
  const answer = await request.get(picture ?? "");
  expect([answer.status(), answer.headers()["content-type"]]).toEqual([200, "image/png"]);
});
