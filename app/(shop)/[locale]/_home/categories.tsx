import { getTranslations } from "next-intl/server";
import Link from "next/link";
import { href } from "@/app/_i18n/routing";
import { Picture } from "@/app/_ui/picture";
import type { Locale } from "@/lib/kernel/money";
import { shopCategories } from "../_shell/categories";

export async function Categories({ locale }: { locale: Locale }) {
  const t = await getTranslations({ locale, namespace: "home" });
  const categories = await shopCategories(locale);
  return (
    <section aria-labelledby="categories" className="page-width pt-12 lg:pt-20">
      <h2 id="categories" className="text-2xl">
        {t("categories")}
      </h2>
      <ul className="mt-6 grid grid-cols-2 gap-x-4 gap-y-6 sm:grid-cols-3 lg:grid-cols-5 lg:gap-x-6">
        {categories.map(({ slug, name, image }) => (
          <li key={slug} className="group relative max-sm:last:odd:col-span-2">
            <div className="overflow-hidden rounded-card bg-jute-tint">
              <Picture
                src={image}
                alt=""
                width={400}
                height={300}
                className="aspect-[4/3] w-full max-sm:group-last:group-odd:aspect-[8/3] object-cover transition-transform duration-300 group-hover:scale-[1.03]"
              />
            </div>
            <h3 className="pt-2.5 font-semibold leading-snug">
              <Link
                href={href(locale, `/categories/${slug}`)}
                prefetch={false}
                className="underline-offset-4 after:absolute after:inset-0 group-hover:text-brand group-hover:underline"
              >
                {name}
              </Link>
            </h3>
          </li>
        ))}
      </ul>
    </section>
  );
}
