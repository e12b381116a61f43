import { getTranslations } from "next-intl/server";
import Link from "next/link";
import { href } from "@/app/_i18n/routing";
import { Picture } from "@/app/_ui/picture";
import { listCollections } from "@/lib/catalog/read-catalogue";
import type { Locale } from "@/lib/kernel/money";

/** What the merchant put together for an occasion. Nothing when there is none. */
export async function Collections({ locale }: { locale: Locale }) {
  const collections = await listCollections(locale);
  if (collections.length === 0) return null;
  const t = await getTranslations({ locale, namespace: "home" });
  return (
    <section aria-labelledby="collections" className="page-width pt-14 lg:pt-24">
      <h2 id="collections" className="text-2xl">
        {t("collections")}
      </h2>
      <ul className="mt-6 grid gap-4 sm:grid-cols-3 lg:gap-6">
        {collections.map(({ slug, name, description, image }) => (
          <li
            key={slug}
            className="group relative flex items-center gap-4 overflow-hidden rounded-card bg-jute-tint p-4 sm:flex-col sm:items-start lg:p-6"
          >
            <Picture
              src={image}
              alt=""
              width={112}
              height={112}
              className="size-20 shrink-0 rounded-full object-cover transition-transform duration-300 group-hover:scale-105 sm:size-28"
            />
            <div>
              <h3 className="text-lg font-semibold leading-snug">
                <Link
                  href={href(locale, `/collections/${slug}`)}
                  prefetch={false}
                  className="underline-offset-4 after:absolute after:inset-0 group-hover:text-brand group-hover:underline"
                >
                  {name}
                </Link>
              </h3>
              <p className="mt-1 text-sm text-ink-soft">{description}</p>
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}
