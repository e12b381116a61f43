import type { Metadata } from "next";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { notFound, redirect } from "next/navigation";
import { readLocale } from "@/app/_i18n/read-locale";
import { href } from "@/app/_i18n/routing";
import { currentAccount } from "@/app/_session/account";
import { Breadcrumbs } from "@/app/_ui/breadcrumbs";
import { findAddress } from "@/lib/accounts/addresses";
import { areasByDistrictIn } from "@/lib/delivery/areas";
import { districtsByDivision } from "@/lib/delivery/districts";
import { localMsisdn } from "@/lib/kernel/msisdn";
import { privateMetadata } from "../../../_shell/page-metadata";
import { checkoutWords } from "../../../checkout/words";
import { AddressForm } from "./address-form";

export const dynamic = "force-dynamic";

interface Props {
  readonly params: Promise<{ locale: string; id: string }>;
}

const UUID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations({ locale: await readLocale(params), namespace: "account" });
  return privateMetadata(t((await params).id === "new" ? "addAddress" : "editAddress"));
}

/** One address to add (`new`) or to change. */
export default async function AddressPage({ params }: Props) {
  const locale = await readLocale(params);
  setRequestLocale(locale);
  const account = await currentAccount();
  if (!account) redirect(href(locale, "/account"));
  const { id } = await params;
  const isNew = id === "new";
  const saved = !isNew && UUID.test(id) ? await findAddress(account, id) : null;
  if (!isNew && !saved) notFound();
  const t = await getTranslations({ locale, namespace: "account" });
  const c = await getTranslations({ locale, namespace: "checkout" });
  const title = t(isNew ? "addAddress" : "editAddress");
  const typed: Record<string, string> = saved
    ? { ...saved, phone: localMsisdn(saved.phone), note: saved.note ?? "", isDefault: "" }
    : account.phone
      ? { phone: localMsisdn(account.phone) }
      : {};
  return (
    <div className="page-width pb-20 pt-6 lg:pt-10">
      <Breadcrumbs
        label={t("crumbs")}
        steps={[
          { text: t("title"), href: href(locale, "/account") },
          { text: t("addresses"), href: href(locale, "/account/addresses") },
        ]}
        here={title}
      />
      <h1 className="mt-2 text-3xl">{title}</h1>
      <div className="mt-7 max-w-xl">
        <AddressForm
          locale={locale}
          id={id}
          saved={typed}
          words={await checkoutWords(locale)}
          save={t("saveAddress")}
          notSaved={t("notSaved")}
          errorsTitle={[1, 2, 3, 4, 5, 6].map((count) => c("errors", { count }))}
          districts={districtsByDivision(locale)}
          areas={areasByDistrictIn(locale)}
        />
      </div>
    </div>
  );
}
