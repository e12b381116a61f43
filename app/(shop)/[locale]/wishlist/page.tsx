import type { Metadata } from "next";
import { getTranslations, setRequestLocale } from "next-intl/server";
import Link from "next/link";
import { notFound } from "next/navigation";
import { readLocale, type LocaleParams } from "@/app/_i18n/read-locale";
import { href } from "@/app/_i18n/routing";
import { currentShopper } from "@/app/_session/shopper";
import { button } from "@/app/_ui/button";
import { isOffered } from "@/lib/platform/features";
import { readWishlist } from "@/lib/wishes/read-wishlist";
import { ProductGrid } from "../_catalogue/product-grid";
import { WorthALook } from "../_catalogue/worth-a-look";
import { privateMetadata } from "../_shell/page-metadata";
import { KeepWishes } from "./keep-wishes";

export const dynamic = "force-dynamic";

export async function generateMetadata({ params }: LocaleParams): Promise<Metadata> {
  const t = await getTranslations({ locale: await readLocale(params), namespace: "wishlist" });
  return privateMetadata(t("title"));
}

/** What this browser marked with the heart. */
export default async function WishlistPage({ params }: LocaleParams) {
  if (!isOffered("wishlist")) notFound();
  const locale = await readLocale(params);
  setRequestLocale(locale);
  const t = await getTranslations({ locale, namespace: "wishlist" });
  const shopper = await currentShopper();
  const products = shopper ? await readWishlist(shopper.id, locale) : [];
  return (
    <div className="page-width pb-20 pt-8 lg:pt-12">
      <KeepWishes slugs={products.map(({ slug }) => slug)} />
      <h1 className="text-3xl">{products.length > 0 ? t("title") : t("empty")}</h1>
      <p className="mb-8 mt-2 max-w-text text-ink-soft">{products.length > 0 ? t("text") : t("emptyText")}</p>
      {products.length > 0 ? (
        <section aria-labelledby="wished">
          <h2 id="wished" className="sr-only">
            {t("kept")}
          </h2>
          <ProductGrid products={products} locale={locale} eager={4} areWished />
        </section>
      ) : (
        <>
          <Link href={href(locale, "/products")} prefetch={false} className={button("primary")}>
            {t("startShopping")}
          </Link>
          <WorthALook locale={locale} />
        </>
      )}
    </div>
  );
}
