import type { Metadata } from "next";
import { getTranslations, setRequestLocale } from "next-intl/server";
import Link from "next/link";
import { notFound } from "next/navigation";
import { readLocale } from "@/app/_i18n/read-locale";
import { href } from "@/app/_i18n/routing";
import { currentShopper } from "@/app/_session/shopper";
import { button } from "@/app/_ui/button";
import { Icon } from "@/app/_ui/icon";
import { readCart } from "@/lib/cart/read-cart";
import { longDate } from "@/lib/kernel/dates";
import { readOrder } from "@/lib/orders/read-order";
import { store } from "@/store.config";
import { KeepCartCount } from "../../_shell/keep-cart-count";
import { privateMetadata } from "../../_shell/page-metadata";
import { Complaints } from "./complaints";
import { DeliveryAddress } from "./delivery-address";
import { DeliveryProgress } from "./delivery-progress";
import { KeepOrder } from "./keep-order";
import { OrderActions } from "./order-actions";
import { InvoiceLink } from "./invoice-link";
import { OrderHistory } from "./order-history";
import { OrderLines } from "./order-lines";
import { OtherWaysToPay } from "./other-ways-to-pay";
import { PaymentPanel } from "./payment-panel";
import { PaymentRefunds } from "./payment-refunds";
import { ReviewItems } from "./review-items";
import { ShareOrder } from "./share-order";

export const dynamic = "force-dynamic";

interface Props {
  readonly params: Promise<{ locale: string; orderNumber: string }>;
  readonly searchParams: Promise<{ token?: string | string[] }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations({ locale: await readLocale(params), namespace: "order" });
  return privateMetadata(t("metaTitle"));
}

/**
 * One page for the whole life of an order. Everything on it comes from the server, nothing from the address but the number,
 * and, for a browser that keeps no cookies, the order's secret.
 */
export default async function OrderPage({ params, searchParams }: Props) {
  const locale = await readLocale(params);
  setRequestLocale(locale);
  const shopper = await currentShopper();
  const { token } = await searchParams;
  const accessToken = typeof token === "string" ? token : undefined;
  const order = await readOrder((await params).orderNumber, { shopperId: shopper?.id, accessToken });
  if (!order) notFound();

  const t = await getTranslations({ locale, namespace: "order" });
  const pay = await getTranslations({ locale, namespace: "payment" });
  const cart = shopper && (await readCart(shopper.id, locale));
  const shown = { order, locale, accessToken };
  return (
    <div className="page-width pb-20 pt-8 lg:pt-12">
      <KeepCartCount count={cart?.count ?? 0} />
      <h1 className="text-3xl">{t("title", { number: order.number })}</h1>
      <p className="mt-1 text-ink-soft">{t("placed", { date: longDate(order.placedAt, locale) })}</p>
      <div className="mt-7 grid items-start gap-x-14 gap-y-10 lg:grid-cols-[1.5fr_1fr]">
        <div className="grid min-w-0 gap-10">
          <OtherWaysToPay {...shown} />
          <PaymentPanel order={order} locale={locale} />
          <PaymentRefunds order={order} locale={locale} />
          <DeliveryProgress order={order} locale={locale} />
          <ReviewItems {...shown} />
          <DeliveryAddress order={order} locale={locale} />
          <OrderHistory order={order} locale={locale} />
        </div>
        <div className="grid min-w-0 gap-6">
          <OrderLines order={order} locale={locale} />
          <InvoiceLink {...shown} />
          <OrderActions {...shown} hasCart={shopper !== null} />
          {shopper && <KeepOrder {...shown} />}
          <Complaints {...shown} />
          <section aria-labelledby="help" className="rounded-card border border-line bg-card p-5 lg:p-7">
            <h2 id="help" className="text-xl">
              {t("help")}
            </h2>
            <p className="mt-2">{t("helpText", { number: order.number, hours: store.hours[locale] })}</p>
            <p className="mt-1">
              <a href={`tel:${store.phone}`} className={button("plain")}>
                <Icon name="phone" size={20} />
                {store.phoneShown[locale]}
              </a>
            </p>
            <p className="mt-2 text-sm text-ink-soft">{t("reopen")}</p>
            <ShareOrder
              orderNumber={order.number}
              words={{ share: pay("orderLink"), copied: pay("linkCopied"), failed: pay("linkFailed") }}
            />
          </section>
          <Link href={href(locale, "/products")} prefetch={false} className={button("quiet")}>
            {t("continue")}
          </Link>
        </div>
      </div>
    </div>
  );
}
