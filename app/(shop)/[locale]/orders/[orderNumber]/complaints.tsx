import { getTranslations } from "next-intl/server";
import { ANSWER_WITHIN_HOURS, COMPLAINT_TOPICS, readComplaints } from "@/lib/orders/complaints";
import type { OrderView } from "@/lib/orders/read-order";
import { localDigits, type Locale } from "@/lib/kernel/money";
import { store } from "@/store.config";
import { ComplaintForm } from "./complaint-form";
import { momentInDhaka } from "./dhaka-time";
import { orderFields } from "./order-form";

/** What the shopper told us is wrong, what we answered, and a form to tell more. */
export async function Complaints({
  order,
  locale,
  accessToken,
}: {
  order: OrderView;
  locale: Locale;
  accessToken: string | undefined;
}) {
  const [complaints, t] = await Promise.all([
    readComplaints(order),
    getTranslations({ locale, namespace: "complaints" }),
  ]);
  const hours = localDigits(String(ANSWER_WITHIN_HOURS), locale);
  return (
    <section
      id="complaints"
      aria-labelledby="complaints-title"
      className="rounded-card border border-line bg-card px-5"
    >
      <h2 id="complaints-title" className={complaints.length > 0 ? "pt-5 text-xl" : "sr-only"}>
        {t("title")}
      </h2>
      {complaints.length > 0 && (
        <ol className="mt-3 grid gap-4">
          {complaints.map((complaint) => (
            <li key={complaint.id} className="border-t border-line pt-4">
              <p className="font-semibold">{t(`topics.${complaint.topic}`)}</p>
              <p className="text-sm text-ink-soft">{momentInDhaka(complaint.filedAt, locale)}</p>
              <p className="mt-1 whitespace-pre-line">{complaint.text}</p>
              {complaint.answer ? (
                <div className="mt-3 rounded-xl bg-brand-tint px-4 py-3">
                  <p className="text-sm font-semibold text-brand-deep">
                    {t("answered", { shop: store.name[locale] })}
                  </p>
                  <p className="mt-1 whitespace-pre-line text-ink">{complaint.answer}</p>
                </div>
              ) : (
                <p className="mt-2 text-sm font-medium text-brand">
                  {t("waiting", { time: momentInDhaka(complaint.dueAt, locale) })}
                </p>
              )}
            </li>
          ))}
        </ol>
      )}
      <ComplaintForm
        fields={orderFields(order.number, locale, accessToken)}
        topics={COMPLAINT_TOPICS.map((value) => ({ value, label: t(`topics.${value}`) }))}
        words={{
          open: t(complaints.length > 0 ? "openAgain" : "open"),
          about: t("about", { hours }),
          topic: t("topic"),
          chooseTopic: t("chooseTopic"),
          text: t("text"),
          textHint: t("textHint"),
          send: t("send"),
          sending: t("sending"),
          notSent: t("notSent"),
          sent: t("sent"),
        }}
      />
    </section>
  );
}
