import type { Locale } from "@/lib/kernel/money";
import { db } from "@/lib/platform/db";
import { productView, type ProductView } from "./views";

/** How many products there are to tell search engines about. */
export const countProducts = (): Promise<number> => db.product.count({ where: { variants: { some: {} } } });

export interface Listed {
  readonly changedAt: Date;
  readonly product: ProductView;
}

/** A page of all products, oldest first, from 0: for those who read the whole shop. */
export async function productsOfPage(page: number, perPage: number, locale: Locale): Promise<Listed[]> {
  const rows = await db.product.findMany({
    where: { variants: { some: {} } },
    orderBy: { id: "asc" },
    skip: page * perPage,
    take: perPage,
    include: {
      variants: { orderBy: { position: "asc" } },
      category: true,
      images: { orderBy: { position: "asc" } },
    },
  });
  return rows.flatMap((row) => {
    const product = productView(row, locale);
    return product ? [{ changedAt: row.updatedAt, product }] : [];
  });
}
