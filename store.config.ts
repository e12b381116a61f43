/**
 * What makes this shop yours: its words, and its colours at the end of this file.
 * Names, address and numbers below belong to nobody; replace them before you go live.
 */
export const store = {
  name: { bn: "হাট", en: "Haat" },
  tagline: {
    bn: "বাংলার হাতে তৈরি, আপনার ঘরে",
    en: "Made by hand in Bangladesh",
  },
  description: {
    bn: "তাঁত, মাটি, কাঁসা আর খেতের সেরা জিনিস—সরাসরি কারিগর ও চাষির কাছ থেকে, বিকাশে নিরাপদ পেমেন্টে।",
    en: "Handloom, clay, brass and the best of the harvest, straight from makers and growers, paid safely with bKash.",
  },
  phone: "+8809600000000",
  /** As people read it. */
  phoneShown: { bn: "০৯৬০০-০০০০০০", en: "09600-000000" },
  email: "help@haat.example",
  address: {
    bn: "বাড়ি ০, সড়ক ০, ধানমন্ডি, ঢাকা ১২০৫",
    en: "House 0, Road 0, Dhanmondi, Dhaka 1205",
  },
  hours: {
    bn: "শনি–বৃহস্পতি, সকাল ১০টা–রাত ৮টা",
    en: "Saturday–Thursday, 10 am–8 pm",
  },
  /** Who hears complaints. The law wants an answer within 72 hours. */
  complaints: {
    email: "complaints@haat.example",
    phone: "+8809600000000",
    phoneShown: { bn: "০৯৬০০-০০০০০০", en: "09600-000000" },
  },
  /** As printed on your papers. The law wants them on the site. */
  legal: {
    owner: { bn: "হাট লিমিটেড", en: "Haat Limited" },
    tradeLicence: "TRAD/DSCC/000000/2026",
    bin: "000000000-0000",
    dbid: "000000000",
  },
  /** Who takes your parcels: offered when an order is handed over, and any other name may be typed. */
  couriers: ["Steadfast", "Pathao Courier", "RedX", "Paperfly", "Carrybee", "Sundarban Courier"],
  /** At checkout: cash on delivery, once the delivery fee was paid by bKash. It keeps away orders that nobody means. */
  offersDeliveryFeeInAdvance: true,
  /**
   * The day on which you read each page and made it true, "2026-12-01"; readers see it. null: it is still the template's, and
   * `npm run doctor` says so.
   */
  policiesReadOn: { delivery: null, returns: null, terms: null, privacy: null, contact: null, about: null },
  /**
   * What this shop offers. false: no link, no page, no form, and whoever had one open before is refused. What was written
   * stays in the database, and is there again when it is switched on.
   */
  features: {
    /** Buyers say what the goods are like; each review waits for you. */
    reviews: true,
    /** Hearts, and the list of what they mark. */
    wishlist: true,
    /** Codes that take something off. */
    coupons: true,
    /** Sign-in by a code, with orders and addresses in one place. Without it everybody buys as a guest. */
    accounts: true,
    /** Whoever leaves a number is told when it can be bought again. */
    backInStock: true,
    /** An order is found by its number and the phone that it was placed with. */
    tracking: true,
    /** Dark where the system is dark, and a switch at the page's foot. */
    darkTheme: true,
    /** Keeps visited catalogue pages for when there is no line (public/sw.js). false: those who have them forget them. */
    offline: true,
  },
  /** Days in which a buyer can send something back. */
  returnDays: 7,
} as const;

/** How Bangla pages, papers and messages write numbers: "bengali" is ৳১,২৩,৪৫৬, "latin" is ৳1,23,456. */
export const digits: "bengali" | "latin" = "bengali";

/**
 * The shop's colours by day. Components know only these names; text on a colour keeps a contrast of 4.5 or more in both
 * themes, which e2e/themes.once.spec.ts checks on every page. A colour of six digits: pictures for links are drawn with them too.
 */
const light = {
  paper: "#FBF8F3",
  card: "#FFFFFF",
  ink: "#1E2A26",
  "ink-soft": "#55615C",
  line: "#E7DFD0",
  "line-strong": "#8B8472",
  brand: "#0F5C4C",
  "brand-deep": "#0A4236",
  "brand-tint": "#E6F0EB",
  "on-brand": "#FBF8F3",
  terracotta: "#C8553D",
  "terracotta-deep": "#A13D28",
  "on-terracotta": "#FFFFFF",
  turmeric: "#E3A72F",
  "turmeric-deep": "#7A5200",
  "turmeric-tint": "#FBF0D8",
  "on-turmeric": "#1E2A26",
  river: "#2F6F8F",
  "river-tint": "#E4EFF4",
  jute: "#D9C6A3",
  "jute-tint": "#F4EDE0",
  blush: "#F2D6CC",
  "blush-tint": "#FBF0EC",
  /** The ground at a page's foot, dark in both themes. */
  night: "#0A4236",
  "on-night": "#FBF8F3",
  "on-night-soft": "#D9C6A3",
  /** What lies over a page while a dialog is open. */
  shade: "#101815",
  shadow: "rgb(30 42 38 / 0.18)",
  /** Reserved for the button that pays. */
  bkash: "#E2136E",
  "on-bkash": "#FFFFFF",
} as const;

/** The same names by night. What fills a button by day is light enough to be a word's colour here, so what stands on it is dark. */
const dark: Record<keyof typeof light, string> = {
  paper: "#121816",
  card: "#1A2320",
  ink: "#EFEBE2",
  "ink-soft": "#ABB6AF",
  line: "#313D38",
  "line-strong": "#7F8A84",
  brand: "#7FCBB4",
  "brand-deep": "#A5DECD",
  "brand-tint": "#18342C",
  "on-brand": "#0A1F19",
  terracotta: "#E07A5F",
  "terracotta-deep": "#F2A08A",
  "on-terracotta": "#2B0E07",
  turmeric: "#E3A72F",
  "turmeric-deep": "#EFC46B",
  "turmeric-tint": "#372B12",
  "on-turmeric": "#1E2A26",
  river: "#86C2DE",
  "river-tint": "#152C37",
  jute: "#6F6249",
  "jute-tint": "#222A26",
  blush: "#5A372D",
  "blush-tint": "#38211B",
  night: "#0B1F1A",
  "on-night": "#EFEBE2",
  "on-night-soft": "#C9BA9B",
  shade: "#050807",
  shadow: "rgb(0 0 0 / 0.55)",
  bkash: "#E2136E",
  "on-bkash": "#FFFFFF",
};

export const colours = { light, dark } as const;
