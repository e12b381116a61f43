import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { getTranslations, setRequestLocale } from "next-intl/server";
import Link from "next/link";
import { redirect } from "next/navigation";
import { readLocale, type LocaleParams } from "@/app/_i18n/read-locale";
import { href } from "@/app/_i18n/routing";
import { currentAccount } from "@/app/_session/account";
import { currentShopper } from "@/app/_session/shopper";
import { listAddresses, type SavedAddress } from "@/lib/accounts/addresses";
import type { Account } from "@/lib/auth/account-session";
import { localMsisdn } from "@/lib/kernel/msisdn";
import { readCart } from "@/lib/cart/read-cart";
import { couponEffect } from "@/lib/cart/cart-view";
import { writeSeenCoupon, writeSeenLines } from "@/lib/cart/seen-lines";
import { areasByDistrictIn } from "@/lib/delivery/areas";
import { districtsByDivision } from "@/lib/delivery/districts";
import { formatTaka, poisha } from "@/lib/kernel/money";
import { orderTotal } from "@/lib/orders/order-total";
import { KeepCartCount } from "../_shell/keep-cart-count";
import { PaySteps } from "../_shell/pay-steps";
import { privateMetadata } from "../_shell/page-metadata";
import { WalletNotice } from "../_shell/wallet-notice";
import { couponInWords } from "../_shell/coupon-in-words";
import { CheckoutForm } from "./checkout-form";
import { OrderItems } from "./order-items";
import { deliveryZones } from "../_shell/delivery-zones";
import { vatInWords } from "../_shell/vat-words";
import { waysToPay } from "../_shell/ways-to-pay";
import { feesInWords } from "../_shell/zone-words";
import { zoneOfPlace, zoneQuotes } from "./quotes";
import { SavedAddresses } from "./saved-addresses";
import { checkoutWords } from "./words";

export const dynamic = "force-dynamic";

export async function generateMetadata({ params }: LocaleParams): Promise<Metadata> {
  const t = await getTranslations({ locale: await readLocale(params), namespace: "checkout" });
  return privateMetadata(t("title"));
}

interface Props extends LocaleParams {
  /** `address` is one of the account's. */
  readonly searchParams: Promise<{ address?: string | string[] }>;
}

export default async function CheckoutPage({ params, searchParams }: Props) {
  const locale = await readLocale(params);
  setRequestLocale(locale);
  const t = await getTranslations({ locale, namespace: "checkout" });
  const p = await getTranslations({ locale, namespace: "paymentMethods" });
  const w = await getTranslations({ locale, namespace: "wallet" });
  const shopper = await currentShopper();
  const cart = shopper && (await readCart(shopper.id, locale));
  if (!cart || cart.count === 0) redirect(href(locale, "/cart"));

  const account = await currentAccount();
  const addresses = account ? await listAddresses(account) : [];
  const { address } = await searchParams;
  const chosen = addresses.find(({ id }) => id === address) ?? addresses[0] ?? null;

  const policy = (path: string) =>
    function PolicyLink(chunks: React.ReactNode) {
      return (
        <Link
          href={href(locale, path)}
          target="_blank"
          prefetch={false}
          className="font-medium text-brand underline underline-offset-2"
        >
          {chunks}
        </Link>
      );
    };
  return (
    <div className="page-width pb-16 pt-8 lg:pt-12">
      <KeepCartCount count={cart.count} mayBeOld />
      <h1 className="text-3xl">{t("title")}</h1>
      <p className="mb-8 mt-2 text-ink-soft">{t("intro")}</p>
      <div className="mb-8 max-w-text empty:hidden">
        <WalletNotice locale={locale} more={w("placeAnyway")} />
      </div>
      <SavedAddresses addresses={addresses} chosen={chosen} locale={locale} />
      <CheckoutForm
        key={chosen?.id}
        known={knownOf(account, chosen)}
        locale={locale}
        formId={randomUUID()}
        seen={writeSeenLines(cart)}
        seenCoupon={writeSeenCoupon(cart)}
        coupon={
          cart.coupon?.verdict.ok
            ? await couponInWords(cart.coupon.code, cart.coupon.verdict.discount, locale)
            : null
        }
        words={await checkoutWords(locale)}
        errorsTitle={[1, 2, 3, 4, 5, 6, 7, 8, 9].map((count) => t("errors", { count }))}
        feesHint={t("districtHint", { fees: feesInWords(await deliveryZones(), locale) })}
        districts={districtsByDivision(locale)}
        areas={areasByDistrictIn(locale)}
        zoneOfPlace={zoneOfPlace()}
        quotes={await zoneQuotes(cart, locale)}
        vat={await vatInWords(cart, locale)}
        subtotal={formatTaka(cart.subtotal, locale)}
        goods={formatTaka(
          orderTotal({
            ...cart,
            discount: couponEffect(cart).discount,
            deliveryFee: poisha(0),
          }),
          locale,
        )}
        waysLegend={p("legend")}
        ways={(await waysToPay()).map((value) => ({
          value,
          title: p(`${value}.title`),
          text: p(`${value}.text`),
        }))}
        consent={t.rich("consent", {
          terms: policy("/terms"),
          returns: policy("/returns"),
          privacy: policy("/privacy"),
        })}
        items={<OrderItems cart={cart} locale={locale} />}
      />
      <div className="mt-14 max-w-text lg:mt-20">
        <PaySteps locale={locale} isCompact />
      </div>
    </div>
  );
}

/** The fields that an account fills: those of the chosen address, and how it is reached. */
function knownOf(account: Account | null, chosen: SavedAddress | null): Record<string, string> {
  const phone = chosen?.phone ?? account?.phone;
  return {
    ...(phone && { phone: localMsisdn(phone) }),
    ...(account?.email && { email: account.email }),
    ...(chosen && {
      name: chosen.name,
      district: chosen.district,
      upazila: chosen.upazila,
      address: chosen.address,
      note: chosen.note ?? "",
    }),
  };
}
