import type { ReactNode } from "react";
import { getTranslations } from "next-intl/server";
import { currentAccount } from "@/app/_session/account";
import { listAddresses } from "@/lib/accounts/addresses";
import { maskContact } from "@/lib/accounts/contact";
import type { Locale } from "@/lib/kernel/money";
import { isOffered } from "@/lib/platform/features";
import type { OrderView } from "@/lib/orders/read-order";
import { keepOrderAction } from "../../account/actions";
import { keepAddressAction } from "../../account/addresses/actions";
import { OneClick } from "../../account/one-click";
import { orderFields } from "./order-form";

/**
 * Offers a guest to keep this order in an account: one click sends a code to the phone that was given. Who has an account,
 * and no address in it yet, is offered to keep the address.
 */
export async function KeepOrder({
  order,
  locale,
  accessToken,
}: {
  order: OrderView;
  locale: Locale;
  accessToken: string | undefined;
}) {
  if (!isOffered("accounts")) return null;
  const account = await currentAccount();
  const t = await getTranslations({ locale, namespace: "account" });
  const fields = orderFields(order.number, locale, accessToken);
  if (account) {
    if (!order.delivery.upazila || (await listAddresses(account)).length > 0) return null;
    return (
      <Offer title={t("keepAddressTitle")} text={t("keepAddressText")}>
        <OneClick action={keepAddressAction} fields={fields} words={t("keepAddress")} />
      </Offer>
    );
  }
  const phone = maskContact({ phone: order.contact.phone, email: null }, locale);
  return (
    <Offer title={t("keepTitle")} text={t("keepText")}>
      <OneClick action={keepOrderAction} fields={fields} words={t("keep", { phone })} />
    </Offer>
  );
}

function Offer({ title, text, children }: { title: string; text: string; children: ReactNode }) {
  return (
    <section aria-labelledby="keep" className="grid gap-3 rounded-card border border-line bg-card p-5">
      <h2 id="keep" className="text-xl">
        {title}
      </h2>
      <p>{text}</p>
      {children}
    </section>
  );
}
