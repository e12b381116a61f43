import { getTranslations } from "next-intl/server";
import { preconnect } from "react-dom";
import { version as jqueryVersion } from "jquery/package.json";
import { href } from "@/app/_i18n/routing";
import { button } from "@/app/_ui/button";
import { Icon } from "@/app/_ui/icon";
import { formatTaka, type Locale } from "@/lib/kernel/money";
import type { OrderView } from "@/lib/orders/read-order";
import { readPaymentState, type PaymentState } from "@/lib/payments/payment-state";
import { findProvider } from "@/lib/payments/providers/registry";
import { PANEL_ID, panelState, type PanelState } from "./panel-state";
import { PayWithBkash } from "./pay-with-bkash";
import { PaymentReceipt } from "./payment-receipt";
import { PaymentWatch } from "./payment-watch";

interface Props {
  order: OrderView;
  locale: Locale;
}

type Words = Awaited<ReturnType<typeof getTranslations<"payment">>>;

/** Where an order stands with its money, and what the shopper can do about it. Everything in it comes from the server. */
export async function PaymentPanel({ order, locale }: Props) {
  const state = await readPaymentState(order);
  const t = await getTranslations({ locale, namespace: "payment" });
  const says = panelState(order, state);
  // The one element that stays, whatever is in it: the keyboard comes back here from bKash's window.
  return (
    <div id={PANEL_ID} tabIndex={-1} className="outline-none">
      {says === "paid" && state.payment ? (
        <PaymentReceipt
          order={order}
          payment={state.payment}
          hasDuplicate={state.hasDuplicate}
          locale={locale}
        />
      ) : (
        <OpenPayment order={order} state={state} says={says} locale={locale} t={t} />
      )}
    </div>
  );
}

function OpenPayment({
  order,
  state,
  says,
  locale,
  t,
}: Props & { state: PaymentState; says: PanelState; t: Words }) {
  return (
    <section
      aria-labelledby="payment"
      className="grid gap-5 rounded-card border border-line bg-card p-5 shadow-lift sm:p-8"
    >
      <Message says={says} state={state} locale={locale} t={t} />
      {(says === "checking" || says === "unsure") && state.payment && (
        <PaymentWatch
          key={state.payment.status}
          paymentId={state.payment.paymentId}
          status={state.payment.status}
          words={{ checkNow: t("checkNow"), unreachable: t("unreachable") }}
        />
      )}
      {state.mayPay && (
        <Pay
          key={`${state.payment?.paymentId} ${says}`}
          order={order}
          locale={locale}
          isAgain={says !== "ready"}
          t={t}
        />
      )}
      {(says === "closed" || says === "late") && (
        <a className={button("quiet", "justify-self-start")} href={href(locale, "/products")}>
          {t("orderAgain")}
        </a>
      )}
    </section>
  );
}

/** Title and text of a state; `ready` has only its heading. */
function Message({
  says,
  state,
  locale,
  t,
}: {
  says: PanelState;
  state: PaymentState;
  locale: Locale;
  t: Words;
}) {
  const refusal = state.payment?.refusal?.customer[locale] ?? "";
  const isUrgent = says === "unsure" || says === "checking" || says === "mismatch";
  const words: Record<PanelState, [title: string, text: string]> = {
    ready: [t("heading"), ""],
    paid: [t("successTitle"), t("successText")],
    checking: [t("checkingTitle"), t("checkingText")],
    unsure: [t("unsureTitle"), t("unsureText")],
    mismatch: [t("mismatchTitle"), t("mismatchText")],
    late: [t("lateTitle"), t("lateText")],
    closed: [t("closedTitle"), t("closedText")],
    declined: [t("declinedTitle"), refusal],
    cancelled: [t("cancelledTitle"), state.isWatched ? "" : t("closedByYou")],
    expired: [t("expiredTitle"), t("expiredText")],
    unopened: [t("unopenedTitle"), refusal || t("unopenedText")],
    watch: [t("watchTitle"), t("watchText")],
  };
  const [title, text] = words[says];
  return (
    <div role={says === "ready" ? undefined : "status"} className="grid gap-2">
      <h2 id="payment" className="flex items-center gap-3 text-2xl">
        {isUrgent && (
          <span className="text-turmeric-deep">
            <Icon name="alert" size={28} />
          </span>
        )}
        {title}
      </h2>
      {text && <p className="max-w-text text-ink">{text}</p>}
      {state.payment?.hint && says !== "declined" && (
        <p className="max-w-text font-medium text-ink">{state.payment.hint[locale]}</p>
      )}
      {state.isWatched && <p className="max-w-text font-medium text-ink">{t("watchedToo")}</p>}
      {says === "unsure" && state.payment && (
        <p className="text-sm text-ink-soft">
          {t("unsureReference", { invoice: state.payment.invoiceNumber })}
        </p>
      )}
    </div>
  );
}

function Pay({
  order,
  locale,
  isAgain,
  t,
}: {
  order: OrderView;
  locale: Locale;
  isAgain: boolean;
  t: Words;
}) {
  const wallet = findProvider("bkash");
  if (!wallet) return null;
  preconnect(wallet.window.frameOrigin);
  const amount = formatTaka(order.totalInPoisha, locale);
  return (
    <div className="grid gap-3">
      <PayWithBkash
        orderNumber={order.number}
        orderPage={href(locale, `/orders/${order.number}`)}
        scripts={{ jquery: `/vendor/jquery-${jqueryVersion}.min.js`, script: wallet.window.script }}
        words={{
          ready: isAgain ? t("tryAgain") : t("payAmount", { amount }),
          opening: t("opening"),
          inWindow: t("inWindow"),
          checking: t("checkingButton"),
          scriptFailed: t("scriptFailed"),
          offline: t("offline"),
          unreachable: t("unreachable"),
        }}
      />
      <noscript>
        <p className="rounded-xl bg-turmeric-tint px-4 py-3 text-sm font-medium">{t("noScript")}</p>
      </noscript>
      <p className="text-sm text-ink-soft">
        {t("safe")} {t("steps")}
      </p>
    </div>
  );
}
