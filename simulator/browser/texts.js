// BKASH_SIMULATOR_MARKER_5f1c: every word of the simulated window, in both languages.

const ENGLISH = {
  title: "bKash Payment",
  ribbon: "This is not bKash. No real money.",
  languages: "Language",
  summary: "Payment",
  invoice: "Invoice:",
  close: "CLOSE",
  confirm: "CONFIRM",
  yes: "YES",
  no: "NO",
  busy: "Please wait…",
  processing: "Confirmed. The shop is completing your payment…",
  outside: "This window opens from a shop's payment page.",
  question: "Are you sure you want to cancel this payment?",
  noCode: "Didn't receive code?",
  resend: "Resend code",
  resendIn: "Resend code in {seconds}s",
  sent: "A new code was sent.",
  terms: "terms & conditions",
  steps: {
    toLogin: {
      prompt: "Your bKash Account number",
      placeholder: "e.g 01XXXXXXXXX",
      note: "By clicking on *Confirm*, you are agreeing to the {terms}",
      hint: "Test wallet 01770618575 · low balance 01823074817 · blocked 01823074818",
    },
    toOTP: {
      prompt: "Enter verification code sent to {wallet}",
      placeholder: "6-digit code",
      note: "The code is valid for {seconds} seconds.",
      hint: "Test code 123456",
    },
    toPIN: {
      prompt: "Enter PIN of your bKash Account number ({masked})",
      placeholder: "Enter PIN",
      note: "Please answer within {seconds} seconds.",
      hint: "Test PIN 12121",
    },
  },
  errors: {
    2002: "This payment is not open any more. Please close this window and start again in the shop.",
    2003: "This number has no bKash account.",
    2009: "Invalid account number.",
    2010: "The code has 6 digits.",
    2011: "The PIN has 5 digits.",
    2013: "No more codes can be sent. Please close this window and start again.",
    2014: "Wrong PIN",
    2015: "Wrong PIN Count Exceeded",
    2016: "Wrong verification code",
    2017: "Wrong verification limit exceeded. Please close this window and start again.",
    2018: "The code has expired. Please ask for a new one.",
    2019: "The time for the PIN is over. Please close this window and start again.",
    2056: "This payment is not open any more. Please close this window and start again in the shop.",
    2059: "A code is on its way. Please wait before asking again.",
    native: "Signing in from the bKash app is not simulated.",
    network: "No connection. Please try again.",
  },
};

const BANGLA = {
  title: "বিকাশ পেমেন্ট",
  ribbon: "এটি বিকাশ নয়, আসল টাকা নেই",
  languages: "ভাষা",
  summary: "পেমেন্ট",
  invoice: "ইনভয়েস:",
  close: "বন্ধ করুন",
  confirm: "নিশ্চিত করুন",
  yes: "হ্যাঁ",
  no: "না",
  busy: "একটু অপেক্ষা করুন…",
  processing: "নিশ্চিত হয়েছে। দোকান আপনার পেমেন্ট সম্পন্ন করছে…",
  outside: "এই উইন্ডো দোকানের পেমেন্ট পেজ থেকে খোলে।",
  question: "আপনি কি পেমেন্টটি বাতিল করতে চান?",
  noCode: "কোড পাননি?",
  resend: "আবার কোড পাঠান",
  resendIn: "{seconds} সেকেন্ড পর আবার পাঠান",
  sent: "নতুন কোড পাঠানো হয়েছে।",
  terms: "শর্তাবলি",
  steps: {
    toLogin: {
      prompt: "আপনার বিকাশ অ্যাকাউন্ট নম্বর",
      placeholder: "যেমন 01XXXXXXXXX",
      note: "*নিশ্চিত করুন* চাপলে আপনি {terms} মেনে নিচ্ছেন",
      hint: "টেস্ট নম্বর 01770618575 · কম ব্যালেন্স 01823074817 · ব্লক করা 01823074818",
    },
    toOTP: {
      prompt: "{wallet} নম্বরে পাঠানো ভেরিফিকেশন কোড দিন",
      placeholder: "৬ সংখ্যার কোড",
      note: "কোডটি {seconds} সেকেন্ড পর্যন্ত কার্যকর।",
      hint: "টেস্ট কোড 123456",
    },
    toPIN: {
      prompt: "আপনার বিকাশ অ্যাকাউন্টের ({masked}) পিন দিন",
      placeholder: "পিন দিন",
      note: "{seconds} সেকেন্ডের মধ্যে দিন।",
      hint: "টেস্ট পিন 12121",
    },
  },
  errors: {
    2002: "এই পেমেন্ট আর চালু নেই। উইন্ডোটি বন্ধ করে দোকান থেকে আবার শুরু করুন।",
    2003: "এই নম্বরে কোনো বিকাশ অ্যাকাউন্ট নেই।",
    2009: "অ্যাকাউন্ট নম্বরটি সঠিক নয়।",
    2010: "কোডটি ৬ সংখ্যার।",
    2011: "পিনটি ৫ সংখ্যার।",
    2013: "আর কোড পাঠানো যাবে না। উইন্ডোটি বন্ধ করে আবার শুরু করুন।",
    2014: "ভুল পিন",
    2015: "অনেকবার ভুল পিন দেওয়া হয়েছে। অ্যাকাউন্টটি লক হয়েছে।",
    2016: "ভুল ভেরিফিকেশন কোড",
    2017: "অনেকবার ভুল কোড দেওয়া হয়েছে। উইন্ডোটি বন্ধ করে আবার শুরু করুন।",
    2018: "কোডের মেয়াদ শেষ। নতুন কোড নিন।",
    2019: "পিন দেওয়ার সময় শেষ। উইন্ডোটি বন্ধ করে আবার শুরু করুন।",
    2056: "এই পেমেন্ট আর চালু নেই। উইন্ডোটি বন্ধ করে দোকান থেকে আবার শুরু করুন।",
    2059: "একটি কোড পাঠানো হয়েছে। আবার চাওয়ার আগে একটু অপেক্ষা করুন।",
    native: "বিকাশ অ্যাপ থেকে লগইন এখানে নেই।",
    network: "সংযোগ নেই। আবার চেষ্টা করুন।",
  },
};

const TEXTS = { en: ENGLISH, bn: BANGLA };
const REMEMBERED = "bkash-simulator-language";

/** `?lang=`, else what was chosen before, else what the browser speaks. */
export function preferredLanguage() {
  const asked = new URLSearchParams(location.search).get("lang") ?? remembered() ?? navigator.language;
  return asked.toLowerCase().startsWith("bn") ? "bn" : "en";
}

// Storage may be blocked in an embedded page; then the choice lasts as long as the window.
function remembered() {
  try {
    return localStorage.getItem(REMEMBERED);
  } catch {
    return null;
  }
}

export function rememberLanguage(language) {
  try {
    localStorage.setItem(REMEMBERED, language);
  } catch {
    // Nothing is lost but the memory.
  }
}

export const textsIn = (language) => TEXTS[language];

/** Puts values into {braces}; whole numbers get the language's own digits. */
export function fill(text, values, language) {
  return text.replace(/\{(\w+)\}/g, (braces, name) => {
    const value = values[name];
    if (typeof value !== "number") return value ?? braces;
    return new Intl.NumberFormat(language === "bn" ? "bn-BD" : "en").format(value);
  });
}
