import { getTranslations } from "next-intl/server";
import Link from "next/link";
import { href } from "@/app/_i18n/routing";
import { classes } from "@/app/_ui/classes";
import type { SavedAddress } from "@/lib/accounts/addresses";
import { placeInWords } from "@/lib/delivery/areas";
import type { Locale } from "@/lib/kernel/money";

/** The addresses of an account to choose from: each is a link that fills the form, with or without JavaScript. */
export async function SavedAddresses(props: {
  addresses: readonly SavedAddress[];
  chosen: SavedAddress | null;
  locale: Locale;
}) {
  const { addresses, chosen, locale } = props;
  if (addresses.length < 2) return null;
  const t = await getTranslations({ locale, namespace: "account" });
  const look = "block min-h-11 rounded-xl border bg-card px-4 py-2.5 text-sm leading-snug hover:border-brand";
  return (
    <nav aria-labelledby="saved-addresses" className="mb-8">
      <h2 id="saved-addresses" className="text-xl">
        {t("useAddress")}
      </h2>
      <ul className="mt-3 grid gap-3 sm:grid-cols-2 lg:grid-cols-3">
        {addresses.map((address) => (
          <li key={address.id}>
            <Link
              href={href(locale, `/checkout?address=${address.id}`)}
              prefetch={false}
              scroll={false}
              aria-current={address.id === chosen?.id ? "true" : undefined}
              className={classes(
                look,
                address.id === chosen?.id ? "border-brand bg-brand-tint" : "border-line-strong",
              )}
            >
              <span className="block font-semibold">{address.name}</span>
              {address.address}, {placeInWords(address, locale)}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
