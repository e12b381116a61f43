import type { ProductCard as Product } from "@/lib/catalog/views";
import type { Locale } from "@/lib/kernel/money";
import { ProductCard } from "./product-card";

/** Two columns on a phone, four on a desk. `eager`: how many pictures are seen at once when the page opens. */
export function ProductGrid({
  products,
  locale,
  eager = 0,
  areWished = false,
}: {
  products: readonly Product[];
  locale: Locale;
  eager?: number;
  areWished?: boolean;
}) {
  return (
    <ul className="grid grid-cols-2 gap-x-4 gap-y-8 sm:grid-cols-3 sm:gap-x-6 lg:grid-cols-4 lg:gap-y-12">
      {products.map((product, index) => (
        <li key={product.slug}>
          <ProductCard
            product={product}
            locale={locale}
            isWished={areWished}
            load={index >= eager ? "later" : index === 0 ? "first" : "soon"}
          />
        </li>
      ))}
    </ul>
  );
}
