import { getTranslations } from "next-intl/server";
import { Note } from "@/app/_ui/note";
import { localDigits, type Locale } from "@/lib/kernel/money";
import { walletHealth } from "@/lib/payments/wallet-health";

/** Says before the click that bKash cannot be paid with now; nothing while it can. `more` is what to do about it. */
export async function WalletNotice({ locale, more }: { locale: Locale; more?: string }) {
  const health = await walletHealth("bkash");
  if (health.kind === "well") return null;
  const t = await getTranslations({ locale, namespace: "wallet" });
  const isPaused = health.kind === "paused";
  return (
    <div role="status">
      <Note kind="warning" icon="alert">
        <strong className="block text-base">{isPaused ? t("pausedTitle") : t("silentTitle")}</strong>
        {isPaused ? t("pausedText", { time: clock(health.until, locale) }) : t("silentText")}
        {more && ` ${more}`}
      </Note>
    </div>
  );
}

/** `22:52` in Dhaka. */
const clock = (at: Date, locale: Locale): string =>
  localDigits(
    new Intl.DateTimeFormat("en-GB", { hour: "2-digit", minute: "2-digit", timeZone: "Asia/Dhaka" }).format(
      at,
    ),
    locale,
  );
