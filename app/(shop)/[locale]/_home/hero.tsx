import { getTranslations } from "next-intl/server";
import Link from "next/link";
import { href } from "@/app/_i18n/routing";
import { button } from "@/app/_ui/button";
import { Icon } from "@/app/_ui/icon";
import { Picture } from "@/app/_ui/picture";
import type { Locale } from "@/lib/kernel/money";

export async function Hero({ locale }: { locale: Locale }) {
  const t = await getTranslations({ locale, namespace: "home" });
  return (
    <section className="bg-jute-tint">
      <div className="page-width grid items-center gap-x-12 gap-y-6 pb-10 pt-6 lg:grid-cols-[1fr_1.25fr] lg:py-12">
        <div className="lg:order-first">
          <p className="text-sm font-semibold text-terracotta-deep">{t("eyebrow")}</p>
          <h1 className="mt-2 text-4xl">{t("headline")}</h1>
          <p className="mt-4 max-w-xl text-lg text-ink-soft">{t("lead")}</p>
          <div className="mt-6 flex flex-wrap gap-3">
            <Link href={href(locale, "/products")} prefetch={false} className={button()}>
              {t("browse")}
              <Icon name="arrow" size={20} />
            </Link>
            <a href="#how-to-pay" className={button("quiet")}>
              {t("howToPay")}
            </a>
          </div>
        </div>
        <Picture
          src="/art/hero.svg"
          alt=""
          width={1600}
          height={900}
          load="first"
          className="aspect-[16/10] w-full rounded-card object-cover max-lg:order-first"
        />
      </div>
    </section>
  );
}
