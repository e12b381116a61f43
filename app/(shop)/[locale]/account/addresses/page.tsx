import type { Metadata } from "next";
import { getTranslations, setRequestLocale } from "next-intl/server";
import Link from "next/link";
import { redirect } from "next/navigation";
import { readLocale, type LocaleParams } from "@/app/_i18n/read-locale";
import { href } from "@/app/_i18n/routing";
import { currentAccount } from "@/app/_session/account";
import { button } from "@/app/_ui/button";
import { listAddresses, MAX_ADDRESSES, type SavedAddress } from "@/lib/accounts/addresses";
import { placeInWords } from "@/lib/delivery/areas";
import { localDigits, type Locale } from "@/lib/kernel/money";
import { localMsisdn } from "@/lib/kernel/msisdn";
import { Breadcrumbs } from "@/app/_ui/breadcrumbs";
import { privateMetadata } from "../../_shell/page-metadata";
import { OneClick } from "../one-click";
import { deleteAddressAction, makeDefaultAction } from "./actions";

export const dynamic = "force-dynamic";

export async function generateMetadata({ params }: LocaleParams): Promise<Metadata> {
  const t = await getTranslations({ locale: await readLocale(params), namespace: "account" });
  return privateMetadata(t("addresses"));
}

/** The addresses of an account. */
export default async function AddressesPage({ params }: LocaleParams) {
  const locale = await readLocale(params);
  setRequestLocale(locale);
  const account = await currentAccount();
  if (!account) redirect(href(locale, "/account"));
  const addresses = await listAddresses(account);
  const t = await getTranslations({ locale, namespace: "account" });
  return (
    <div className="page-width pb-20 pt-6 lg:pt-10">
      <Breadcrumbs
        label={t("crumbs")}
        steps={[{ text: t("title"), href: href(locale, "/account") }]}
        here={t("addresses")}
      />
      <h1 className="mt-2 text-3xl">{t("addresses")}</h1>
      <p className="mt-2 text-ink-soft">{addresses.length > 0 ? t("addressesText") : t("noAddresses")}</p>
      {addresses.length > 0 && (
        <ul className="mt-6 grid gap-4 sm:grid-cols-2 lg:grid-cols-3">
          {addresses.map((address) => (
            <Address key={address.id} address={address} locale={locale} />
          ))}
        </ul>
      )}
      {addresses.length < MAX_ADDRESSES && (
        <Link
          href={href(locale, "/account/addresses/new")}
          prefetch={false}
          className={button("primary", "mt-7")}
        >
          {t("addAddress")}
        </Link>
      )}
    </div>
  );
}

async function Address({ address, locale }: { address: SavedAddress; locale: Locale }) {
  const t = await getTranslations({ locale, namespace: "account" });
  const fields = { locale, id: address.id };
  return (
    <li className="flex flex-col rounded-card border border-line bg-card p-5">
      {address.isDefault && <p className="mb-1 text-sm font-semibold text-brand">{t("default")}</p>}
      <h2 className="font-sans text-lg font-semibold">{address.name}</h2>
      <p className="whitespace-pre-line">{address.address}</p>
      <p>{placeInWords(address, locale)}</p>
      <p>{localDigits(localMsisdn(address.phone), locale)}</p>
      {address.note && <p className="mt-1 text-sm text-ink-soft">{address.note}</p>}
      <div className="mt-auto flex flex-wrap items-start gap-x-5 pt-3">
        <Link
          href={href(locale, `/account/addresses/${address.id}`)}
          prefetch={false}
          className={button("plain")}
        >
          {t("editAddress")}
        </Link>
        {!address.isDefault && (
          <OneClick action={makeDefaultAction} fields={fields} words={t("makeDefault")} look="plain" />
        )}
        <OneClick action={deleteAddressAction} fields={fields} words={t("deleteAddress")} look="plain" />
      </div>
    </li>
  );
}
