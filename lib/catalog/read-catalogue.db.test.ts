import { randomUUID } from "node:crypto";
import { db } from "@/lib/platform/db";
import {
  featuredProducts,
  findCategory,
  findProduct,
  listCategories,
  relatedProducts,
} from "./read-catalogue";

/** Unlike anything that another test may have left in the same database. */
const run = randomUUID();
const tea = `tea-${run}`;

async function putOnShelf(name: string, stock: number, featured: boolean, position: number): Promise<void> {
  await db.product.create({
    data: {
      slug: `${name}-${run}`,
      category: { connect: { slug: tea } },
      position,
      featured,
      nameBn: `${name} বাংলা`,
      nameEn: name,
      summaryBn: "সারাংশ",
      summaryEn: "Summary",
      descriptionBn: ["এক", "দুই"],
      descriptionEn: ["One", "Two"],
      originBn: "সিলেট",
      originEn: "Sylhet",
      image: "/art/icon.svg",
      imageAltBn: "চা",
      imageAltEn: "Tea",
      details: [{ label: { bn: "মাপ", en: "Size" }, value: { bn: "বড়", en: "Large" } }],
      variants: {
        create: {
          sku: `${name}-${run}`,
          priceInPoisha: 320_00,
          compareAtPriceInPoisha: name === "black" ? 400_00 : 300_00,
          weightInGrams: 250,
          stock,
        },
      },
    },
  });
}

beforeAll(async () => {
  await db.category.create({
    data: {
      slug: tea,
      position: -1,
      nameBn: "চা",
      nameEn: "Tea",
      descriptionBn: "পাতা",
      descriptionEn: "Leaves",
      image: "/art/icon.svg",
    },
  });
  await putOnShelf("gone", 0, true, 0);
  await putOnShelf("black", 30, true, 1);
  await putOnShelf("green", 3, false, 2);
});

afterAll(async () => {
  await db.variant.deleteMany({ where: { sku: { endsWith: run } } });
  await db.product.deleteMany({ where: { slug: { endsWith: run } } });
  await db.category.delete({ where: { slug: tea } });
});

const names = (cards: readonly { slug: string }[]) =>
  cards.filter((card) => card.slug.endsWith(run)).map((card) => card.slug.replace(`-${run}`, ""));

test("categories stand in the merchant's order, in the reader's language", async () => {
  expect((await listCategories("bn"))[0]).toMatchObject({ slug: tea, name: "চা", description: "পাতা" });
  expect((await findCategory(tea, "en"))?.name).toBe("Tea");
  expect(await findCategory("no-such-category", "en")).toBeNull();
});

test("a product tells its price, its stock and its details in the reader's language", async () => {
  expect(await findProduct(`black-${run}`, "bn")).toMatchObject({
    name: "black বাংলা",
    description: ["এক", "দুই"],
    price: 320_00,
    priceBefore: 400_00,
    availability: "in-stock",
    details: [{ label: "মাপ", value: "বড়" }],
    category: { slug: tea, name: "চা" },
  });
  expect(await findProduct("no-such-product", "en")).toBeNull();
});

test("a reduction is shown only where the price was higher before", async () => {
  expect((await findProduct(`green-${run}`, "en"))?.priceBefore).toBeNull();
});

test("the last pieces are announced, and so is their end", async () => {
  expect((await findProduct(`green-${run}`, "en"))?.availability).toBe("low-stock");
  expect((await findProduct(`gone-${run}`, "en"))?.availability).toBe("sold-out");
});

test("neither window nor suggestions show what is sold out, nor the product itself", async () => {
  expect(names(await featuredProducts("en", 1000))).toEqual(["black"]);
  expect(names(await relatedProducts(`black-${run}`, "en", 4))).toEqual(["green"]);
});
