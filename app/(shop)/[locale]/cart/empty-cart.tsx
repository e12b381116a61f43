import { getTranslations } from "next-intl/server";
import Link from "next/link";
import { href } from "@/app/_i18n/routing";
import { button } from "@/app/_ui/button";
import { Picture } from "@/app/_ui/picture";
import type { Locale } from "@/lib/kernel/money";
import { WorthALook } from "../_catalogue/worth-a-look";

/** Nothing in it yet: says so, and shows something worth putting in. */
export async function EmptyCart({ locale }: { locale: Locale }) {
  const t = await getTranslations({ locale, namespace: "cart" });
  return (
    <div className="page-width pb-20 pt-10">
      <div className="flex flex-col items-center text-center">
        <Picture
          src="/art/empty-cart.svg"
          alt=""
          width={320}
          height={240}
          load="first"
          className="h-auto w-60 lg:w-72"
        />
        <h1 className="mt-5 text-3xl">{t("empty")}</h1>
        <p className="mt-3 max-w-text text-lg text-ink-soft">{t("emptyText")}</p>
        <Link href={href(locale, "/products")} prefetch={false} className={button("primary", "mt-6")}>
          {t("startShopping")}
        </Link>
      </div>
      <WorthALook locale={locale} />
    </div>
  );
}
