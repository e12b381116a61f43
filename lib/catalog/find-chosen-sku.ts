import { db } from "@/lib/platform/db";
import { readChosen } from "./choices";

/**
 * The SKU of a product's variant that has these values, by the choices' keys. Null when there is no such product or
 * variant. A product without a choice has one variant.
 */
export async function findChosenSku(
  slug: string,
  chosen: Readonly<Record<string, string>>,
): Promise<string | null> {
  const variants = await db.variant.findMany({
    where: { product: { slug } },
    orderBy: { position: "asc" },
    select: { sku: true, options: true },
  });
  const found = variants.find(({ options }) =>
    Object.entries(readChosen(options)).every(([key, value]) => chosen[key] === value),
  );
  return found?.sku ?? null;
}
