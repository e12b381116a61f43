import type { Metadata } from "next";
import { getTranslations, setRequestLocale } from "next-intl/server";
import Link from "next/link";
import { readLocale, type LocaleParams } from "@/app/_i18n/read-locale";
import { href } from "@/app/_i18n/routing";
import { currentAccount } from "@/app/_session/account";
import { button } from "@/app/_ui/button";
import { Icon } from "@/app/_ui/icon";
import { contactOf, showContact } from "@/lib/accounts/contact";
import { isOffered } from "@/lib/platform/features";
import { privateMetadata } from "../_shell/page-metadata";
import { AccountOrders } from "./account-orders";
import { LeaveAccount } from "./leave-account";
import { nextPage } from "./next-page";
import { SignIn } from "./sign-in";

export const dynamic = "force-dynamic";

interface Props extends LocaleParams {
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export async function generateMetadata({ params }: LocaleParams): Promise<Metadata> {
  const t = await getTranslations({ locale: await readLocale(params), namespace: "account" });
  return privateMetadata(t("title"));
}

/** A shopper's account, or the way into one. */
export default async function AccountPage({ params, searchParams }: Props) {
  const locale = await readLocale(params);
  setRequestLocale(locale);
  const asked = await searchParams;
  const account = await currentAccount();
  if (!account) {
    const ended = "signed-out" in asked ? "signedOut" : "deleted" in asked ? "deleted" : null;
    return <SignIn locale={locale} next={nextPage(asked.next)} ended={ended} />;
  }
  const t = await getTranslations({ locale, namespace: "account" });
  return (
    <div className="page-width pb-20 pt-8 lg:pt-12">
      <h1 className="text-3xl">{t("title")}</h1>
      <p className="mt-1 text-ink-soft">
        {t("signedInAs", { contact: showContact(contactOf(account), locale) })}
      </p>
      <div className="mt-7 grid items-start gap-x-14 gap-y-10 lg:grid-cols-[1.7fr_1fr]">
        <AccountOrders account={account} locale={locale} page={readPage(asked.page)} />
        <div className="grid gap-6">
          <Link href={href(locale, "/account/addresses")} prefetch={false} className={button("quiet")}>
            <Icon name="pin" size={20} />
            {t("addresses")}
          </Link>
          {isOffered("wishlist") && (
            <Link href={href(locale, "/wishlist")} prefetch={false} className={button("quiet")}>
              <Icon name="heart" size={20} />
              {t("wishlist")}
            </Link>
          )}
          <LeaveAccount locale={locale} />
        </div>
      </div>
    </div>
  );
}

/** Pages count from 1; whatever is no page is the first. */
const readPage = (asked: string | string[] | undefined): number =>
  typeof asked === "string" && /^[1-9]\d{0,4}$/.test(asked) ? Number(asked) : 1;
