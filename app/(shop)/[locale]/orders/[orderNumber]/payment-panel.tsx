import { getTranslations } from "next-intl/server";
import { preconnect } from "react-dom";
import { version as jqueryVersion } from "jquery/package.json";
import { href } from "@/app/_i18n/routing";
import { button } from "@/app/_ui/button";
import { classes } from "@/app/_ui/classes";
import { Icon, type IconName } from "@/app/_ui/icon";
import { Note } from "@/app/_ui/note";
import type { Locale } from "@/lib/kernel/money";
import type { OrderView } from "@/lib/orders/read-order";
import { readPaymentState, type PaymentState } from "@/lib/payments/payment-state";
import { findProvider } from "@/lib/payments/providers/registry";
import { FollowOrder } from "./follow-order";
import { KeepFocus } from "./keep-focus";
import { PANEL_ID, type PanelState } from "./panel-state";
import { PayWithBkash } from "./pay-with-bkash";
import { paymentNews, type PaymentNews, type Words } from "./payment-news";
import { PaymentReceipt } from "./payment-receipt";
import { TimeLeft } from "./time-left";

interface Props {
  order: OrderView;
  locale: Locale;
}

interface Told extends Props {
  state: PaymentState;
  news: PaymentNews;
  t: Words;
}

/** Where an order stands with its money, and what the shopper can do about it. Everything in it comes from the server. */
export async function PaymentPanel({ order, locale }: Props) {
  const state = await readPaymentState(order);
  const t = await getTranslations({ locale, namespace: "payment" });
  const news = paymentNews(order, state, t, locale);
  const { payment } = state;
  const isPaid = news.says === "paid" || news.says === "partlyRefunded" || news.says === "refunded";
  const told = { order, locale, state, news, t };
  // What stays, whatever is in it: the panel, so that the keyboard comes back here from bKash's window, and the message, so
  // that a screen reader tells its news.
  return (
    <div id={PANEL_ID} tabIndex={-1} className="outline-none">
      <KeepFocus says={news.says} />
      <section
        aria-labelledby="payment"
        className={classes(
          "grid gap-5 rounded-card border border-line bg-card p-5 shadow-lift sm:p-8",
          news.says === "paid" && "sm:grid-cols-[1fr_auto]",
        )}
      >
        <Message news={news} />
        {isPaid && payment ? (
          <PaymentReceipt order={order} payment={payment} news={news} locale={locale} />
        ) : (
          <WhatToDo {...told} />
        )}
        <Follow {...told} />
      </section>
    </div>
  );
}

function Message({ news }: { news: PaymentNews }) {
  const icon = ICONS[news.says];
  return (
    <div role="status" className="grid gap-2">
      <h2 id="payment" className={classes("flex items-center gap-3 text-2xl", icon && "text-brand")}>
        {icon && (
          <span className="grid size-10 shrink-0 place-items-center rounded-full bg-brand text-on-brand">
            <Icon name={icon} size={24} />
          </span>
        )}
        {news.isUrgent && (
          <span className="text-turmeric-deep">
            <Icon name="alert" size={28} />
          </span>
        )}
        {news.title}
      </h2>
      {news.lines.map((line) => (
        <p key={line} className="max-w-text text-ink">
          {line}
        </p>
      ))}
      {news.reference && <p className="text-sm text-ink-soft">{news.reference}</p>}
      {news.notes.map((note) => (
        <Note key={note} kind="info" icon="alert">
          {note}
        </Note>
      ))}
    </div>
  );
}

const ICONS: Partial<Record<PanelState, IconName>> = {
  paid: "check",
  paidInCash: "check",
  partlyRefunded: "back",
  refunded: "back",
};

function WhatToDo(told: Told) {
  const { locale, state, news, t } = told;
  return (
    <>
      {state.openUntil && <TimeLeft until={state.openUntil} label={t("timeLeft")} locale={locale} />}
      {news.button && <Pay key={`${state.payment?.paymentId} ${news.says}`} {...told} words={news.button} />}
      {(news.says === "closed" || news.says === "late") && (
        <a className={button("quiet", "justify-self-start")} href={href(locale, "/products")}>
          {t("orderAgain")}
        </a>
      )}
    </>
  );
}

function Follow({ order, locale, state, news, t }: Told) {
  return (
    <FollowOrder
      orderNumber={order.number}
      locale={locale}
      mark={state.mark}
      lookAgainInMs={state.lookAgainInMs}
      askedAt={state.askedAt}
      isInDoubt={news.says === "checking" || news.says === "unsure"}
      words={{
        checkNow: t("checkNow"),
        checkedAt: t.raw("checkedAt") as string,
        offline: t("offlineSafe"),
        unreachable: t("unreachable"),
        signedOut: t("signedOut"),
      }}
    />
  );
}

function Pay({ order, locale, news, t, words }: Told & { words: string }) {
  const wallet = findProvider("bkash");
  if (!wallet) return null;
  preconnect(wallet.window.frameOrigin);
  return (
    <div className="grid gap-3">
      <PayWithBkash
        orderNumber={order.number}
        orderPage={href(locale, `/orders/${order.number}`)}
        continues={news.continues}
        scripts={{ jquery: `/vendor/jquery-${jqueryVersion}.min.js`, script: wallet.window.script }}
        words={{
          ready: words,
          opening: t("opening"),
          inWindow: t("inWindow"),
          checking: t("checkingButton"),
          scriptFailed: t("scriptFailed"),
          offline: t("offline"),
          offlineSafe: t("offlineSafe"),
          unreachable: t("unreachable"),
          signedOut: t("signedOut"),
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
