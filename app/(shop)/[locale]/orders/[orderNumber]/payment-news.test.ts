import { createTranslator } from "next-intl";
import bn from "@/app/_i18n/messages/bn.json";
import en from "@/app/_i18n/messages/en.json";
import { poisha, type Locale } from "@/lib/kernel/money";
import type { OrderStatus } from "@/lib/orders/order-status";
import type { OrderView } from "@/lib/orders/read-order";
import { stateOf, type PaymentFacts } from "@/lib/payments/payment-state";
import { isInDoubt, PAYMENT_STATUSES, type PaymentStatus } from "@/lib/payments/payment-status";
import { paymentNews, type PaymentNews, type Words } from "./payment-news";

type ReviewReason = NonNullable<OrderView["reviewReason"]>;

const ORDER_STATUSES: OrderStatus[] = ["PENDING", "PAID", "PARTIALLY_REFUNDED", "REFUNDED", "CANCELLED"];
const REVIEWS: (ReviewReason | null)[] = [
  null,
  "MISMATCH",
  "DUPLICATE_CAPTURE",
  "LATE_CAPTURE_NO_STOCK",
  "REFUND_UNKNOWN",
  "STUCK",
];
/** What bKash may have said last, of a kind: nothing, a refusal, an error, "the same amount a moment ago". */
const CODES = [null, "2023", "9999", "2029"];
const TOTAL = poisha(251000);

const words: Record<Locale, Words> = {
  bn: createTranslator({ locale: "bn", messages: bn, namespace: "payment" }) as Words,
  en: createTranslator({ locale: "en", messages: en, namespace: "payment" }) as Words,
};

const payment = (attempt: number, status: PaymentStatus, lastCode: string | null = null): PaymentFacts => {
  const hasMoney = ["COMPLETED", "DUPLICATE", "MISMATCH"].includes(status);
  return {
    id: `payment-${attempt}`,
    orderId: "order",
    orderNumber: "S-10001",
    orderStatus: "PENDING",
    attempt,
    provider: "bkash",
    mode: "simulator",
    invoiceNumber: `S-10001-${attempt}`,
    status,
    amountInPoisha: TOTAL,
    providerPaymentId: `P${attempt}`,
    trxId: hasMoney ? `TRX${attempt}` : null,
    lastCode,
    completedAt: hasMoney ? new Date("2026-11-22T16:52:00Z") : null,
    secondsInStatus: 5,
    secondsLeft: 900,
    nextCheckAt: new Date("2026-11-22T17:07:00Z"),
    askedAt: null,
    refunds: null,
  };
};

interface Case {
  name: string;
  order: OrderStatus;
  statuses: PaymentStatus[];
  locale: Locale;
  news: PaymentNews;
  /** All that is on the panel, in one. */
  text: string;
}

function tell(
  order: OrderStatus,
  review: ReviewReason | null,
  payments: PaymentFacts[],
  locale: Locale,
  deliveryStatus: OrderView["deliveryStatus"] = "TO_PACK",
  paymentMethod: OrderView["paymentMethod"] = "WALLET",
): PaymentNews {
  const facts = {
    orderStatus: order,
    reviewReason: review,
    paymentMethod,
    deliveryStatus,
    deliveryStep: null,
    cashInPoisha: null,
  };
  return paymentNews(
    { payNowInPoisha: TOTAL, deliveryStatus },
    stateOf(facts, payments),
    words[locale],
    locale,
  );
}

/** Every order × review × payment × what its wallet said × a payment before it, in both languages. */
function* everyCase(): Generator<Case> {
  for (const order of ORDER_STATUSES)
    for (const review of REVIEWS)
      for (const status of [null, ...PAYMENT_STATUSES])
        for (const code of CODES)
          for (const sibling of [null, ...PAYMENT_STATUSES])
            for (const locale of ["bn", "en"] as const) {
              if (!status && (sibling ?? code)) continue;
              const payments = [
                ...(status ? [payment(2, status, code)] : []),
                ...(sibling ? [payment(1, sibling)] : []),
              ];
              const news = tell(order, review, payments, locale);
              yield {
                name: [order, review, status, code, sibling, locale].join(" "),
                order,
                statuses: payments.map((one) => one.status),
                locale,
                news,
                text: [news.title, ...news.lines, ...news.notes, news.reference, news.button].join(" | "),
              };
            }
}

const cases = [...everyCase()];

/** "Do not pay again" is what must be said; what is left must not invite to it. */
const withoutWarning = (text: string): string =>
  text
    .replaceAll(/(please )?do not pay again/gi, "")
    .replaceAll("If it pays as well", "")
    .replaceAll("আবার পেমেন্ট করবেন না", "");

const INVITES: Record<Locale, RegExp> = {
  en: /pay again|try again|start again|pay .* with bKash|continue to bKash|fail|did not|not (accept|finished|completed|arrive)|no money|ran out/i,
  bn: /আবার চেষ্টা|আবার শুরু|পেমেন্ট করুন|চালিয়ে যান|ব্যর্থ|হয়নি।|পৌঁছায়নি|সময় শেষ|করেনি/,
};
/** What is unclear in the sentences of doubt themselves. */
const DOUBT: Record<Locale, RegExp> = {
  en: /bKash has not told us the result yet\./g,
  bn: /বিকাশ এখনো ফলাফল জানায়নি।/g,
};
const SAYS_PAID: Record<Locale, RegExp> = {
  en: /successful|order is paid|has been paid/i,
  bn: /সফল হয়েছে|পরিশোধ করা আছে/,
};

/** The names of the cases of which this is not true. */
const except = (some: Case[], claim: (one: Case) => boolean) =>
  some.filter((one) => !claim(one)).map(({ name, text }) => `${name}: ${text}`);

test("I13: while a payment may be taking money, the page neither says that it failed nor invites to pay again", () => {
  const inDoubt = cases.filter(({ statuses }) => statuses.some(isInDoubt) && !statuses.includes("COMPLETED"));
  expect(inDoubt.length).toBeGreaterThan(1000);
  const said = ({ text, locale }: Case) => withoutWarning(text).replaceAll(DOUBT[locale], "");
  expect(except(inDoubt, (one) => !INVITES[one.locale].test(said(one)))).toEqual([]);
  expect(except(inDoubt, ({ news }) => !news.button && !news.continues)).toEqual([]);
  expect(except(inDoubt, ({ news }) => news.says === "checking" || news.says === "unsure")).toEqual([]);
  // These very words are found where they are allowed.
  const others = cases.filter(({ news }) =>
    ["declined", "cancelled", "expired", "watch"].includes(news.says),
  );
  expect(except(others, (one) => INVITES[one.locale].test(said(one)))).toEqual([]);
});

test("I13: the page says that an order is paid only when it is, and by a payment", () => {
  const isPaid = ({ order, statuses }: Case) =>
    ["PAID", "PARTIALLY_REFUNDED", "REFUNDED"].includes(order) && statuses.includes("COMPLETED");
  const unpaid = cases.filter((one) => !isPaid(one));
  expect(except(unpaid, ({ text, locale }) => !SAYS_PAID[locale].test(text))).toEqual([]);
  const paid = cases.filter((one) => one.order === "PAID" && isPaid(one));
  expect(
    except(paid, ({ news, text, locale }) => news.says === "paid" && SAYS_PAID[locale].test(text)),
  ).toEqual([]);
});

test("nobody can pay an order whose money may have moved, has moved or is set aside, or that is closed", () => {
  const keeps: PaymentStatus[] = ["EXECUTING", "UNCERTAIN", "AUTHORISED", "CAPTURING", "VOIDING"];
  const moved: PaymentStatus[] = ["COMPLETED", "DUPLICATE", "MISMATCH"];
  const isFree = ({ order, statuses }: Case) =>
    order === "PENDING" && !statuses.some((one) => [...keeps, ...moved].includes(one));
  expect(except(cases, (one) => isFree(one) === (one.news.button !== null))).toEqual([]);
});

const NO_MONEY: Record<Locale, RegExp> = {
  en: /no money (was|has been) taken/i,
  bn: /কোনো টাকা কাটা হয়নি/,
};

test("“no money was taken” is said only of payments of which that is certain", () => {
  const certain: (PaymentStatus | undefined)[] = [
    ...(["NEW", "CREATED", "DECLINED", "CANCELLED", "EXPIRED", "ABANDONED", "VOIDED"] as const),
    undefined, // an order that nobody began to pay
  ];
  const said = cases.filter(({ text, locale }) => NO_MONEY[locale].test(text));
  expect(new Set(said.map(({ locale }) => locale))).toEqual(new Set(["bn", "en"]));
  expect(except(said, ({ statuses }) => certain.includes(statuses[0]))).toEqual([]);
  const closed = said.filter(({ order }) => order === "CANCELLED");
  expect(except(closed, ({ statuses }) => statuses.every((status) => certain.includes(status)))).toEqual([]);
});

test("a payment that is watched is mentioned wherever its shopper could believe that all is over", () => {
  const watched: Record<Locale, RegExp> = {
    en: /may still go through|should it still go through/i,
    bn: /এখনো সম্পন্ন হতে পারে|সম্পন্ন হলে/,
  };
  const told = cases.filter(
    ({ statuses, order }) =>
      statuses.includes("WATCH") &&
      ["PENDING", "CANCELLED"].includes(order) &&
      !statuses.includes("DUPLICATE"),
  );
  expect(told.length).toBeGreaterThan(100);
  expect(except(told, ({ text, locale }) => watched[locale].test(text))).toEqual([]);
});

const SAYS: [
  status: PaymentStatus | null,
  order: OrderStatus,
  says: PaymentNews["says"],
  en: RegExp,
  bn: RegExp,
][] = [
  [null, "PENDING", "ready", /Pay ৳2,510 with bKash/, /বিকাশে ৳২,৫১০ পেমেন্ট করুন/],
  ["CREATED", "PENDING", "awaiting", /until 23:07.*Continue to bKash/, /২৩:০৭ পর্যন্ত.*বিকাশে চালিয়ে যান/],
  ["EXECUTING", "PENDING", "checking", /do not pay again/, /আবার পেমেন্ট করবেন না/],
  [
    "UNCERTAIN",
    "PENDING",
    "unsure",
    /do not pay again.*close it.*S-10001-2/,
    /আবার পেমেন্ট করবেন না.*বন্ধ করে.*S-10001-2/,
  ],
  ["COMPLETED", "PAID", "paid", /successful/, /সফল হয়েছে/],
  ["DECLINED", "PENDING", "declined", /No money was taken.*again/, /কোনো টাকা কাটা হয়নি.*আবার/],
  ["CANCELLED", "PENDING", "cancelled", /No money was taken.*Try again/, /কোনো টাকা কাটা হয়নি.*আবার চেষ্টা/],
  ["EXPIRED", "PENDING", "expired", /time.*ran out.*No money was taken/, /সময় শেষ.*কোনো টাকা কাটা হয়নি/],
  ["MISMATCH", "PENDING", "mismatch", /Our team.*do not pay again/, /কর্মীরা.*আবার পেমেন্ট করবেন না/],
  ["DUPLICATE", "CANCELLED", "late", /received your ৳2,510.*10 days/, /৳২,৫১০ পেয়েছি.*১০ দিনের/],
  ["COMPLETED", "REFUNDED", "refunded", /given back/, /ফেরত দেওয়া হয়েছে/],
  ["COMPLETED", "PARTIALLY_REFUNDED", "partlyRefunded", /Part of your payment/, /একটি অংশ/],
  ["AUTHORISED", "PENDING", "setAside", /aside.*when we ship/, /আলাদা করে.*পাঠানোর সময়/],
  ["CAPTURING", "PENDING", "setAside", /aside/, /আলাদা করে/],
  ["VOIDED", "PENDING", "voided", /No money was taken/, /কোনো টাকা কাটা হয়নি/],
  ["WATCH", "PENDING", "watch", /Should it still go through.*Try again/, /সম্পন্ন হলেও.*আবার চেষ্টা/],
  ["CANCELLED", "CANCELLED", "closed", /not paid in time.*No money was taken/, /কোনো টাকা কাটা হয়নি/],
];

test.each(SAYS)(
  "a payment that is %s, of an order that is %s, is told as %s",
  (status, order, says, en, bn) => {
    for (const locale of ["en", "bn"] as const) {
      const news = tell(order, null, status ? [payment(2, status)] : [], locale);
      expect(news.says).toBe(says);
      expect([news.title, ...news.lines, news.reference, news.button].join(" ")).toMatch(
        locale === "en" ? en : bn,
      );
    }
  },
);

test("from when the parcel is packed, the receipt does not say any more that its preparation begins", () => {
  const saidOf = (status: OrderView["deliveryStatus"]) =>
    tell("PAID", null, [payment(1, "COMPLETED")], "en", status).lines.join(" ");
  expect(saidOf("TO_PACK")).toMatch(/begin to prepare/);
  for (const status of ["PACKED", "HANDED_OVER", "DELIVERED", "RETURNED"] as const)
    expect(saidOf(status)).toMatch(/Under “Delivery”/);
});

test("a payment with too little time left is not continued: another one is opened", () => {
  const nearlyOver = { ...payment(1, "CREATED"), secondsLeft: 60 };
  expect(tell("PENDING", null, [nearlyOver], "en")).toMatchObject({ says: "ready", continues: null });
  expect(tell("PENDING", null, [payment(1, "CREATED")], "en").continues).toBe("payment-1");
});

const cashOrder = (payments: PaymentFacts[], locale: Locale, delivery: OrderView["deliveryStatus"]) =>
  tell("PENDING", null, payments, locale, delivery, "CASH_ON_DELIVERY");

test("from when the courier is to collect the cash, nothing invites to pay with bKash, whatever was tried before", () => {
  const tried = ["CREATED", "DECLINED", "CANCELLED", "EXPIRED", "ABANDONED", "VOIDED", "WATCH"] as const;
  for (const payments of [[], ...tried.map((status) => [payment(2, status)])])
    for (const locale of ["bn", "en"] as const) {
      expect(cashOrder(payments, locale, "PACKED").button).not.toBeNull();
      const { says, lines, button, continues } = cashOrder(payments, locale, "HANDED_OVER");
      expect({ says, button, continues }).toEqual({ says: "dueAtDoor", button: null, continues: null });
      expect(lines.join(" ")).toMatch(locale === "bn" ? /৳২,৫১০ হাতে রাখুন/ : /have ৳2,510 ready/);
      expect(lines.join(" ")).not.toMatch(INVITES[locale]);
    }
  expect(cashOrder([payment(2, "WATCH")], "en", "HANDED_OVER").notes.join()).toMatch(/may still go through/);
});

test("a payment in doubt is told before the cash, also when the courier has the parcel", () => {
  expect(cashOrder([payment(2, "UNCERTAIN")], "en", "HANDED_OVER").says).toBe("unsure");
  expect(cashOrder([payment(2, "MISMATCH")], "en", "HANDED_OVER").says).toBe("mismatch");
});
