import { coupons } from "./en-coupons";
import { discrepancies } from "./en-discrepancies";
import type { ListedMessage } from "@/lib/notifications/list-messages";
import type { OrderStatus } from "@/lib/orders/order-status";
import type { WholeOrder } from "@/lib/orders/read-order-as-merchant";
import type { RecordedEvent } from "@/lib/payments/payment-history";
import type { PaymentMode } from "@/lib/payments/payment-provider";
import type { PaymentStatus } from "@/lib/payments/payment-status";
import { deliveryWords } from "./en-delivery";
import type { Complaint } from "@/lib/orders/complaints";
import { refundWords } from "./en-refunds";
import { reviews } from "./en-reviews";

type ReviewReason = NonNullable<WholeOrder["reviewReason"]>;
type PaymentSource = RecordedEvent["source"];

/** Everything the back office says. Another language is another file of this shape. */
export const en = {
  ...deliveryWords,
  ...refundWords,
  office: "Back office",
  skip: "Skip to the content",
  orders: "Orders",
  toShop: "To the shop",
  coupons,
  discrepancies,
  reviews,
  signOut: "Sign out",
  ribbon: {
    simulator: "Simulator: no real money. Ship nothing.",
    sandbox: "bKash sandbox: no real money. Ship nothing.",
  } satisfies Record<Exclude<PaymentMode, "live">, string>,
  mode: { simulator: "Simulator", sandbox: "Sandbox", live: "Live" } satisfies Record<PaymentMode, string>,
  wallet: (provider: string) => (provider === "bkash" ? "bKash" : provider),
  walletDown: {
    title: (wallet: string) => `${wallet} cannot be paid with.`,
    since: "Since",
    paused:
      "The shop has no token for it, and its token calls of this hour are spent or the last one failed. Shoppers are told so before they click.",
    until: "The next try is at",
    silent: "Its last answers did not come. The shop keeps asking; shoppers are told so before they click.",
    reason: (reason: string) => `What it said: ${reason}.`,
  },
  cashOnDelivery: "Cash on delivery",

  signIn: {
    title: "Sign in to the back office",
    email: "E-mail",
    password: "Password",
    button: "Sign in",
    busy: "Signing in…",
    wrong: "E-mail or password is wrong.",
    wait: (minutes: number) =>
      `Too many tries. Wait ${minutes === 1 ? "one minute" : `${minutes} minutes`}, then try again.`,
    failed: "The shop did not answer. Check your connection and try again.",
    signedOut: "You are signed out, on every device.",
    noScript: "Signing in needs JavaScript.",
    forgotten: "Forgotten? Whoever runs this shop's server makes a new password with",
  },

  overview: {
    title: "Payments now",
    inDoubt: "In doubt",
    toReview: "To review",
    taken: "Taken today",
    token: (wallet: string) => `${wallet} token`,
    tokenAge: (minutes: number) => (minutes === 1 ? "1 minute old" : `${minutes} minutes old`),
    noToken: "None yet",
    calls: (calls: number) => `${calls} token ${calls === 1 ? "call" : "calls"} in the last hour`,
    mode: "Mode",
    only: "Only this mode is counted",
    dhaka: "Since midnight, Dhaka",
    asking: "bKash is being asked",
    person: "A person must look",
  },

  list: {
    title: "Orders",
    search: "Order number, phone or trxID",
    show: "Which orders",
    apply: "Search",
    shows: {
      all: "All orders",
      topack: "To pack",
      packed: "To hand over",
      onway: "On the way",
      doubt: "Payment in doubt",
      refund: "Refund due",
      review: "To review",
      PENDING: "Unpaid",
      PAID: "Paid",
      PARTIALLY_REFUNDED: "Partly refunded",
      REFUNDED: "Refunded",
      CANCELLED: "Cancelled",
    } satisfies Record<
      OrderStatus | "all" | "topack" | "packed" | "onway" | "doubt" | "refund" | "review",
      string
    >,
    order: "Order",
    placed: "Placed",
    customer: "Customer",
    total: "Total",
    status: "Order status",
    payment: "Payment",
    noPayment: "Not tried",
    none: "No order fits.",
    /** A list of work that is done says so. */
    nothingLeft: {
      topack: "Nothing is to be packed.",
      packed: "No parcel waits for a courier.",
      onway: "No parcel is on its way.",
      doubt: "No payment is in doubt.",
      refund: "Nobody waits for money from you.",
      review: "Nothing is to be reviewed.",
    } as Partial<Record<string, string>>,
    noneYet: "There is no order yet. The first one will stand here.",
    notUnderstood: "Type a whole order number (S-10042), a mobile number (01712 345678) or a trxID.",
    clear: "Show all orders",
    pages: "Pages",
    page: (page: number) => `Page ${page}`,
    newer: "Newer",
    older: "Older",
  },

  order: {
    title: (number: string) => `Order ${number}`,
    back: "All orders",
    placed: "Placed",
    paid: "Paid",
    cancelled: "Cancelled",
    heldUntil: "Stock held until",
    language: "Customer reads",
    languages: { bn: "Bangla", en: "English" } as Record<string, string>,
    lines: "What was ordered",
    subtotal: "Products",
    delivery: "Delivery",
    total: "Total",
    contact: "Customer",
    deliverTo: "Deliver to",
    payNow: "of it by bKash, in advance",
    dueAtTheDoor: "to be paid in cash at the door",
    vat: "VAT",
    vatIncluded: "VAT, within the prices",
    giftNote: "Gift note, to go into the parcel",
    division: (name: string) => `${name} division`,
    note: "Note",
    payments: "Payments",
    noPayments: "Nobody has tried to pay this order yet.",
  },

  payment: {
    title: (attempt: number, wallet: string) => `Attempt ${attempt} · ${wallet}`,
    amount: "Amount",
    invoice: "Invoice",
    paymentId: "bKash paymentID",
    trxId: "trxID",
    none: "none",
    lastCode: "Last code",
    codeUnknown: "meaning not known",
    nextCheck: "Next check",
    nextCheckNone: "none: nothing left to ask",
    checks: (count: number) => (count === 1 ? "asked once so far" : `asked ${count} times so far`),
    timeline: "What happened",
    toldBy: "Told by",
    code: "Code",
    askNow: "Ask bKash now",
    asking: "Asking bKash…",
    asked: "bKash was asked. Its answer is shown above.",
    askFailed: "bKash could not be asked. Try again in a minute.",
  },

  details: {
    refundTrxId: "refund trxID",
    trxId: "trxID",
    amountInPoisha: "amount",
    currency: "currency",
    invoiceNumber: "invoice",
    providerPaymentId: "paymentID",
    cause: "cause",
    merchant: "merchant",
    cashInPoisha: "cash",
  } as Record<string, string>,

  setAside: {
    capture: "Capture the money",
    void: "Void: give it free",
  },

  orderStatus: {
    PENDING: "Unpaid",
    PAID: "Paid",
    PARTIALLY_REFUNDED: "Partly refunded",
    REFUNDED: "Refunded",
    CANCELLED: "Cancelled",
  } satisfies Record<OrderStatus, string>,

  paymentStatus: {
    NEW: "Opening",
    CREATED: "In bKash's window",
    EXECUTING: "Being executed",
    UNCERTAIN: "In doubt",
    WATCH: "Being watched",
    COMPLETED: "Completed",
    DUPLICATE: "Paid twice",
    MISMATCH: "Mismatch",
    DECLINED: "Declined",
    CANCELLED: "Cancelled",
    EXPIRED: "Expired",
    ABANDONED: "Abandoned",
    AUTHORISED: "Set aside",
    CAPTURING: "Being captured",
    VOIDING: "Being voided",
    VOIDED: "Voided",
  } satisfies Record<PaymentStatus, string>,

  paymentSentence: {
    NEW: "bKash is being asked to open this payment.",
    CREATED: "The customer has bKash's window open. No money has moved.",
    EXECUTING: "bKash is moving the money; its answer is awaited.",
    UNCERTAIN: "bKash gave no clear answer. Money may have moved, so it is asked again until it says.",
    WATCH:
      "bKash still says that nothing happened. The customer may pay anew; bKash is asked for 25 hours more.",
    COMPLETED: "The money has arrived and pays this order.",
    DUPLICATE: "Money has arrived that the order did not need. Give it back.",
    MISMATCH:
      "bKash says completed, but amount or invoice differ from ours. Compare with bKash's portal before you ship.",
    DECLINED: "bKash refused. No money has moved.",
    CANCELLED: "The customer closed bKash's window or started again. No money has moved.",
    EXPIRED: "The customer did not finish in time. No money has moved.",
    ABANDONED: "bKash never opened this payment. No money has moved.",
    AUTHORISED: "bKash has set the money aside. Capture it when you ship, or void it.",
    CAPTURING: "bKash is asked for the money that it set aside; its answer is awaited.",
    VOIDING: "bKash is asked to give the money free; its answer is awaited.",
    VOIDED: "The money that was set aside is the customer's again. None has moved.",
  } satisfies Record<PaymentStatus, string>,

  source: {
    create: "the create call",
    execute: "the execute call",
    query: "a query for the customer",
    cancel: "the customer, who closed the window",
    webhook: "bKash's webhook",
    reconcile: "a query of the regular check",
    merchant: "a query for a merchant",
    place: "the customer, who placed the order",
    release: "the regular check for orders that nobody paid",
    refund: "a refund",
    shopper: "the customer",
  } satisfies Record<PaymentSource, string>,

  review: {
    MISMATCH:
      "bKash took money whose amount or invoice is not this order's. Compare with bKash's portal before you ship.",
    DUPLICATE_CAPTURE: "This order was paid twice. Give the second payment back.",
    LATE_CAPTURE_NO_STOCK:
      "The money came after the order was cancelled, and the goods are gone. Give it back or restock.",
    REFUND_UNKNOWN: "Nobody knows yet whether the refund went through. Compare with bKash's portal.",
    STUCK: "A payment has been in doubt for too long. Compare with bKash's portal.",
  } satisfies Record<ReviewReason, string>,
  toReview: "To review",

  complaints: {
    title: "Complaints",
    topic: {
      LATE: "It has not arrived",
      DAMAGED: "It arrived damaged",
      WRONG_ITEM: "Something is wrong or missing",
      QUALITY: "It is not as described",
      PAYMENT: "Payment or refund",
      OTHER: "Something else",
    } satisfies Record<Complaint["topic"], string>,
    due: "To be answered by",
    late: "The law wanted an answer by",
    answered: "Answered",
    answer: "Your answer",
    answerHint:
      "In the customer's language. They read it on the order's page and are told so; it is given once.",
    send: "Send the answer",
    open: "Complaints to answer",
  },

  outbox: {
    title: "Messages",
    about: "What this shop tells its customers, word for word.",
    noSender:
      "No sender of SMS or e-mail is set up, so the messages stay here: see SMTP_URL and SMS_GATEWAY_URL in docs/operations.md.",
    gone: { sms: "SMS sent", email: "E-mail sent" },
    sendAgain: "Send again",
    sendingAgain: "Sending…",
    willBeSent: "It goes out within a minute.",
    notSentAgain: "That did not work. Try again.",
    none: "No message yet. The first order will leave one.",
    to: "To",
    length: (parts: number) => (parts === 1 ? "1 SMS" : `${parts} SMS`),
    topic: {
      "order-received": "Order received",
      "order-paid": "Order paid",
      "payment-in-doubt": "Payment in doubt",
      "handed-over": "With the courier",
      delivered: "Delivered",
      "order-cancelled": "Order cancelled",
      "refund-in-doubt": "Refund in doubt",
      refunded: "Money given back",
      "complaint-received": "Complaint, to you",
      "complaint-answered": "Complaint answered",
      "sign-in-code": "Code to sign in",
      "back-in-stock": "In stock again",
    } satisfies Record<ListedMessage["topic"], string>,
    state: {
      waiting: "Waiting",
      sent: "Done",
      "given up": "Given up",
    } satisfies Record<ListedMessage["state"], string>,
    tries: (tries: number) => (tries === 1 ? "tried once" : `tried ${tries} times`),
    lastError: "Last error",
    newer: "Newer",
    older: "Older",
  },

  notFound: { title: "Not found", text: "There is no such page or order here." },
  failed: {
    title: "This page could not be made",
    text: "Nothing was changed. Try again in a minute.",
    retry: "Try again",
    reference: "In the server's log:",
  },
};
