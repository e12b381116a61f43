import "server-only";
import { getTranslations } from "next-intl/server";
import { formatTaka, poisha, type Locale, type Poisha } from "@/lib/kernel/money";

/** What a list of sums says of VAT: nothing where there is none. */
export async function vatInWords(
  { vat, vatAdded }: { vat: Poisha; vatAdded: Poisha },
  locale: Locale,
): Promise<{ label: string; added?: string; included?: string }> {
  const t = await getTranslations({ locale, namespace: "vat" });
  const included = poisha(vat - vatAdded);
  return {
    label: t("label"),
    ...(vatAdded > 0 && { added: formatTaka(vatAdded, locale) }),
    ...(included > 0 && { included: t("included", { amount: formatTaka(included, locale) }) }),
  };
}
