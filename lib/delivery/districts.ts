import type { Locale } from "@/lib/kernel/money";

type Named = { readonly [locale in Locale]: string };

export interface Division {
  readonly slug: string;
  readonly name: Named;
}

export interface District {
  readonly slug: string;
  readonly division: string;
  readonly name: Named;
}

/** The eight divisions, with the spellings that the government has used since 2018. */
export const divisions: readonly Division[] = [
  { slug: "dhaka", name: { bn: "ঢাকা", en: "Dhaka" } },
  { slug: "chattogram", name: { bn: "চট্টগ্রাম", en: "Chattogram" } },
  { slug: "rajshahi", name: { bn: "রাজশাহী", en: "Rajshahi" } },
  { slug: "khulna", name: { bn: "খুলনা", en: "Khulna" } },
  { slug: "barishal", name: { bn: "বরিশাল", en: "Barishal" } },
  { slug: "sylhet", name: { bn: "সিলেট", en: "Sylhet" } },
  { slug: "rangpur", name: { bn: "রংপুর", en: "Rangpur" } },
  { slug: "mymensingh", name: { bn: "ময়মনসিংহ", en: "Mymensingh" } },
];

/** All 64 districts. */
export const districts: readonly District[] = [
  { slug: "dhaka", division: "dhaka", name: { bn: "ঢাকা", en: "Dhaka" } },
  { slug: "faridpur", division: "dhaka", name: { bn: "ফরিদপুর", en: "Faridpur" } },
  { slug: "gazipur", division: "dhaka", name: { bn: "গাজীপুর", en: "Gazipur" } },
  { slug: "gopalganj", division: "dhaka", name: { bn: "গোপালগঞ্জ", en: "Gopalganj" } },
  { slug: "kishoreganj", division: "dhaka", name: { bn: "কিশোরগঞ্জ", en: "Kishoreganj" } },
  { slug: "madaripur", division: "dhaka", name: { bn: "মাদারীপুর", en: "Madaripur" } },
  { slug: "manikganj", division: "dhaka", name: { bn: "মানিকগঞ্জ", en: "Manikganj" } },
  { slug: "munshiganj", division: "dhaka", name: { bn: "মুন্সীগঞ্জ", en: "Munshiganj" } },
  { slug: "narayanganj", division: "dhaka", name: { bn: "নারায়ণগঞ্জ", en: "Narayanganj" } },
  { slug: "narsingdi", division: "dhaka", name: { bn: "নরসিংদী", en: "Narsingdi" } },
  { slug: "rajbari", division: "dhaka", name: { bn: "রাজবাড়ী", en: "Rajbari" } },
  { slug: "shariatpur", division: "dhaka", name: { bn: "শরীয়তপুর", en: "Shariatpur" } },
  { slug: "tangail", division: "dhaka", name: { bn: "টাঙ্গাইল", en: "Tangail" } },
  { slug: "bandarban", division: "chattogram", name: { bn: "বান্দরবান", en: "Bandarban" } },
  { slug: "brahmanbaria", division: "chattogram", name: { bn: "ব্রাহ্মণবাড়িয়া", en: "Brahmanbaria" } },
  { slug: "chandpur", division: "chattogram", name: { bn: "চাঁদপুর", en: "Chandpur" } },
  { slug: "chattogram", division: "chattogram", name: { bn: "চট্টগ্রাম", en: "Chattogram" } },
  { slug: "coxs-bazar", division: "chattogram", name: { bn: "কক্সবাজার", en: "Cox's Bazar" } },
  { slug: "cumilla", division: "chattogram", name: { bn: "কুমিল্লা", en: "Cumilla" } },
  { slug: "feni", division: "chattogram", name: { bn: "ফেনী", en: "Feni" } },
  { slug: "khagrachhari", division: "chattogram", name: { bn: "খাগড়াছড়ি", en: "Khagrachhari" } },
  { slug: "lakshmipur", division: "chattogram", name: { bn: "লক্ষ্মীপুর", en: "Lakshmipur" } },
  { slug: "noakhali", division: "chattogram", name: { bn: "নোয়াখালী", en: "Noakhali" } },
  { slug: "rangamati", division: "chattogram", name: { bn: "রাঙ্গামাটি", en: "Rangamati" } },
  { slug: "bogura", division: "rajshahi", name: { bn: "বগুড়া", en: "Bogura" } },
  { slug: "chapainawabganj", division: "rajshahi", name: { bn: "চাঁপাইনবাবগঞ্জ", en: "Chapainawabganj" } },
  { slug: "joypurhat", division: "rajshahi", name: { bn: "জয়পুরহাট", en: "Joypurhat" } },
  { slug: "naogaon", division: "rajshahi", name: { bn: "নওগাঁ", en: "Naogaon" } },
  { slug: "natore", division: "rajshahi", name: { bn: "নাটোর", en: "Natore" } },
  { slug: "pabna", division: "rajshahi", name: { bn: "পাবনা", en: "Pabna" } },
  { slug: "rajshahi", division: "rajshahi", name: { bn: "রাজশাহী", en: "Rajshahi" } },
  { slug: "sirajganj", division: "rajshahi", name: { bn: "সিরাজগঞ্জ", en: "Sirajganj" } },
  { slug: "bagerhat", division: "khulna", name: { bn: "বাগেরহাট", en: "Bagerhat" } },
  { slug: "chuadanga", division: "khulna", name: { bn: "চুয়াডাঙ্গা", en: "Chuadanga" } },
  { slug: "jashore", division: "khulna", name: { bn: "যশোর", en: "Jashore" } },
  { slug: "jhenaidah", division: "khulna", name: { bn: "ঝিনাইদহ", en: "Jhenaidah" } },
  { slug: "khulna", division: "khulna", name: { bn: "খুলনা", en: "Khulna" } },
  { slug: "kushtia", division: "khulna", name: { bn: "কুষ্টিয়া", en: "Kushtia" } },
  { slug: "magura", division: "khulna", name: { bn: "মাগুরা", en: "Magura" } },
  { slug: "meherpur", division: "khulna", name: { bn: "মেহেরপুর", en: "Meherpur" } },
  { slug: "narail", division: "khulna", name: { bn: "নড়াইল", en: "Narail" } },
  { slug: "satkhira", division: "khulna", name: { bn: "সাতক্ষীরা", en: "Satkhira" } },
  { slug: "barguna", division: "barishal", name: { bn: "বরগুনা", en: "Barguna" } },
  { slug: "barishal", division: "barishal", name: { bn: "বরিশাল", en: "Barishal" } },
  { slug: "bhola", division: "barishal", name: { bn: "ভোলা", en: "Bhola" } },
  { slug: "jhalokathi", division: "barishal", name: { bn: "ঝালকাঠি", en: "Jhalokathi" } },
  { slug: "patuakhali", division: "barishal", name: { bn: "পটুয়াখালী", en: "Patuakhali" } },
  { slug: "pirojpur", division: "barishal", name: { bn: "পিরোজপুর", en: "Pirojpur" } },
  { slug: "habiganj", division: "sylhet", name: { bn: "হবিগঞ্জ", en: "Habiganj" } },
  { slug: "moulvibazar", division: "sylhet", name: { bn: "মৌলভীবাজার", en: "Moulvibazar" } },
  { slug: "sunamganj", division: "sylhet", name: { bn: "সুনামগঞ্জ", en: "Sunamganj" } },
  { slug: "sylhet", division: "sylhet", name: { bn: "সিলেট", en: "Sylhet" } },
  { slug: "dinajpur", division: "rangpur", name: { bn: "দিনাজপুর", en: "Dinajpur" } },
  { slug: "gaibandha", division: "rangpur", name: { bn: "গাইবান্ধা", en: "Gaibandha" } },
  { slug: "kurigram", division: "rangpur", name: { bn: "কুড়িগ্রাম", en: "Kurigram" } },
  { slug: "lalmonirhat", division: "rangpur", name: { bn: "লালমনিরহাট", en: "Lalmonirhat" } },
  { slug: "nilphamari", division: "rangpur", name: { bn: "নীলফামারী", en: "Nilphamari" } },
  { slug: "panchagarh", division: "rangpur", name: { bn: "পঞ্চগড়", en: "Panchagarh" } },
  { slug: "rangpur", division: "rangpur", name: { bn: "রংপুর", en: "Rangpur" } },
  { slug: "thakurgaon", division: "rangpur", name: { bn: "ঠাকুরগাঁও", en: "Thakurgaon" } },
  { slug: "jamalpur", division: "mymensingh", name: { bn: "জামালপুর", en: "Jamalpur" } },
  { slug: "mymensingh", division: "mymensingh", name: { bn: "ময়মনসিংহ", en: "Mymensingh" } },
  { slug: "netrokona", division: "mymensingh", name: { bn: "নেত্রকোণা", en: "Netrokona" } },
  { slug: "sherpur", division: "mymensingh", name: { bn: "শেরপুর", en: "Sherpur" } },
];

const bySlug = new Map(districts.map((district) => [district.slug, district]));

/** The district of that slug, or null: a form can send anything. */
export const findDistrict = (slug: string): District | null => bySlug.get(slug) ?? null;

/** For a select: divisions with their districts, each in the reader's alphabet. */
export function districtsByDivision(locale: Locale) {
  return divisions.map((division) => ({
    label: division.name[locale],
    options: districts
      .filter((district) => district.division === division.slug)
      .map((district) => ({ value: district.slug, label: district.name[locale] }))
      .sort((a, b) => a.label.localeCompare(b.label, locale)),
  }));
}
