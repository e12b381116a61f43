import { getTranslations } from "next-intl/server";
import Link from "next/link";
import { href } from "@/app/_i18n/routing";
import { button } from "@/app/_ui/button";
import { Icon } from "@/app/_ui/icon";
import { Note } from "@/app/_ui/note";
import type { Locale } from "@/lib/kernel/money";
import { isOffered } from "@/lib/platform/features";
import { ContactForm } from "./contact-form";

/** What a guest finds at /account: a way in that needs no password, and the way without an account. */
export async function SignIn(props: { locale: Locale; next: string; ended: "signedOut" | "deleted" | null }) {
  const { locale, next, ended } = props;
  const t = await getTranslations({ locale, namespace: "account" });
  return (
    <div className="page-width pb-20 pt-8 lg:pt-12">
      <div className="mx-auto max-w-xl">
        {ended && (
          <div role="status" className="mb-6">
            <Note kind="good" icon="check">
              {t(ended)}
            </Note>
          </div>
        )}
        <h1 className="text-3xl">{t("signInTitle")}</h1>
        <p className="mb-7 mt-2 text-ink-soft">{t("signInText")}</p>
        <div className="rounded-card border border-line bg-card p-5 shadow-lift sm:p-7">
          <ContactForm
            locale={locale}
            next={next}
            words={{
              contact: t("contact"),
              contactHint: t("contactHint"),
              send: t("send"),
              sending: t("sending"),
              notSent: t("notSent"),
            }}
          />
        </div>
        <ul className="mt-7 grid gap-3">
          {(["gainOrders", "gainAddresses", "gainCart"] as const).map((gain) => (
            <li key={gain} className="flex gap-3">
              <span className="pt-0.5 text-brand">
                <Icon name="check" size={22} />
              </span>
              {t(gain)}
            </li>
          ))}
        </ul>
        {isOffered("tracking") && (
          <p className="mt-8 border-t border-line pt-5">
            {t("asGuest")}{" "}
            <Link
              href={href(locale, "/track")}
              prefetch={false}
              className={button("plain", "align-baseline")}
            >
              {t("track")}
            </Link>
          </p>
        )}
      </div>
    </div>
  );
}
