import { hashPassword, passwordMatches } from "@/lib/auth/password";
import { db } from "@/lib/platform/db";
import { categories as catalogueCategories } from "./catalogue/categories";
import { products } from "./catalogue/products";

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
        variants: {
          create: {
            sku: product.sku,
            priceInPoisha: product.priceInPoisha,
            compareAtPriceInPoisha: product.compareAtPriceInPoisha ?? null,
            weightInGrams: product.weightInGrams,
            stock: product.stock,
          },
        },
      },
    });
  }
  await seedMerchant();
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
