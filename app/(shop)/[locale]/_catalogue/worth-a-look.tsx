import { getTranslations } from "next-intl/server";
import { featuredProducts } from "@/lib/catalog/read-catalogue";
import type { Locale } from "@/lib/kernel/money";
import { ProductGrid } from "./product-grid";

/** For a page that has nothing of its own to show: some of what is in the shop's window. */
export async function WorthALook({ locale }: { locale: Locale }) {
  const t = await getTranslations({ locale, namespace: "home" });
  const products = await featuredProducts(locale, 4);
  if (products.length === 0) return null;
  return (
    <section aria-labelledby="window" className="mt-14">
      <h2 id="window" className="mb-6 text-2xl">
        {t("featured")}
      </h2>
      <ProductGrid products={products} locale={locale} />
    </section>
  );
}
