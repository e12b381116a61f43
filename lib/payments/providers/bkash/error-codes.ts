import type { Locale } from "@/lib/kernel/money";
import type { Refusal } from "../../payment-provider";

/**
 * bKash's published error codes (developer.bka.sh, Error Codes; the same table for all its products) in bKash's own words:
 * what the merchant reads.
 */
const PUBLISHED: Readonly<Record<string, string>> = {
  "2001": "Invalid App Key",
  "2002": "Invalid Payment ID",
  "2003": "Process failed",
  "2004": "Invalid firstPaymentDate",
  "2005": "Invalid frequency",
  "2006": "Invalid amount",
  "2007": "Invalid currency",
  "2008": "Invalid intent",
  "2009": "Invalid Wallet",
  "2010": "Invalid OTP",
  "2011": "Invalid PIN",
  "2012": "Invalid Receiver MSISDN",
  "2013": "Resend Limit Exceeded",
  "2014": "Wrong PIN",
  "2015": "Wrong PIN count exceeded",
  "2016": "Wrong verification code",
  "2017": "Wrong verification limit exceeded",
  "2018": "OTP verification time expired",
  "2019": "PIN verification time expired",
  "2020": "Exception Occurred",
  "2021": "Invalid Mandate ID",
  "2022": "The mandate does not exist",
  "2023": "Insufficient Balance",
  "2024": "Exception occurred",
  "2025": "Invalid request body",
  "2026": "The reversal amount cannot be greater than the original transaction amount",
  "2027":
    "The mandate corresponding to the payer reference number already exists and cannot be created again",
  "2028": "Reverse failed because the transaction serial number does not exist",
  "2029": "Duplicate for all transactions",
  "2030": "Invalid mandate request type",
  "2031": "Invalid merchant invoice number",
  "2032": "Invalid transfer type",
  "2033": "Transaction not found",
  "2034": "The transaction cannot be reversed because the original transaction has been reversed",
  "2035": "Reverse failed because the initiator has no permission to reverse the transaction",
  "2036": "The direct debit mandate is not in Active state",
  "2037": "The account of the debit party is in a state which prohibits execution of this transaction",
  "2038": "Debit party identity tag prohibits execution of this transaction",
  "2039": "The account of the credit party is in a state which prohibits execution of this transaction",
  "2040": "Credit party identity tag prohibits execution of this transaction",
  "2041": "Credit party identity is in a state which does not support the current service",
  "2042": "Reverse failed because the initiator has no permission to reverse the transaction",
  "2043": "The security credential of the subscriber is incorrect",
  "2044":
    "Identity has not subscribed to a product that contains the expected service or the identity is not in Active status",
  "2045": "The MSISDN of the customer does not exist",
  "2046": "Identity has not subscribed to a product that contains requested service",
  "2047": "TLV Data Format Error",
  "2048": "Invalid Payer Reference",
  "2049": "Invalid Merchant Callback URL",
  "2050": "Agreement already exists between payer and merchant",
  "2051": "Invalid Agreement ID",
  "2052": "Agreement is in incomplete state",
  "2053": "Agreement has already been cancelled",
  "2054": "Agreement execution pre-requisite hasn't been met",
  "2055": "Invalid Agreement State",
  "2056": "Invalid Payment State",
  "2057": "Not a bKash Account",
  "2058": "Not a Customer Wallet",
  "2059": "Multiple OTP request for a single session denied",
  "2060": "Payment execution pre-requisite hasn't been met",
  "2061": "This action can only be performed by the agreement or payment initiator party",
  "2062": "The payment has already been completed",
  "2063": "Mode is not valid as per request data",
  "2064": "This product mode currently unavailable",
  "2065": "Mendatory field missing",
  "2066": "Agreement is not shared with other merchant",
  "2067": "Invalid permission",
  "2068": "Transaction has already been completed",
  "2069": "Transaction has already been cancelled",
  "2071": "Refund after %s days not allowed",
  "2072": "Refund amount not valid",
  "2073": "Invalid SKU",
  "2074": "The transaction cannot be reversed",
  "2075": "SKU Character Limit Exceeded",
  "2076": "Reason Character Limit Exceeded",
  "2077": "Invalid TrxID",
  "2078": "Invalid Reason",
  "2079": "Invalid app Token",
  "2080": "The identity is not permitted to initiate this transaction",
  "2081":
    "The identity of the debit or credit party is in a state which prohibits the execution of this transaction",
  "2082": "The merchant is not permitted to initiate this transaction",
  "2116": "The agreement execution has already been completed",
  "2117": "The payment execution has already been completed",
  "2118": "The Platform value is invalid",
  "2119": "The authorized payment has already been processed",
  "2127": "Transaction not yet completed",
  "9999": "System Error",
  "503": "System is undergoing maintenance. Please try again later",
};

/**
 * Codes after which no money moved, without doubt: the customer or the request was refused before the transfer. Every
 * other code, and every code that we have never seen, leaves the payment in doubt until bKash is asked.
 */
const DEFINITE_REFUSALS: ReadonlySet<string> = new Set([
  "2001",
  "2002",
  "2006",
  "2007",
  "2008",
  "2009",
  "2010",
  "2011",
  "2013",
  "2014",
  "2015",
  "2016",
  "2017",
  "2018",
  "2019",
  "2023",
  "2025",
  "2031",
  "2037",
  "2038",
  "2039",
  "2040",
  "2041",
  "2043",
  "2044",
  "2045",
  "2046",
  "2047",
  "2056",
  "2057",
  "2058",
  "2059",
  "2060",
  "2065",
]);

export const isDefiniteRefusal = (code: string): boolean => DEFINITE_REFUSALS.has(code);

const NOT_COMPLETED: Record<Locale, string> = {
  en: "bKash did not complete this payment. No money was taken. Please try again.",
  bn: "বিকাশ এই পেমেন্টটি সম্পন্ন করেনি। কোনো টাকা কাটা হয়নি। আবার চেষ্টা করুন।",
};

const NOT_OPENED: Record<Locale, string> = {
  en: "bKash cannot take this payment at the moment. No money was taken. Please try again in a few minutes.",
  bn: "এই মুহূর্তে বিকাশ এই পেমেন্ট নিতে পারছে না। কোনো টাকা কাটা হয়নি। কয়েক মিনিট পরে আবার চেষ্টা করুন।",
};

/** What the customer reads: what happened, whether money moved, what to do. */
const CUSTOMER: Readonly<Record<string, Record<Locale, string>>> = {
  "2014": {
    en: "The PIN was wrong. No money was taken. Please try again.",
    bn: "পিন ভুল ছিল। কোনো টাকা কাটা হয়নি। আবার চেষ্টা করুন।",
  },
  "2015": {
    en: "The PIN was wrong too often and bKash has locked this step. No money was taken. Call bKash at 16247 or use another wallet.",
    bn: "কয়েকবার ভুল পিন দেওয়ায় বিকাশ এই ধাপটি বন্ধ করেছে। কোনো টাকা কাটা হয়নি। ১৬২৪৭ নম্বরে বিকাশে কল করুন অথবা অন্য ওয়ালেট ব্যবহার করুন।",
  },
  "2016": {
    en: "The verification code was wrong. No money was taken. Please try again.",
    bn: "ভেরিফিকেশন কোড ভুল ছিল। কোনো টাকা কাটা হয়নি। আবার চেষ্টা করুন।",
  },
  "2017": {
    en: "The verification code was wrong too often. No money was taken. Please try again in a few minutes.",
    bn: "কয়েকবার ভুল ভেরিফিকেশন কোড দেওয়া হয়েছে। কোনো টাকা কাটা হয়নি। কয়েক মিনিট পরে আবার চেষ্টা করুন।",
  },
  "2018": {
    en: "The time for the verification code ran out. No money was taken. Please try again.",
    bn: "ভেরিফিকেশন কোডের সময় শেষ হয়ে গেছে। কোনো টাকা কাটা হয়নি। আবার চেষ্টা করুন।",
  },
  "2019": {
    en: "The time for the PIN ran out. No money was taken. Please try again.",
    bn: "পিন দেওয়ার সময় শেষ হয়ে গেছে। কোনো টাকা কাটা হয়নি। আবার চেষ্টা করুন।",
  },
  "2023": {
    en: "Your bKash balance is too low. No money was taken. Add money or use another wallet, then try again.",
    bn: "আপনার বিকাশ ব্যালেন্স যথেষ্ট নয়। কোনো টাকা কাটা হয়নি। টাকা যোগ করে বা অন্য ওয়ালেট দিয়ে আবার চেষ্টা করুন।",
  },
  "2029": {
    en: "The same amount was paid from this wallet a moment ago. Please wait a few minutes before you pay again.",
    bn: "কিছুক্ষণ আগে এই ওয়ালেট থেকে একই পরিমাণ টাকা পরিশোধ করা হয়েছে। আবার পেমেন্ট করার আগে কয়েক মিনিট অপেক্ষা করুন।",
  },
  "2037": {
    en: "bKash does not allow payments from this account at the moment. No money was taken. Call bKash at 16247 or use another wallet.",
    bn: "এই মুহূর্তে এই অ্যাকাউন্ট থেকে বিকাশ পেমেন্ট করা যাচ্ছে না। কোনো টাকা কাটা হয়নি। ১৬২৪৭ নম্বরে কল করুন অথবা অন্য ওয়ালেট ব্যবহার করুন।",
  },
  "2056": {
    en: "This payment was closed before it was finished. No money was taken. Please start again.",
    bn: "শেষ হওয়ার আগেই এই পেমেন্টটি বন্ধ হয়ে গেছে। কোনো টাকা কাটা হয়নি। আবার শুরু করুন।",
  },
  "2057": {
    en: "This number has no bKash account. No money was taken. Please use another number.",
    bn: "এই নম্বরে কোনো বিকাশ অ্যাকাউন্ট নেই। কোনো টাকা কাটা হয়নি। অন্য নম্বর ব্যবহার করুন।",
  },
  "2058": {
    en: "This is not a personal bKash account. No money was taken. Please use a customer's account.",
    bn: "এটি ব্যক্তিগত বিকাশ অ্যাকাউন্ট নয়। কোনো টাকা কাটা হয়নি। গ্রাহক অ্যাকাউন্ট ব্যবহার করুন।",
  },
  "2060": {
    en: "The payment was not confirmed in bKash's window. No money was taken. Please start again.",
    bn: "বিকাশের উইন্ডোতে পেমেন্টটি নিশ্চিত করা হয়নি। কোনো টাকা কাটা হয়নি। আবার শুরু করুন।",
  },
  "503": {
    en: "bKash is under maintenance. Please try again later.",
    bn: "বিকাশে রক্ষণাবেক্ষণের কাজ চলছে। কিছুক্ষণ পরে আবার চেষ্টা করুন।",
  },
};

/** Codes that say the same thing to a customer as another one. */
const SAID_LIKE: Readonly<Record<string, string>> = {
  "2002": "2056",
  "2009": "2057",
  "2010": "2016",
  "2011": "2014",
  "2038": "2037",
  "2043": "2037",
  "2044": "2037",
  "2045": "2057",
  "2046": "2037",
};

/** A code in the words of three readers: customer, merchant, log. Unknown codes get honest general words. */
export function explainRefusal(code: string): Refusal {
  const customer =
    own(CUSTOMER, own(SAID_LIKE, code) ?? code) ?? (isDefiniteRefusal(code) ? NOT_COMPLETED : NOT_OPENED);
  const isSaidInDoubt = code === "2029";
  return { code, customer, isSaidInDoubt, merchant: own(PUBLISHED, code) ?? `bKash answered "${code}"` };
}

/** What a table says itself: every object also knows words like "constructor". */
const own = <T>(table: Readonly<Record<string, T>>, code: string): T | undefined =>
  Object.hasOwn(table, code) ? table[code] : undefined;
