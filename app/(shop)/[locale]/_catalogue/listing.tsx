import { getTranslations } from "next-intl/server";
import Link from "next/link";
import { href } from "@/app/_i18n/routing";
import { Picture } from "@/app/_ui/picture";
import type { ProductCard } from "@/lib/catalog/views";
import type { Locale } from "@/lib/kernel/money";
import { shopCategories } from "../_shell/categories";
import { ProductGrid } from "./product-grid";

interface Props {
  readonly locale: Locale;
  readonly title: string;
  readonly text: string;
  readonly image?: string;
  /** The category that is open; none for all products. */
  readonly open?: string;
  readonly products: readonly ProductCard[];
}

/** A page of products: all of them, or one category. */
export async function Listing({ locale, title, text, image, open, products }: Props) {
  const t = await getTranslations({ locale, namespace: "catalogue" });
  const shell = await getTranslations({ locale, namespace: "shell" });
  const choices = [
    { path: "/products", name: shell("allProducts"), isOpen: !open },
    ...(await shopCategories(locale)).map(({ slug, name }) => ({
      path: `/categories/${slug}`,
      name,
      isOpen: slug === open,
    })),
  ];
  return (
    <>
      <div className="bg-jute-tint">
        <div className="page-width flex items-center justify-between gap-8 py-8 lg:py-12">
          <div>
            <h1 className="text-3xl">{title}</h1>
            <p className="mt-2 max-w-text text-lg text-ink-soft">{text}</p>
          </div>
          {image && (
            <Picture
              src={image}
              alt=""
              width={180}
              height={180}
              load="soon"
              className="size-24 shrink-0 rounded-full object-cover sm:size-40 lg:size-44"
            />
          )}
        </div>
      </div>
      <div className="page-width pb-20 pt-6">
        <div className="mb-6 flex flex-wrap items-center justify-between gap-x-8 gap-y-3">
          <nav aria-label={t("filter")} className="-mx-4 max-w-[100vw] overflow-x-auto px-4 max-lg:hidden">
            <ul className="flex w-max gap-2">
              {choices.map(({ path, name, isOpen }) => (
                <li key={path}>
                  <Link
                    href={href(locale, path)}
                    aria-current={isOpen ? "page" : undefined}
                    className={`inline-flex min-h-11 items-center rounded-full border px-4 text-sm font-medium ${isOpen ? "border-brand bg-brand text-on-brand" : "border-line bg-card hover:border-brand hover:text-brand"}`}
                  >
                    {name}
                  </Link>
                </li>
              ))}
            </ul>
          </nav>
          <h2 className="font-sans text-sm font-normal text-ink-soft">
            {t("pieces", { count: products.length })}
          </h2>
        </div>
        {products.length > 0 ? (
          <ProductGrid products={products} locale={locale} eager={4} />
        ) : (
          <p className="py-16 text-center text-lg text-ink-soft">{t("empty")}</p>
        )}
      </div>
    </>
  );
}
