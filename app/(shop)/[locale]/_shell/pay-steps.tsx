import { getTranslations } from "next-intl/server";
import { localDigits, type Locale } from "@/lib/kernel/money";

/** How a purchase is paid, before anyone has to do it. */
export async function PaySteps({ locale, isCompact = false }: { locale: Locale; isCompact?: boolean }) {
  const t = await getTranslations({ locale, namespace: "pay" });
  const steps = [
    { title: t("one"), text: t("oneText") },
    { title: t("two"), text: t("twoText") },
    { title: t("three"), text: t("threeText") },
  ];
  return (
    <section
      id="how-to-pay"
      aria-labelledby="how-to-pay-title"
      className={isCompact ? "" : "page-width py-14 lg:py-24"}
    >
      <h2 id="how-to-pay-title" className={isCompact ? "text-xl" : "text-2xl"}>
        {t("title")}
      </h2>
      <ol className={isCompact ? "mt-4 grid gap-4" : "mt-7 grid gap-x-10 gap-y-7 lg:grid-cols-3"}>
        {steps.map(({ title, text }, index) => (
          <li key={title} className="flex gap-4">
            <span
              aria-hidden="true"
              className="flex size-10 shrink-0 items-center justify-center rounded-full border border-jute bg-card font-display text-lg font-bold text-brand"
            >
              {localDigits(String(index + 1), locale)}
            </span>
            <div>
              <h3 className="font-semibold leading-snug">{title}</h3>
              <p className="mt-0.5 text-ink-soft">{text}</p>
            </div>
          </li>
        ))}
      </ol>
    </section>
  );
}
