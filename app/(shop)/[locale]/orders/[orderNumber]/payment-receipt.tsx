import { getTranslations } from "next-intl/server";
import { Picture } from "@/app/_ui/picture";
import { formatTaka, type Locale } from "@/lib/kernel/money";
import type { OrderView } from "@/lib/orders/read-order";
import type { PaymentView } from "@/lib/payments/payment-view";
import { momentInDhaka } from "./dhaka-time";
import type { PaymentNews } from "./payment-news";

interface Props {
  order: OrderView;
  payment: PaymentView;
  news: PaymentNews;
  locale: Locale;
}

/** The end of the journey: the money arrived. Amount and receipt number are the database's, never the address's. */
export async function PaymentReceipt({ order, payment, news, locale }: Props) {
  const t = await getTranslations({ locale, namespace: "payment" });
  const facts = [
    [t("amountPaid"), formatTaka(payment.amountInPoisha, locale)],
    [t("trxId"), payment.trxId ?? ""],
    [t("orderNumber"), order.number],
    [t("paidAt"), payment.completedAt ? momentInDhaka(payment.completedAt, locale) : ""],
  ] as const;
  return (
    <>
      <div className="grid gap-5">
        <dl className="grid gap-x-8 gap-y-3 sm:grid-cols-2">
          {facts.map(([name, value]) => (
            <div key={name}>
              <dt className="text-sm text-ink-soft">{name}</dt>
              <dd className="text-lg font-semibold">{value}</dd>
            </div>
          ))}
        </dl>
        <p className="text-sm text-ink-soft">{t("keepLink")}</p>
      </div>
      {news.says === "paid" && (
        <Picture
          src="/art/thank-you.svg"
          alt=""
          width={240}
          height={180}
          load="soon"
          className="mx-auto w-44 self-center sm:col-start-2 sm:row-span-2 sm:row-start-1 sm:w-60"
        />
      )}
    </>
  );
}
