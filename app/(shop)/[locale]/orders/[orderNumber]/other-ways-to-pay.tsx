import { getTranslations } from "next-intl/server";
import { Note } from "@/app/_ui/note";
import { formatTaka, type Locale } from "@/lib/kernel/money";
import { isWithCourierForCash } from "@/lib/orders/delivery-status";
import { LONG_HOLD_HOURS, readOrderWithoutWallet } from "@/lib/orders/order-without-wallet";
import type { OrderView } from "@/lib/orders/read-order";
import { offersWithoutWallet } from "@/lib/payments/wallet-health";
import { WalletNotice } from "../../_shell/wallet-notice";
import { holdOrderAction, payInCashAction } from "./actions";
import { momentInDhaka } from "./dhaka-time";
import { orderFields } from "./order-form";
import { OtherWay } from "./other-way";

/** How an unpaid order goes on when bKash cannot be paid with, and what was chosen. Nothing while money may have moved. */
export async function OtherWaysToPay({
  order,
  locale,
  accessToken,
}: {
  order: OrderView;
  locale: Locale;
  accessToken: string | undefined;
}) {
  if (order.status !== "PENDING") return null;
  const [way, offers, t, p] = await Promise.all([
    readOrderWithoutWallet(order.id),
    offersWithoutWallet("bkash"),
    getTranslations({ locale, namespace: "wallet" }),
    getTranslations({ locale, namespace: "paymentMethods" }),
  ]);
  if (!way.isFree) return null;
  const isCash = way.method === "CASH_ON_DELIVERY";
  const isAdvance = way.method === "DELIVERY_FEE_IN_ADVANCE";
  const canPayInCash = offers.cash && way.method === "WALLET";
  const canHold = offers.hold && !isCash && !way.isHeldLonger;
  const amount = formatTaka(order.totalInPoisha, locale);
  const fields = orderFields(order.number, locale, accessToken);
  return (
    <>
      <WalletNotice locale={locale} />
      {isAdvance && (
        <Note kind="info" icon="wallet">
          <strong className="block text-base">{p("advanceTitle")}</strong>
          {p("advanceText", {
            now: formatTaka(order.payNowInPoisha, locale),
            due: formatTaka(order.dueInPoisha, locale),
          })}
        </Note>
      )}
      {isCash && !isWithCourierForCash(order) && (
        <Note kind="good" icon="check">
          <strong className="block text-base">{t("cashChosenTitle")}</strong>
          {t("cashChosenText", { amount })}
        </Note>
      )}
      {!isCash && way.isHeldLonger && (
        <Note kind="good" icon="check">
          <strong className="block text-base">
            {t("heldTitle", { time: momentInDhaka(way.holdUntil, locale) })}
          </strong>
          {t("heldText")}
        </Note>
      )}
      {(canPayInCash || canHold) && (
        <section
          aria-labelledby="other-ways"
          className="grid gap-5 rounded-card border border-line bg-card p-5 sm:p-8"
        >
          <h2 id="other-ways" className="text-xl">
            {t("otherWays")}
          </h2>
          {canPayInCash && (
            <div className="grid gap-3">
              <p className="max-w-text">{t("cashText", { amount })}</p>
              <OtherWay fields={fields} action={payInCashAction} words={t("cash")} />
            </div>
          )}
          {canHold && (
            <div className="grid gap-3">
              <p className="max-w-text">{t("holdText")}</p>
              <OtherWay
                fields={fields}
                action={holdOrderAction}
                words={t("hold", { hours: LONG_HOLD_HOURS })}
              />
            </div>
          )}
        </section>
      )}
    </>
  );
}
