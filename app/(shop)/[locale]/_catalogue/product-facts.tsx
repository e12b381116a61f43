import { getTranslations } from "next-intl/server";
import type { ProductView } from "@/lib/catalog/views";
import { localDigits, type Locale } from "@/lib/kernel/money";

/** The description, and a table of what it is made of. */
export async function ProductFacts({ product, locale }: { product: ProductView; locale: Locale }) {
  const t = await getTranslations({ locale, namespace: "catalogue" });
  const grams = product.weightInGrams;
  const weight =
    grams < 1000
      ? t("grams", { grams: localDigits(String(grams), locale) })
      : t("kilograms", { kilograms: localDigits(String(grams / 1000), locale) });
  const rows = [
    ...product.details,
    { label: t("origin"), value: product.origin },
    { label: t("weight"), value: weight },
    { label: t("code"), value: product.opens.sku },
  ];
  return (
    <div className="mt-12 grid gap-x-16 gap-y-10 lg:mt-20 lg:grid-cols-[1.2fr_1fr]">
      <section aria-labelledby="about">
        <h2 id="about" className="text-2xl">
          {t("about")}
        </h2>
        <div className="mt-4 grid max-w-text gap-4 text-lg">
          {product.description.map((paragraph) => (
            <p key={paragraph}>{paragraph}</p>
          ))}
        </div>
      </section>
      <section aria-labelledby="details">
        <h2 id="details" className="text-2xl">
          {t("details")}
        </h2>
        <dl className="mt-3 divide-y divide-line">
          {rows.map(({ label, value }) => (
            <div key={label} className="grid grid-cols-[2fr_3fr] gap-4 py-2.5">
              <dt className="text-ink-soft">{label}</dt>
              <dd className="font-medium">{value}</dd>
            </div>
          ))}
        </dl>
      </section>
    </div>
  );
}
