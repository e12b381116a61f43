/**
 * What makes this shop yours: change these words, and the colours in tailwind.config.ts.
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
  /** As printed on your papers. The law wants them on the site. */
  legal: {
    owner: { bn: "হাট লিমিটেড", en: "Haat Limited" },
    tradeLicence: "TRAD/DSCC/000000/2026",
    bin: "000000000-0000",
    dbid: "000000000",
  },
  /** Who takes your parcels: offered when an order is handed over, and any other name may be typed. */
  couriers: ["Steadfast", "Pathao Courier", "RedX", "Paperfly", "Carrybee", "Sundarban Courier"],
  /** Days in which a buyer can send something back. */
  returnDays: 7,
} as const;
