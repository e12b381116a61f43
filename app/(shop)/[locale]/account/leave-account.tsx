import { getTranslations } from "next-intl/server";
import type { Locale } from "@/lib/kernel/money";
import { deleteAccountAction, signOutAction } from "./actions";
import { OneClick } from "./one-click";

/** The ways out: here, everywhere, or for good. */
export async function LeaveAccount({ locale }: { locale: Locale }) {
  const t = await getTranslations({ locale, namespace: "account" });
  return (
    <section aria-labelledby="leave" className="grid gap-4 rounded-card bg-jute-tint p-5 lg:p-7">
      <h2 id="leave" className="text-xl">
        {t("leave")}
      </h2>
      <OneClick action={signOutAction} fields={{ locale, where: "here" }} words={t("signOut")} />
      <details>
        <summary className="flex min-h-11 items-center font-semibold text-brand">{t("more")}</summary>
        <div className="grid gap-6 pt-2">
          <div className="grid gap-3">
            <p>{t("everywhereText")}</p>
            <OneClick
              action={signOutAction}
              fields={{ locale, where: "everywhere" }}
              words={t("signOutEverywhere")}
            />
          </div>
          <div className="grid gap-3 border-t border-line-strong pt-5">
            <p>{t("deleteText")}</p>
            <OneClick action={deleteAccountAction} fields={{ locale }} words={t("deleteNow")}>
              <label className="flex gap-3">
                <input
                  type="checkbox"
                  name="sure"
                  value="yes"
                  required
                  className="size-6 shrink-0 accent-brand"
                />
                <span>{t("deleteSure")}</span>
              </label>
            </OneClick>
          </div>
        </div>
      </details>
    </section>
  );
}
