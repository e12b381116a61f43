import { getTranslations } from "next-intl/server";
import { preconnect } from "react-dom";
import { version as jqueryVersion } from "jquery/package.json";
import { href } from "@/app/_i18n/routing";
import { button } from "@/app/_ui/button";
import { Icon } from "@/app/_ui/icon";
import { Note } from "@/app/_ui/note";
import type { Locale } from "@/lib/kernel/money";
import type { OrderView } from "@/lib/orders/read-order";
import { readPaymentState, type PaymentState } from "@/lib/payments/payment-state";
import { findProvider } from "@/lib/payments/providers/registry";
import { FollowOrder } from "./follow-order";
import { KeepFocus } from "./keep-focus";
import { PANEL_ID } from "./panel-state";
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
  // The one element that stays, whatever is in it: the keyboard comes back here from bKash's window, and a screen reader
  // hears the news from the line that is always there.
  return (
    <div id={PANEL_ID} tabIndex={-1} className="outline-none">
      <p role="status" className="sr-only">
        {news.says === "ready" ? "" : [news.title, ...news.lines].join(" ")}
      </p>
      <KeepFocus says={news.says} />
      {isPaid && payment ? (
        <PaymentReceipt order={order} payment={payment} news={news} locale={locale} />
      ) : (
        <OpenPayment {...told} />
      )}
      {isPaid && <Follow {...told} />}
    </div>
  );
}

function OpenPayment(told: Told) {
  const { locale, state, news, t } = told;
  return (
    <section
      aria-labelledby="payment"
      className="grid gap-5 rounded-card border border-line bg-card p-5 shadow-lift sm:p-8"
    >
      <Message {...told} />
      {state.openUntil && <TimeLeft until={state.openUntil} label={t("timeLeft")} locale={locale} />}
      <Follow {...told} />
      {news.button && <Pay key={`${state.payment?.paymentId} ${news.says}`} {...told} words={news.button} />}
      {(news.says === "closed" || news.says === "late") && (
        <a className={button("quiet", "justify-self-start")} href={href(locale, "/products")}>
          {t("orderAgain")}
        </a>
      )}
    </section>
  );
}

function Message({ news }: Told) {
  return (
    <div className="grid gap-2">
      <h2 id="payment" className="flex items-center gap-3 text-2xl">
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
