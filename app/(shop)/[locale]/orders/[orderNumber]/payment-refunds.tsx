import { getTranslations } from "next-intl/server";
import { Icon } from "@/app/_ui/icon";
import { longDate } from "@/lib/kernel/dates";
import { formatTaka, type Locale } from "@/lib/kernel/money";
import { readRefunds, type RefundView } from "@/lib/payments/refund-view";
import { momentInDhaka } from "./dhaka-time";

/** What goes back to the shopper: how much, under which receipt, and what is known of it. Nothing when nothing does. */
export async function PaymentRefunds({ order, locale }: { order: { id: string }; locale: Locale }) {
  const refunds = await readRefunds(order);
  if (refunds.length === 0) return null;
  const t = await getTranslations({ locale, namespace: "refunds" });
  return (
    <section
      aria-labelledby="refunds"
      className="grid gap-5 rounded-card border border-line bg-card p-5 sm:p-8"
    >
      <h2 id="refunds" className="text-xl">
        {t("title")}
      </h2>
      <div role="status">
        <ul className="grid gap-5">
          {refunds.map((refund) => (
            <Refund key={refund.requestedAt.toISOString()} refund={refund} locale={locale} />
          ))}
        </ul>
      </div>
    </section>
  );
}

/** Within so many days a shop has to give money back (Digital Commerce Operation Guidelines 2021, Bangladesh). */
const PROMISED_DAYS = 10;
const DAY_MS = 24 * 60 * 60 * 1000;

const ICON = { sent: "back", checking: "alert", back: "check" } as const;

const promisedFor = ({ requestedAt }: RefundView): Date =>
  new Date(requestedAt.getTime() + PROMISED_DAYS * DAY_MS);

async function Refund({ refund, locale }: { refund: RefundView; locale: Locale }) {
  const t = await getTranslations({ locale, namespace: "refunds" });
  const facts = [
    [t("refundTrxId"), refund.refundTrxId],
    [t("completedAt"), refund.completedAt && momentInDhaka(refund.completedAt, locale)],
  ].filter(([, value]) => value);
  return (
    <li className="grid grid-cols-[auto_1fr] gap-x-3">
      <span className={refund.state === "checking" ? "pt-0.5 text-turmeric-deep" : "pt-0.5 text-brand"}>
        <Icon name={ICON[refund.state]} size={22} />
      </span>
      <div className="grid min-w-0 gap-2">
        <p className="max-w-text font-medium">
          {t(refund.state, { amount: formatTaka(refund.amountInPoisha, locale) })}
          {refund.state !== "back" && <> {t("latest", { day: longDate(promisedFor(refund), locale) })}</>}
          {refund.isOfDuplicate && <span className="font-normal text-ink-soft"> {t("duplicate")}</span>}
        </p>
        {facts.length > 0 && (
          <dl className="grid gap-x-8 gap-y-2 sm:grid-cols-2">
            {facts.map(([name, value]) => (
              <div key={name}>
                <dt className="text-sm text-ink-soft">{name}</dt>
                <dd className="font-semibold">{value}</dd>
              </div>
            ))}
          </dl>
        )}
      </div>
    </li>
  );
}
