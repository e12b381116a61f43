import { hashPassword, passwordMatches } from "@/lib/auth/password";
import { db } from "@/lib/platform/db";
import { categories as catalogueCategories } from "./catalogue/categories";
import { choices } from "./catalogue/choices";
import { collections } from "./catalogue/collections";
import { coupons } from "./catalogue/coupons";
import { products, type CatalogueProduct } from "./catalogue/products";
import { reviews } from "./catalogue/reviews";

/**
 * Fills an empty shop with the catalogue, and makes the demo's merchant when DEMO_MERCHANT_EMAIL and
 * DEMO_MERCHANT_PASSWORD are set. Run again, it changes nothing that is there: prices and stock are
 * the merchant's.
 */
async function seed(): Promise<void> {
  await db.category.createMany({
    skipDuplicates: true,
    data: catalogueCategories.map((category, position) => ({
      slug: category.slug,
      position,
      nameBn: category.name.bn,
      nameEn: category.name.en,
      descriptionBn: category.description.bn,
      descriptionEn: category.description.en,
      image: category.image,
    })),
  });
  const categories = new Map((await db.category.findMany()).map(({ slug, id }) => [slug, id]));
  const known = new Set((await db.product.findMany({ select: { slug: true } })).map(({ slug }) => slug));
  for (const [position, product] of products.entries()) {
    if (known.has(product.slug)) continue;
    const categoryId = categories.get(product.categorySlug);
    if (!categoryId) throw new Error(`${product.slug} names an unknown category: ${product.categorySlug}`);
    await db.product.create({
      data: {
        slug: product.slug,
        categoryId,
        position,
        featured: product.featured,
        nameBn: product.name.bn,
        nameEn: product.name.en,
        summaryBn: product.summary.bn,
        summaryEn: product.summary.en,
        descriptionBn: [...product.description.bn],
        descriptionEn: [...product.description.en],
        originBn: product.origin.bn,
        originEn: product.origin.en,
        image: product.image,
        imageAltBn: product.imageAlt.bn,
        imageAltEn: product.imageAlt.en,
        details: product.details.map(({ label, value }) => ({ label: { ...label }, value: { ...value } })),
        options: (choices[product.slug]?.options ?? []).map(({ key, name, values }) => ({
          key,
          name: { ...name },
          values: values.map(({ name: shown, ...value }) => ({ ...value, name: { ...shown } })),
        })),
        variants: { create: variantsOf(product) },
        images: {
          create: {
            position: 1,
            src: product.image.replace("/products/", "/close-ups/"),
            altBn: `${product.name.bn}, কাছ থেকে`,
            altEn: `${product.name.en}, close up`,
          },
        },
      },
    });
  }
  await seedCollections();
  await seedCoupons();
  await seedReviews();
  await seedMerchant();
}

const variantsOf = (product: CatalogueProduct) =>
  choices[product.slug]?.variants.map(({ options, ...variant }, position) => ({
    ...variant,
    options: { ...options },
    position,
  })) ?? [
    {
      sku: product.sku,
      priceInPoisha: product.priceInPoisha,
      compareAtPriceInPoisha: product.compareAtPriceInPoisha ?? null,
      weightInGrams: product.weightInGrams,
      stock: product.stock,
    },
  ];

async function seedCollections(): Promise<void> {
  const ids = new Map(
    (await db.product.findMany({ select: { id: true, slug: true } })).map(({ id, slug }) => [slug, id]),
  );
  for (const [position, { slug, name, description, image, products: slugs }] of collections.entries()) {
    if (await db.collection.findUnique({ where: { slug } })) continue;
    const productIds = slugs.flatMap((product) => ids.get(product) ?? []);
    await db.collection.create({
      data: {
        slug,
        position,
        nameBn: name.bn,
        nameEn: name.en,
        descriptionBn: description.bn,
        descriptionEn: description.en,
        image,
        products: { create: productIds.map((productId, index) => ({ productId, position: index })) },
      },
    });
  }
}

/** A shop that has coupons already keeps its own. */
async function seedCoupons(): Promise<void> {
  if ((await db.coupon.count()) === 0) await db.coupon.createMany({ data: [...coupons] });
}

/** Demo data, and only for the demo's merchant: a shop that sells shows what its own buyers wrote. */
async function seedReviews(): Promise<void> {
  if (!process.env.DEMO_MERCHANT_EMAIL || (await db.review.count()) > 0) return;
  const ids = new Map(
    (await db.product.findMany({ select: { id: true, slug: true } })).map((row) => [row.slug, row.id]),
  );
  await db.review.createMany({
    data: reviews.flatMap(({ product, rating, locale, name, text, daysAgo }) => {
      const productId = ids.get(product);
      const createdAt = new Date(Date.now() - daysAgo * 24 * 60 * 60 * 1000);
      return productId
        ? [{ productId, rating, locale, shownName: name, text, createdAt, status: "PUBLISHED" as const }]
        : [];
    }),
  });
}

async function seedMerchant(): Promise<void> {
  const email = process.env.DEMO_MERCHANT_EMAIL?.toLowerCase();
  const password = process.env.DEMO_MERCHANT_PASSWORD;
  if (!email || !password) return;
  const merchant = await db.merchant.findUnique({ where: { email } });
  if (merchant && (await passwordMatches(password, merchant.passwordHash))) return;
  const passwordHash = await hashPassword(password);
  await db.merchant.upsert({
    where: { email },
    create: { email, name: "Demo merchant", passwordHash },
    update: { passwordHash, sessionVersion: { increment: 1 } },
  });
}

await seed();
await db.$disconnect();
