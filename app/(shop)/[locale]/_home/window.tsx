import { getTranslations } from "next-intl/server";
import Link from "next/link";
import { href } from "@/app/_i18n/routing";
import { button } from "@/app/_ui/button";
import type { ProductCard } from "@/lib/catalog/views";
import type { Locale } from "@/lib/kernel/money";
import { ProductGrid } from "../_catalogue/product-grid";

/** The shop's window: what the merchant shows first. */
export async function Window({ locale, products }: { locale: Locale; products: readonly ProductCard[] }) {
  const t = await getTranslations({ locale, namespace: "home" });
  if (products.length === 0) return null;
  return (
    <section aria-labelledby="window" className="page-width pt-12 lg:pt-20">
      <h2 id="window" className="text-2xl">
        {t("featured")}
      </h2>
      <p className="mt-1 text-ink-soft">{t("featuredText")}</p>
      <div className="mt-6">
        <ProductGrid products={products} locale={locale} />
      </div>
      <p className="mt-10 text-center">
        <Link href={href(locale, "/products")} prefetch={false} className={button("quiet")}>
          {t("browse")}
        </Link>
      </p>
    </section>
  );
}
