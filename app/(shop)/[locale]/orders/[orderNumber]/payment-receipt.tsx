import { getTranslations } from "next-intl/server";
import { Icon } from "@/app/_ui/icon";
import { Note } from "@/app/_ui/note";
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
    <section
      aria-labelledby="payment"
      className="grid gap-6 rounded-card border border-line bg-card p-5 shadow-lift sm:grid-cols-[1fr_auto] sm:p-8"
    >
      <div className="grid gap-5">
        <div className="grid gap-2">
          <h2 id="payment" className="flex items-center gap-3 text-2xl text-brand">
            <span className="grid size-10 shrink-0 place-items-center rounded-full bg-brand text-on-brand">
              <Icon name={news.says === "paid" ? "check" : "back"} size={24} />
            </span>
            {news.title}
          </h2>
          {news.lines.map((line) => (
            <p key={line}>{line}</p>
          ))}
        </div>
        <dl className="grid gap-x-8 gap-y-3 sm:grid-cols-2">
          {facts.map(([name, value]) => (
            <div key={name}>
              <dt className="text-sm text-ink-soft">{name}</dt>
              <dd className="text-lg font-semibold">{value}</dd>
            </div>
          ))}
        </dl>
        {news.notes.map((note) => (
          <Note key={note} kind="info" icon="alert">
            {note}
          </Note>
        ))}
        <p className="text-sm text-ink-soft">{t("keepLink")}</p>
      </div>
      {news.says === "paid" && (
        <Picture
          src="/art/thank-you.svg"
          alt=""
          width={240}
          height={180}
          load="soon"
          className="mx-auto w-44 self-center sm:w-60"
        />
      )}
    </section>
  );
}
