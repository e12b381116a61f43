import type { getTranslations } from "next-intl/server";
import { formatTaka, type Locale } from "@/lib/kernel/money";
import type { OrderView } from "@/lib/orders/read-order";
import type { PaymentState } from "@/lib/payments/payment-state";
import { isInDoubt } from "@/lib/payments/payment-status";
import { timeInDhaka } from "./dhaka-time";
import { panelState, type PanelState } from "./panel-state";

export type Words = Awaited<ReturnType<typeof getTranslations<"payment">>>;

/** All that the panel tells a shopper about the money, in words. */
export interface PaymentNews {
  says: PanelState;
  title: string;
  lines: string[];
  /** What may be quoted when talking to the shop. */
  reference: string | null;
  /** Beside the news: other payments of the order. */
  notes: string[];
  /** What the button to bKash's window says; null when there is no such button. */
  button: string | null;
  /** The payment that the button goes on with, instead of opening a new one. */
  continues: string | null;
  isUrgent: boolean;
}

/**
 * What is said about the money of an order.
 *
 * "No money was taken" is said of what is certain. A payment that was only opened moved nothing: money moves by execute
 * alone, execute is sent by this shop alone, and only after the payment's row says EXECUTING; so our own records are proof
 * for one that never came to that (cancelled, expired, abandoned, open). Of all others bKash must have said it: by a
 * definite refusal, or in answer to a question. While another payment of the order is watched, nothing is claimed beyond
 * the payment that the news is about.
 */
export function paymentNews(
  order: Pick<OrderView, "payNowInPoisha" | "deliveryStatus"> &
    Partial<Pick<OrderView, "isCancelledByShopper" | "isReplaced">>,
  state: PaymentState,
  t: Words,
  locale: Locale,
): PaymentNews {
  const says = panelState(state);
  const { payment } = state;
  const isWatched = state.isWatched || payment?.status === "WATCH";
  const amount = formatTaka(
    (says === "paidInCash" ? state.cashInPoisha : says === "dueAtDoor" ? null : payment?.amountInPoisha) ??
      order.payNowInPoisha,
    locale,
  );
  const closed = order.isReplaced ? "closedReplaced" : order.isCancelledByShopper ? "closedByYou" : "closed";
  const isToPack = order.deliveryStatus === "TO_PACK";
  const facts = { amount, isWatched, closed, isToPack } as const;
  const [title, ...lines] = wordsOf(says, state, t, locale, facts);
  const isWatchedToo = says === "dueAtDoor" ? isWatched : state.isWatched && !CLOSED.has(says);
  const mayPay = state.mayPay && MAY_PAY.has(says);
  return {
    says,
    title,
    lines: [...lines, ...hintOf(says, state, t, locale)].filter((line) => line !== ""),
    reference: referenceOf(says, state, t),
    notes: [
      ...(isWatchedToo ? [t("watchedToo")] : []),
      ...(state.hasDuplicate && PAID.has(says) ? [t("duplicate")] : []),
    ],
    button: mayPay ? buttonOf(says, t, formatTaka(order.payNowInPoisha, locale)) : null,
    continues: mayPay && says === "awaiting" ? (payment?.paymentId ?? null) : null,
    isUrgent: URGENT.has(says),
  };
}

const URGENT: ReadonlySet<PanelState> = new Set(["checking", "unsure", "mismatch"]);
const CLOSED: ReadonlySet<PanelState> = new Set(["closed", "late"]);
const PAID: ReadonlySet<PanelState> = new Set(["paid", "paidInCash", "partlyRefunded", "refunded"]);
const MAY_PAY: ReadonlySet<PanelState> = new Set([
  "ready",
  "awaiting",
  "declined",
  "cancelled",
  "expired",
  "unopened",
  "watch",
  "voided",
]);

function wordsOf(
  says: PanelState,
  { payment, openUntil }: PaymentState,
  t: Words,
  locale: Locale,
  {
    amount,
    isWatched,
    closed,
    isToPack,
  }: {
    amount: string;
    isWatched: boolean;
    closed: "closed" | "closedByYou" | "closedReplaced";
    isToPack: boolean;
  },
): [title: string, ...lines: string[]] {
  const noMoney = isWatched ? "" : t("noMoney");
  const refusal = payment?.refusal?.customer[locale];
  switch (says) {
    case "ready":
      return [t("heading")];
    case "awaiting":
      return [
        t("awaitingTitle"),
        `${t("awaitingText", { time: timeInDhaka(openUntil ?? "", locale) })} ${noMoney}`.trim(),
      ];
    case "checking":
      return [t("checkingTitle"), t("checkingText")];
    case "unsure":
      return [t("unsureTitle"), t("unsureText")];
    case "setAside":
      return [t("setAsideTitle"), t("setAsideText", { amount })];
    case "settingFree":
      return [t("settingFreeTitle"), t("settingFreeText", { amount })];
    case "paid":
      return [t("successTitle"), t(isToPack ? "successText" : "successTextPacked")];
    case "paidInCash":
      return [t("paidInCashTitle"), t("paidInCashText", { amount })];
    case "partlyRefunded":
      return [t("partlyRefundedTitle"), t("partlyRefundedText")];
    case "refunded":
      return [t("refundedTitle"), t("refundedText")];
    case "mismatch":
      return [t("mismatchTitle"), t("mismatchText")];
    case "late":
      return [t("lateTitle"), t("lateText", { amount })];
    case "closed":
      return [t(`${closed}Title`), t(`${closed}Text`), isWatched ? t("closedWatched") : t("noMoney")];
    case "dueAtDoor":
      return [t("dueAtDoorTitle"), t("dueAtDoorText", { amount })];
    case "declined":
      return [t("declinedTitle"), refusal ?? `${noMoney} ${t("startAgain")}`];
    case "cancelled":
      return [t("cancelledTitle"), `${noMoney} ${t("startAgain")}`];
    case "expired":
      return [t("expiredTitle"), `${noMoney} ${t("startAgain")}`];
    case "unopened":
      return [t("unopenedTitle"), refusal ?? `${noMoney} ${t("startAgain")}`];
    case "watch":
      return [t("watchTitle"), t("watchText")];
    case "voided":
      return [t("voidedTitle"), t("voidedText", { amount })];
  }
}

/** What the wallet's code adds; while money may have moved it must not sound like an invitation to pay again. */
function hintOf(says: PanelState, { payment }: PaymentState, t: Words, locale: Locale): string[] {
  if (!payment?.hint || says === "dueAtDoor") return [];
  if (isInDoubt(payment.status)) return [t("unsureSameAmount")];
  return payment.status === "WATCH" ? [payment.hint[locale]] : [];
}

function referenceOf(says: PanelState, { payment }: PaymentState, t: Words): string | null {
  if (!payment || !["unsure", "mismatch", "late"].includes(says)) return null;
  return payment.trxId
    ? t("referenceWithTrxId", { invoice: payment.invoiceNumber, trxId: payment.trxId })
    : t("unsureReference", { invoice: payment.invoiceNumber });
}

function buttonOf(says: PanelState, t: Words, amount: string): string {
  if (says === "ready") return t("payAmount", { amount });
  return says === "awaiting" ? t("continueIt") : t("tryAgain");
}
