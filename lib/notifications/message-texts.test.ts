import { poisha, type Locale } from "@/lib/kernel/money";
import { store } from "@/store.config";
import type { MessageFacts } from "./message-facts";
import { writeMessage } from "./message-texts";
import { addresseeOf, TOPICS } from "./message-topics";
import { smsParts } from "./sms-length";

const facts: MessageFacts = {
  locale: "en",
  orderNumber: "S-10042",
  amount: poisha(1_23_456_50),
  isPaidOnDelivery: false,
  rest: poisha(0),
  total: poisha(1_23_456_50),
  coupon: null,
  trxId: "BL96ABC123",
  courier: "Steadfast",
  trackingNumber: "SF-123456",
  due: poisha(1_23_456_50),
  link: `https://shop.example/api/orders/S-10042/open?token=${"x".repeat(43)}&locale=en`,
};
const write = (topic: (typeof TOPICS)[number], given: Partial<MessageFacts> = {}) =>
  writeMessage(topic, { ...facts, ...given });
const inBoth = (topics: readonly (typeof TOPICS)[number][]) =>
  topics.flatMap((topic) => (["bn", "en"] as const).map((locale) => [topic, locale] as const));
const ABOUT_MONEY = TOPICS.filter((topic) => !topic.startsWith("complaint"));

test.each(inBoth(ABOUT_MONEY))(
  "%s in %s names shop, order, amount and the way to the order",
  (topic, locale) => {
    const { subject, text } = write(topic, { locale });
    expect(text.startsWith(`${store.name[locale]}: `)).toBe(true);
    for (const part of ["S-10042", locale === "bn" ? "৳১,২৩,৪৫৬.৫০" : "Tk 1,23,456.50", facts.link])
      expect(text).toContain(part);
    expect(subject).toContain("S-10042");
  },
);

test.each(inBoth(["complaint-answered"]))("%s in %s leads its shopper to the order", (topic, locale) => {
  const { subject, text } = write(topic, { locale });
  expect(text).toContain(facts.link);
  expect(subject + text).toContain("S-10042");
});

test.each(["bn", "en"] as const)(
  "a complaint leads the merchant to the back office, and holds no shopper's link (%s)",
  (locale) => {
    const { text } = write("complaint-received", { locale });
    expect(text).toMatch(/\/admin\/orders\/S-10042$/);
    expect(text).not.toContain("token=");
    const shopper = { phone: "+8801712345678", email: null, locale };
    expect(addresseeOf("complaint-received", shopper)).toEqual({
      phone: store.phone,
      email: store.email,
      locale: "en",
    });
    expect(addresseeOf("complaint-answered", shopper)).toEqual(shopper);
  },
);

test.each(TOPICS)("%s costs at most two SMS in English and four in Bangla, with a coupon, too", (topic) => {
  const coupon = { code: "BOISHAKH2026", discount: poisha(1_250_00) };
  const parts = (locale: Locale) => smsParts(write(topic, { locale, coupon }).text);
  expect(parts("en")).toBeLessThanOrEqual(2);
  expect(parts("bn")).toBeLessThanOrEqual(4);
});

test.each(["bn", "en"] as const)(
  "a doubt is never told as a failure, and asks nobody to pay again (%s)",
  (locale) => {
    const { subject, text } = write("payment-in-doubt", { locale });
    expect(text).toMatch(locale === "bn" ? /আবার পেমেন্ট করবেন না/ : /do not pay again/);
    expect(subject + text).not.toMatch(/fail|declin|ব্যর্থ|বাতিল/i);
  },
);

test.each(["bn", "en"] as const)("a refund in doubt is not told as one that arrived (%s)", (locale) => {
  const { text } = write("refund-in-doubt", { locale });
  expect(text).toMatch(locale === "bn" ? /এখনো নিশ্চিত করেনি/ : /not confirmed it yet/);
  expect(text).not.toMatch(/went back|ফেরত গেছে/);
});

test("who pays at the door is not asked to pay online", () => {
  expect(write("order-received", { isPaidOnDelivery: true }).text).not.toMatch(/\bpay\b/i);
  expect(write("order-received", { isPaidOnDelivery: true, locale: "bn" }).text).not.toContain("পেমেন্ট");
});

test("a receipt number is named where there is one, and nothing stands in its place otherwise", () => {
  for (const topic of ["order-paid", "refunded"] as const) {
    expect(write(topic).text).toContain("trxID BL96ABC123");
    expect(write(topic, { trxId: null }).text).not.toMatch(/trxID|null|undefined/);
  }
});

test("only who still owes is asked to have cash ready, and a parcel without a number names none", () => {
  for (const locale of ["bn", "en"] as const) {
    expect(write("handed-over", { locale }).text).toMatch(/Steadfast.*SF-123456.*(in cash|নগদ)/);
    const paid = write("handed-over", { locale, due: null, trackingNumber: null }).text;
    expect(paid).not.toMatch(/in cash|নগদ|null/);
  }
});

test("a letter begins with a capital, and says the same as the SMS", () => {
  const { says, text } = write("order-received");
  expect(says).toBe("We have your order S-10042, Tk 1,23,456.50.");
  expect(text.toLowerCase()).toContain(says.toLowerCase());
});

test("an order is told of with what is left to be paid at the door", () => {
  const given = { amount: poisha(60_00), rest: poisha(1_250_00) };
  const bn = { ...given, locale: "bn" } as const;
  expect(write("order-received", given).text).toContain("Tk 60 (and Tk 1,250 in cash on delivery)");
  expect(write("order-received", bn).text).toContain("৳৬০ (বাকি ৳১,২৫০ ডেলিভারির সময় নগদে)");
  // What has arrived is what bKash took, and nothing more.
  expect(write("order-paid", given).text).toMatch(
    /Tk 60 for order.*The rest, Tk 1,250, is due in cash on delivery/,
  );
  expect(write("order-paid", bn).text).toMatch(/৳৬০ পেয়েছি.*বাকি ৳১,২৫০ ডেলিভারির সময় নগদে দেবেন/);
  expect(write("refunded", given).text).not.toContain("1,250");
});

test("an order is told of with what a coupon did", () => {
  const off = { coupon: { code: "EID10", discount: poisha(50_00) }, amount: poisha(450_00) };
  expect(write("order-received", off).text).toContain("Tk 450, with Tk 50 off by coupon EID10.");
  expect(write("order-received", { ...off, locale: "bn" }).text).toContain("৳৪৫০, EID10 কুপনে ৳৫০ ছাড়সহ।");
  const free = { coupon: { code: "FREE", discount: poisha(0) } };
  expect(write("order-received", free).text).toContain("with free delivery by coupon FREE.");
  expect(write("order-received", { ...free, locale: "bn" }).text).toContain("FREE কুপনে ডেলিভারি ফ্রি।");
  for (const text of [write("order-paid", off).text, write("order-received").text])
    expect(text).not.toMatch(/coupon|null/);
});

test("goods are told of with what they cost, not with the part that was paid in advance", () => {
  const advance = {
    amount: poisha(60_00),
    total: poisha(1_310_00),
    rest: poisha(1_250_00),
    due: poisha(1_250_00),
  };
  expect(write("handed-over", advance).text).toMatch(/S-10042 \(Tk 1,310\).*have Tk 1,250 ready in cash/);
  expect(write("delivered", advance).text).toContain("S-10042 (Tk 1,310)");
});
