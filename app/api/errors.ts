import type { Locale } from "@/lib/kernel/money";

/** Every refusal of the JSON API: its HTTP status and what to do about it, in the reader's language. */
export const API_ERRORS = {
  INVALID_REQUEST: {
    status: 400,
    en: "The request is not understood. Correct the fields named in `fields` and send it again.",
    bn: "অনুরোধটি বোঝা যায়নি। `fields`-এ উল্লেখ করা ঘরগুলো ঠিক করে আবার পাঠান।",
  },
  NOT_JSON: {
    status: 415,
    en: "Send JSON with the header Content-Type: application/json.",
    bn: "Content-Type: application/json হেডারসহ JSON পাঠান।",
  },
  TOO_LARGE: { status: 413, en: "The request is too large.", bn: "অনুরোধটি অতিরিক্ত বড়।" },
  FOREIGN_ORIGIN: {
    status: 403,
    en: "This request did not come from the shop's own pages. Open the shop and try again.",
    bn: "এই অনুরোধটি দোকানের নিজের পাতা থেকে আসেনি। দোকানটি খুলে আবার চেষ্টা করুন।",
  },
  UNAUTHORISED: { status: 401, en: "A valid secret is needed.", bn: "সঠিক গোপন চাবি প্রয়োজন।" },
  ORDER_NOT_FOUND: {
    status: 404,
    en: "There is no such order for you. Check the number, or open it through the link that you were given.",
    bn: "আপনার জন্য এমন কোনো অর্ডার পাওয়া যায়নি। নম্বরটি মিলিয়ে দেখুন, অথবা আপনাকে দেওয়া লিংক থেকে খুলুন।",
  },
  NO_INVOICE_YET: {
    status: 409,
    en: "An order has its invoice as soon as it is paid in full.",
    bn: "পুরো মূল্য পরিশোধ হলেই অর্ডারের চালানপত্র পাওয়া যায়।",
  },
  PAYMENT_NOT_FOUND: {
    status: 404,
    en: "There is no such payment for you.",
    bn: "আপনার জন্য এমন কোনো পেমেন্ট পাওয়া যায়নি।",
  },
  UNKNOWN_WALLET: {
    status: 404,
    en: "This shop does not take that wallet.",
    bn: "এই দোকান ওই ওয়ালেট নেয় না।",
  },
  NO_WEBHOOKS: {
    status: 404,
    en: "This shop takes no messages of that wallet: it was not told where they come from.",
    bn: "এই দোকান ওই ওয়ালেটের কোনো বার্তা নেয় না: বার্তা কোথা থেকে আসে তা জানানো হয়নি।",
  },
  WEBHOOK_REFUSED: {
    status: 403,
    en: "This message is not the wallet's, or too old.",
    bn: "এই বার্তা ওয়ালেটের নয়, অথবা অনেক পুরোনো।",
  },
  EMPTY_ORDER: {
    status: 422,
    en: "Put at least one article into the order.",
    bn: "অর্ডারে অন্তত একটি পণ্য রাখুন।",
  },
  UNKNOWN_SKU: {
    status: 422,
    en: "There is no article with this SKU. Remove it from the order.",
    bn: "এই SKU-এর কোনো পণ্য নেই। অর্ডার থেকে এটি বাদ দিন।",
  },
  INVALID_QUANTITY: {
    status: 422,
    en: "Order between 1 and 100 pieces of one article.",
    bn: "একটি পণ্যের ১ থেকে ১০০টি অর্ডার করুন।",
  },
  UNKNOWN_DISTRICT: {
    status: 422,
    en: "Choose one of the 64 districts, and an upazila or thana of that district.",
    bn: "৬৪ জেলার একটি, আর সেই জেলার একটি উপজেলা বা থানা বেছে নিন।",
  },
  NOTHING_IN_ADVANCE: {
    status: 422,
    en: "Delivery costs nothing, so nothing can be paid in advance. Choose another way to pay.",
    bn: "ডেলিভারি ফ্রি, তাই আগে দেওয়ার মতো কিছু নেই। অন্যভাবে পেমেন্ট করুন।",
  },
  NOT_DELIVERED: {
    status: 422,
    en: "We do not deliver there at the moment.",
    bn: "ওই এলাকায় আপাতত ডেলিভারি দিচ্ছি না।",
  },
  OUT_OF_STOCK: {
    status: 409,
    en: "There is not enough of an article left. Order at most `available`.",
    bn: "একটি পণ্য যথেষ্ট পরিমাণে নেই। সর্বোচ্চ `available` টি অর্ডার করুন।",
  },
  COUPON_UNKNOWN: {
    status: 422,
    en: "There is no coupon with this code. Correct it, or leave it out.",
    bn: "এই কোডের কোনো কুপন নেই। কোডটি ঠিক করুন, অথবা বাদ দিন।",
  },
  COUPON_NOT_YET: {
    status: 409,
    en: "This coupon is not valid yet. Leave it out, or order later.",
    bn: "এই কুপন এখনো চালু হয়নি। কুপনটি বাদ দিন, অথবা পরে অর্ডার করুন।",
  },
  COUPON_OVER: {
    status: 409,
    en: "This coupon is no longer valid. Leave it out.",
    bn: "এই কুপনের মেয়াদ শেষ। কুপনটি বাদ দিন।",
  },
  COUPON_USED_UP: {
    status: 409,
    en: "This coupon has been used as often as it may be. Leave it out.",
    bn: "এই কুপন যতবার ব্যবহার করা যেত, ততবার ব্যবহার হয়ে গেছে। কুপনটি বাদ দিন।",
  },
  COUPON_USED_BY_PHONE: {
    status: 409,
    en: "This coupon was used with this phone number already. Leave it out.",
    bn: "এই ফোন নম্বরে কুপনটি আগেই ব্যবহার করা হয়েছে। কুপনটি বাদ দিন।",
  },
  COUPON_BELOW_MINIMUM: {
    status: 409,
    en: "The goods cost too little for this coupon. Order more, or leave it out.",
    bn: "এই কুপনের জন্য পণ্যের দাম কম হয়েছে। আরও কিছু নিন, অথবা কুপনটি বাদ দিন।",
  },
  ALREADY_PAID: {
    status: 409,
    en: "This order is paid already. You need not pay again.",
    bn: "এই অর্ডারের টাকা আগেই পরিশোধ হয়েছে। আবার পেমেন্ট করতে হবে না।",
  },
  ORDER_CLOSED: {
    status: 409,
    en: "This order was cancelled because it was not paid in time. Please order again.",
    bn: "সময়মতো পেমেন্ট না হওয়ায় অর্ডারটি বাতিল হয়েছে। আবার অর্ডার করুন।",
  },
  PAID_AT_DOOR: {
    status: 409,
    en: "The courier has your parcel and collects the cash when it arrives. Please do not pay with bKash as well.",
    bn: "পার্সেলটি কুরিয়ারের কাছে আছে, পৌঁছানোর সময় নগদ টাকা নেওয়া হবে। তাই বিকাশে আর পেমেন্ট করবেন না।",
  },
  PAYMENT_IN_PROGRESS: {
    status: 409,
    en: "A payment for this order is being checked with bKash. Do not pay again; this page will tell you the result.",
    bn: "এই অর্ডারের একটি পেমেন্ট বিকাশের সঙ্গে মিলিয়ে দেখা হচ্ছে। আবার পেমেন্ট করবেন না; ফলাফল এই পাতাতেই জানানো হবে।",
  },
  IDEMPOTENCY_KEY_REUSED: {
    status: 422,
    en: "This Idempotency-Key was sent before with another request. Send each new request with a new key.",
    bn: "এই Idempotency-Key আগে অন্য একটি অনুরোধের সঙ্গে পাঠানো হয়েছে। প্রতিটি নতুন অনুরোধের সঙ্গে নতুন key পাঠান।",
  },
  PAYMENT_NOT_OPEN: {
    status: 409,
    en: "The window of bKash can no longer be opened for this payment. Look at the order to see where it stands.",
    bn: "এই পেমেন্টের জন্য বিকাশের উইন্ডো আর খোলা যাবে না। অর্ডারটি খুলে সর্বশেষ অবস্থা দেখুন।",
  },
  TOO_MANY_REQUESTS: {
    status: 429,
    en: "There were too many tries from here within a short time. Nothing was lost, and no money was taken. Please wait a while and try again.",
    bn: "এখান থেকে অল্প সময়ে অনেকবার চেষ্টা করা হয়েছে। কিছুই হারায়নি, কোনো টাকাও কাটা হয়নি। একটু অপেক্ষা করে আবার চেষ্টা করুন।",
  },
  TOO_MANY_PAYMENTS: {
    status: 429,
    en: "bKash was opened several times for this order. Please wait ten minutes before you try again.",
    bn: "এই অর্ডারের জন্য কয়েকবার বিকাশ খোলা হয়েছে। দশ মিনিট পরে আবার চেষ্টা করুন।",
  },
  REFUSED_BY_WALLET: {
    status: 502,
    en: "bKash cannot take this payment at the moment. No money was taken. Please try again in a few minutes.",
    bn: "এই মুহূর্তে বিকাশ এই পেমেন্ট নিতে পারছে না। কোনো টাকা কাটা হয়নি। কয়েক মিনিট পরে আবার চেষ্টা করুন।",
  },
  WALLET_UNAVAILABLE: {
    status: 503,
    en: "bKash does not answer at the moment. No money was taken. Please try again in a minute.",
    bn: "এই মুহূর্তে বিকাশ থেকে সাড়া পাওয়া যাচ্ছে না। কোনো টাকা কাটা হয়নি। এক মিনিট পরে আবার চেষ্টা করুন।",
  },
  PAYMENTS_PAUSED: {
    status: 503,
    en: "Payments by bKash are paused for a short while. No money was taken and your order is kept. Please try again later.",
    bn: "বিকাশ পেমেন্ট কিছুক্ষণের জন্য বন্ধ আছে। কোনো টাকা কাটা হয়নি, আপনার অর্ডারটি রাখা আছে। পরে আবার চেষ্টা করুন।",
  },
  TEMPORARILY_UNAVAILABLE: {
    status: 503,
    en: "The shop cannot reach its records at the moment. Nothing was lost. Please try again in a minute.",
    bn: "দোকানের তথ্যভান্ডারে এই মুহূর্তে পৌঁছানো যাচ্ছে না। কিছুই হারায়নি। এক মিনিট পরে আবার চেষ্টা করুন।",
  },
  UNEXPECTED: {
    status: 500,
    en: "Something went wrong on our side. Please reload the page to see where things stand.",
    bn: "আমাদের দিকে একটি সমস্যা হয়েছে। সর্বশেষ অবস্থা দেখতে পাতাটি আবার লোড করুন।",
  },
} as const satisfies Record<string, { status: number } & Record<Locale, string>>;

export type ApiErrorCode = keyof typeof API_ERRORS;
