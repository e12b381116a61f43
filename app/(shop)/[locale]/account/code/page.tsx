import type { Metadata } from "next";
import { getTranslations, setRequestLocale } from "next-intl/server";
import Link from "next/link";
import { redirect } from "next/navigation";
import { readLocale, type LocaleParams } from "@/app/_i18n/read-locale";
import { href } from "@/app/_i18n/routing";
import { signInToken } from "@/app/_session/account";
import { button } from "@/app/_ui/button";
import { maskContact } from "@/lib/accounts/contact";
import { CODE_MINUTES, findPendingCode } from "@/lib/accounts/sign-in-code";
import { localDigits } from "@/lib/kernel/money";
import { privateMetadata } from "../../_shell/page-metadata";
import { requestCodeAgainAction } from "../actions";
import { nextPage } from "../next-page";
import { OneClick } from "../one-click";
import { CodeForm } from "./code-form";

export const dynamic = "force-dynamic";

interface Props extends LocaleParams {
  readonly searchParams: Promise<{ next?: string | string[] }>;
}

export async function generateMetadata({ params }: LocaleParams): Promise<Metadata> {
  const t = await getTranslations({ locale: await readLocale(params), namespace: "account" });
  return privateMetadata(t("codeTitle"));
}

/** Where the code is typed that was just sent. Only the browser that asked for it can use it. */
export default async function CodePage({ params, searchParams }: Props) {
  const locale = await readLocale(params);
  setRequestLocale(locale);
  const token = await signInToken();
  const pending = token && (await findPendingCode(token));
  if (!pending) redirect(href(locale, "/account"));
  const next = nextPage((await searchParams).next);
  const t = await getTranslations({ locale, namespace: "account" });
  return (
    <div className="page-width pb-20 pt-8 lg:pt-12">
      <div className="mx-auto max-w-xl">
        <h1 className="text-3xl">{t("codeTitle")}</h1>
        <p className="mb-7 mt-2 text-ink-soft">
          {t("codeText", {
            contact: maskContact(pending.contact, locale),
            minutes: localDigits(String(CODE_MINUTES), locale),
          })}
        </p>
        <div className="rounded-card border border-line bg-card p-5 shadow-lift sm:p-7">
          <CodeForm
            locale={locale}
            next={next}
            words={{
              code: t("code"),
              codeHint: t("codeHint"),
              signIn: t("signIn"),
              signingIn: t("signingIn"),
              notSignedIn: t("notSignedIn"),
            }}
          />
        </div>
        <section aria-labelledby="no-code" className="mt-8 grid justify-items-start gap-2">
          <h2 id="no-code" className="text-xl">
            {t("noCode")}
          </h2>
          <p>{t("noCodeText")}</p>
          <OneClick action={requestCodeAgainAction} fields={{ locale, next }} words={t("sendAgain")} />
          <Link href={href(locale, "/account")} prefetch={false} className={button("plain")}>
            {t("otherContact")}
          </Link>
        </section>
      </div>
    </div>
  );
}
