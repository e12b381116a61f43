import type { Metadata } from "next";
import { getTranslations, setRequestLocale } from "next-intl/server";
import Link from "next/link";
import { readLocale, type LocaleParams } from "@/app/_i18n/read-locale";
import { href } from "@/app/_i18n/routing";
import { currentShopper } from "@/app/_session/shopper";
import { button } from "@/app/_ui/button";
import { Note } from "@/app/_ui/note";
import { readCart } from "@/lib/cart/read-cart";
import { KeepCartCount } from "../_shell/keep-cart-count";
import { privateMetadata } from "../_shell/page-metadata";
import { CartLine } from "./cart-line";
import { CartSummary } from "./cart-summary";
import { DeliveryFees } from "./delivery-fees";
import { EmptyCart } from "./empty-cart";
import { ReorderNotes } from "./reorder-notes";

export const dynamic = "force-dynamic";

export async function generateMetadata({ params }: LocaleParams): Promise<Metadata> {
  const t = await getTranslations({ locale: await readLocale(params), namespace: "cart" });
  return privateMetadata(t("title"));
}

interface Props extends LocaleParams {
  /** `again` is the order that was just put into the cart once more. */
  readonly searchParams: Promise<{ again?: string | string[] }>;
}

export default async function CartPage({ params, searchParams }: Props) {
  const locale = await readLocale(params);
  setRequestLocale(locale);
  const t = await getTranslations({ locale, namespace: "cart" });
  const shopper = await currentShopper();
  const { again } = await searchParams;
  const cart = shopper && (await readCart(shopper.id, locale));
  if (!cart || cart.lines.length === 0) {
    return (
      <>
        <KeepCartCount count={0} />
        <EmptyCart locale={locale} />
      </>
    );
  }
  return (
    <div className="page-width pb-20 pt-8 lg:pt-12">
      <KeepCartCount count={cart.count} mayBeOld />
      <h1 className="text-3xl">{t("title")}</h1>
      {typeof again === "string" && (
        <ReorderNotes orderNumber={again} shopperId={shopper.id} locale={locale} />
      )}
      {cart.lines.some((line) => line.problem) && (
        <div className="mt-5">
          <Note kind="warning" icon="alert">
            {cart.count === 0 ? t("nothingLeft") : t("changed")}
          </Note>
        </div>
      )}
      <div className="mt-6 grid items-start gap-x-14 gap-y-10 lg:mt-8 lg:grid-cols-[1.7fr_1fr]">
        <section aria-labelledby="items">
          <h2 id="items" className="sr-only">
            {t("items")}
          </h2>
          <ul className="divide-y divide-line border-y border-line">
            {cart.lines.map((line) => (
              <CartLine key={line.sku} line={line} locale={locale} />
            ))}
          </ul>
          <p className="mt-5">
            <Link href={href(locale, "/products")} prefetch={false} className={button("plain")}>
              {t("continue")}
            </Link>
          </p>
        </section>
        <div className="grid gap-6">
          <CartSummary cart={cart} locale={locale} />
          <DeliveryFees locale={locale} parcel={cart} />
        </div>
      </div>
    </div>
  );
}
