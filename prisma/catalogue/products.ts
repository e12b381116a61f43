import type { CategorySlug, LocalizedText } from "./categories";

/** Short paragraphs in both languages of the shop. */
export interface LocalizedParagraphs {
  readonly bn: readonly string[];
  readonly en: readonly string[];
}

export interface ProductDetail {
  readonly label: LocalizedText;
  readonly value: LocalizedText;
}

export interface CatalogueProduct {
  readonly slug: string;
  readonly sku: string;
  readonly categorySlug: CategorySlug;
  readonly name: LocalizedText;
  readonly summary: LocalizedText;
  readonly description: LocalizedParagraphs;
  /** 100 poisha make one taka. */
  readonly priceInPoisha: number;
  /** The price before a reduction; always above the price. */
  readonly compareAtPriceInPoisha?: number;
  readonly stock: number;
  /** Weight of the packed product, for the delivery fee. */
  readonly weightInGrams: number;
  readonly origin: LocalizedText;
  readonly image: `/art/products/${string}.svg`;
  readonly imageAlt: LocalizedText;
  readonly featured: boolean;
  readonly details: readonly ProductDetail[];
}

export const products: readonly CatalogueProduct[] = [
  // Clothing & textiles
  {
    slug: "jamdani-scarf",
    sku: "HAAT-TEX-001",
    categorySlug: "clothing-textiles",
    name: { bn: "জামদানি ওড়না", en: "Jamdani scarf" },
    summary: {
      bn: "হাতের তাঁতে বোনা হালকা সুতি ওড়না, গায়ে ছড়ানো ছোট ছোট বুটি",
      en: "A light handloom cotton scarf scattered with small woven flowers",
    },
    description: {
      bn: [
        "শীতলক্ষ্যার পাড়ে রূপগঞ্জের তাঁতে বোনা। নকশার প্রতিটি বুটি আলাদা সুতায় হাতে তোলা হয়, তাই একটি ওড়না শেষ করতে দুজন কারিগরের প্রায় পাঁচ দিন লাগে।",
        "৮০ কাউন্টের সুতি, ওজনে হালকা, গরমেও আরাম। লম্বায় ২০০ সেমি, চওড়ায় ৬৫ সেমি; দুই মাথায় হাতে পাকানো ঝুল।",
        "ঠান্ডা পানিতে আলাদা করে হাতে ধুয়ে ছায়ায় শুকান। মাড় দিয়ে হালকা ইস্ত্রি করলে বুনন আরও ফুটে ওঠে।",
      ],
      en: [
        "Woven in Rupganj on the bank of the Shitalakshya. Every flower is laid in by hand with its own thread, so one scarf takes two weavers about five days.",
        "80-count cotton, light enough for the hottest months. 200 cm long and 65 cm wide, with a hand-twisted fringe at both ends.",
        "Wash by hand, separately, in cold water and dry in the shade. A little starch and a warm iron bring the pattern out.",
      ],
    },
    priceInPoisha: 285000,
    compareAtPriceInPoisha: 320000,
    stock: 14,
    weightInGrams: 180,
    origin: { bn: "নারায়ণগঞ্জ", en: "Narayanganj" },
    image: "/art/products/jamdani-scarf.svg",
    imageAlt: {
      bn: "বাঁশের আড়ায় ঝোলানো সবুজ বুটির ঘিয়ে রঙের জামদানি ওড়না",
      en: "A cream jamdani scarf with green motifs hanging over a bamboo rod",
    },
    featured: true,
    details: [
      {
        label: { bn: "উপাদান", en: "Material" },
        value: { bn: "১০০% সুতি, ৮০ কাউন্ট", en: "100% cotton, 80 count" },
      },
      { label: { bn: "মাপ", en: "Size" }, value: { bn: "২০০ × ৬৫ সেমি", en: "200 × 65 cm" } },
      { label: { bn: "বুনন", en: "Weave" }, value: { bn: "হাতের তাঁত", en: "Handloom" } },
      { label: { bn: "যত্ন", en: "Care" }, value: { bn: "ঠান্ডা পানিতে হাতে ধোয়া", en: "Hand wash cold" } },
    ],
  },
  {
    slug: "khadi-panjabi",
    sku: "HAAT-TEX-002",
    categorySlug: "clothing-textiles",
    name: { bn: "খাদি পাঞ্জাবি", en: "Khadi panjabi" },
    summary: {
      bn: "কুমিল্লার খাদি কাপড়ের আরামদায়ক পাঞ্জাবি, বুকে হাতের সেলাই",
      en: "An easy-fitting panjabi in Cumilla khadi, hand-stitched at the placket",
    },
    description: {
      bn: [
        "কুমিল্লার চান্দিনায় বোনা খাদি—একটু খসখসে, অথচ প্রতি ধোয়ায় নরম হতে থাকে। গরমে বাতাস চলে, শীতে চাদরের নিচেও মানায়।",
        "ব্যান্ড কলার, নারকেলের মালার বোতাম, বোতামপট্টির দুই পাশে কাঁথার ফোঁড়। দুই পাশে পকেট আছে।",
        "সাইজ ৪২ (বুক ১০৭ সেমি, লম্বা ১০৪ সেমি)। প্রথম ধোয়ায় ২% পর্যন্ত চাপতে পারে, সেটুকু ধরেই কাটা।",
      ],
      en: [
        "Khadi woven at Chandina in Cumilla: a little coarse at first, softer with every wash. It breathes in the heat and sits well under a shawl in winter.",
        "Band collar, coconut-shell buttons and a line of kantha stitch along the placket. Pockets on both sides.",
        "Size 42 (chest 107 cm, length 104 cm). It may shrink by up to 2% in the first wash; the cut allows for it.",
      ],
    },
    priceInPoisha: 245000,
    stock: 22,
    weightInGrams: 420,
    origin: { bn: "কুমিল্লা", en: "Cumilla" },
    image: "/art/products/khadi-panjabi.svg",
    imageAlt: {
      bn: "কাঠের হ্যাঙ্গারে ঝোলানো গাঢ় সবুজ খাদি পাঞ্জাবি",
      en: "A deep green khadi panjabi on a wooden hanger",
    },
    featured: false,
    details: [
      { label: { bn: "উপাদান", en: "Material" }, value: { bn: "১০০% সুতি খাদি", en: "100% cotton khadi" } },
      { label: { bn: "সাইজ", en: "Size" }, value: { bn: "৪২ (বুক ১০৭ সেমি)", en: "42 (chest 107 cm)" } },
      { label: { bn: "বোতাম", en: "Buttons" }, value: { bn: "নারকেলের মালা", en: "Coconut shell" } },
      {
        label: { bn: "যত্ন", en: "Care" },
        value: { bn: "৩০° সেলসিয়াসে ধোয়া যায়", en: "Machine wash at 30 °C" },
      },
    ],
  },
  {
    slug: "gamcha-towel",
    sku: "HAAT-TEX-003",
    categorySlug: "clothing-textiles",
    name: { bn: "চেক গামছা", en: "Checked gamcha" },
    summary: {
      bn: "পাতলা, নরম, চটজলদি শুকায়—সেই চেনা লাল-সাদা গামছা",
      en: "Thin, soft and quick to dry: the red-and-white gamcha everyone knows",
    },
    description: {
      bn: [
        "সিরাজগঞ্জের তাঁতে বোনা খাঁটি সুতি গামছা। গোসলের পর গা মুছতে, ভ্রমণে ব্যাগে রাখতে কিংবা রোদে মাথায় জড়াতে—কাজের শেষ নেই।",
        "লম্বায় ১৫০ সেমি, চওড়ায় ৭৫ সেমি। প্রথম দুবার আলাদা করে ধোবেন, রং সামান্য উঠতে পারে; এরপর আর ওঠে না।",
      ],
      en: [
        "Pure cotton, woven on the looms of Sirajganj. Dry off with it, pack it for a journey or wrap it round your head in the sun; it never runs out of uses.",
        "150 cm long and 75 cm wide. Wash it separately the first two times, as a little colour may run; after that it holds.",
      ],
    },
    priceInPoisha: 35000,
    stock: 120,
    weightInGrams: 160,
    origin: { bn: "সিরাজগঞ্জ", en: "Sirajganj" },
    image: "/art/products/gamcha-towel.svg",
    imageAlt: {
      bn: "ভাঁজ করা ও গোল করে মোড়ানো লাল-সাদা চেক গামছা",
      en: "Red-and-white checked gamchas, folded and rolled",
    },
    featured: false,
    details: [
      { label: { bn: "উপাদান", en: "Material" }, value: { bn: "১০০% সুতি", en: "100% cotton" } },
      { label: { bn: "মাপ", en: "Size" }, value: { bn: "১৫০ × ৭৫ সেমি", en: "150 × 75 cm" } },
      {
        label: { bn: "যত্ন", en: "Care" },
        value: { bn: "প্রথম দুবার আলাদা ধোবেন", en: "Wash separately the first two times" },
      },
    ],
  },
  {
    slug: "nakshi-kantha-throw",
    sku: "HAAT-TEX-004",
    categorySlug: "clothing-textiles",
    name: { bn: "নকশিকাঁথা", en: "Nakshi kantha throw" },
    summary: {
      bn: "তিন পরত সুতি কাপড়ে হাতে তোলা পদ্ম আর কলকার নকশা",
      en: "Lotus and paisley, stitched by hand through three layers of cotton",
    },
    description: {
      bn: [
        "জামালপুরের মেয়েদের হাতে সেলাই করা। মাঝখানে পদ্ম, চার কোণে কলকা, আর পুরো জমিনজুড়ে কাঁথার ফোঁড়। একটি কাঁথায় লেগে যায় প্রায় দুই মাস।",
        "তিন পরত নরম সুতি কাপড়—হালকা শীতে গায়ে দেওয়ার মতো, আবার খাটে বিছিয়ে রাখলেও ঘর ভরে ওঠে। মাপ ২১০ × ১৫০ সেমি।",
        "হাতের কাজ বলে এক কাঁথার সঙ্গে আরেকটির নকশায় সামান্য তফাত থাকে। হালকা সাবান দিয়ে ঠান্ডা পানিতে ধুয়ে ছায়ায় মেলে দিন।",
      ],
      en: [
        "Stitched by women in Jamalpur: a lotus in the middle, a paisley in each corner and running stitch over the whole field. One throw takes about two months.",
        "Three layers of soft cotton, right for a mild winter night and handsome across a bed. 210 × 150 cm.",
        "Made by hand, so no two are quite the same. Wash in cold water with a mild soap and dry flat in the shade.",
      ],
    },
    priceInPoisha: 650000,
    stock: 3,
    weightInGrams: 1350,
    origin: { bn: "জামালপুর", en: "Jamalpur" },
    image: "/art/products/nakshi-kantha-throw.svg",
    imageAlt: {
      bn: "কাঠের বেঞ্চে মেলে রাখা নকশিকাঁথা, মাঝে সেলাই করা পদ্ম",
      en: "A nakshi kantha throw with a stitched lotus, spread over a wooden bench",
    },
    featured: true,
    details: [
      { label: { bn: "উপাদান", en: "Material" }, value: { bn: "সুতি, তিন পরত", en: "Cotton, three layers" } },
      { label: { bn: "মাপ", en: "Size" }, value: { bn: "২১০ × ১৫০ সেমি", en: "210 × 150 cm" } },
      {
        label: { bn: "কাজ", en: "Work" },
        value: { bn: "পুরোটাই হাতের সেলাই", en: "Stitched entirely by hand" },
      },
      { label: { bn: "যত্ন", en: "Care" }, value: { bn: "ঠান্ডা পানিতে হাতে ধোয়া", en: "Hand wash cold" } },
    ],
  },
  {
    slug: "rajshahi-silk-stole",
    sku: "HAAT-TEX-005",
    categorySlug: "clothing-textiles",
    name: { bn: "রাজশাহী সিল্কের উত্তরীয়", en: "Rajshahi silk stole" },
    summary: {
      bn: "তুঁত রেশমে বোনা নরম উত্তরীয়, দুই পাড়ে হলুদের ছোঁয়া",
      en: "A soft mulberry-silk stole with a turmeric border at each end",
    },
    description: {
      bn: [
        "রাজশাহীর তুঁত রেশমে বোনা, গায়ে দিলে জলের মতো গড়িয়ে পড়ে। পোড়ামাটি রঙের জমিন, পাড়ে হলুদের চওড়া টান।",
        "মাপ ১৯০ × ৫৫ সেমি। শাড়ি, কামিজ বা পাঞ্জাবি—সবকিছুর সঙ্গেই মানিয়ে যায়। উপহারের জন্য কাগজের বাক্সে আসে।",
        "ড্রাই ওয়াশ করান, অথবা শ্যাম্পু মেশানো ঠান্ডা পানিতে আলতো করে ধুয়ে ছায়ায় শুকান। উল্টো পিঠে হালকা ইস্ত্রি।",
      ],
      en: [
        "Woven from Rajshahi mulberry silk, it falls like water. The ground is terracotta, with a broad band of turmeric at each border.",
        "190 × 55 cm, at home with a sari, a kameez or a panjabi. It comes in a paper gift box.",
        "Dry clean, or wash gently in cold water with a little shampoo and dry in the shade. Iron warm on the reverse.",
      ],
    },
    priceInPoisha: 320000,
    stock: 18,
    weightInGrams: 140,
    origin: { bn: "রাজশাহী", en: "Rajshahi" },
    image: "/art/products/rajshahi-silk-stole.svg",
    imageAlt: {
      bn: "কাঠের রিংয়ে ঝোলানো পোড়ামাটি রঙের সিল্কের উত্তরীয়",
      en: "A terracotta silk stole falling from a wooden ring",
    },
    featured: false,
    details: [
      { label: { bn: "উপাদান", en: "Material" }, value: { bn: "১০০% তুঁত রেশম", en: "100% mulberry silk" } },
      { label: { bn: "মাপ", en: "Size" }, value: { bn: "১৯০ × ৫৫ সেমি", en: "190 × 55 cm" } },
      {
        label: { bn: "যত্ন", en: "Care" },
        value: { bn: "ড্রাই ওয়াশ বা আলতো হাতে ধোয়া", en: "Dry clean or gentle hand wash" },
      },
      { label: { bn: "মোড়ক", en: "Packing" }, value: { bn: "উপহারের বাক্সে", en: "In a gift box" } },
    ],
  },

  // Food & tea
  {
    slug: "sylhet-black-tea",
    sku: "HAAT-FOD-001",
    categorySlug: "food-tea",
    name: { bn: "সিলেটের কালো চা", en: "Sylhet black tea" },
    summary: {
      bn: "শ্রীমঙ্গলের বাগানের পাতা—কড়া লিকার, সোনালি রং",
      en: "Leaf from the gardens of Sreemangal: a strong cup with a golden colour",
    },
    description: {
      bn: [
        "শ্রীমঙ্গলের টিলার বাগান থেকে তোলা দুটি পাতা একটি কুঁড়ি। রং গাঢ়, ঘ্রাণ টাটকা; দুধ চা হোক বা আদা-লেবুর রং চা, দুটোতেই জমে।",
        "এক কাপের জন্য এক চা-চামচ পাতা, ফুটন্ত পানিতে তিন মিনিট। প্যাকেট খোলার পর মুখ বন্ধ কৌটায় রাখুন।",
      ],
      en: [
        "Two leaves and a bud, picked on the hill gardens of Sreemangal. Deep in colour and fresh on the nose, it is as good with milk as it is plain with ginger and lemon.",
        "One teaspoon a cup, three minutes in boiling water. Keep it in a closed tin once the pack is open.",
      ],
    },
    priceInPoisha: 32000,
    stock: 85,
    weightInGrams: 440,
    origin: { bn: "মৌলভীবাজার", en: "Moulvibazar" },
    image: "/art/products/sylhet-black-tea.svg",
    imageAlt: {
      bn: "সবুজ চায়ের প্যাকেট, পাশে কাচের গ্লাসে রং চা",
      en: "A green pack of tea beside a glass of black tea",
    },
    featured: true,
    details: [
      { label: { bn: "নিট ওজন", en: "Net weight" }, value: { bn: "৪০০ গ্রাম", en: "400 g" } },
      { label: { bn: "ধরন", en: "Grade" }, value: { bn: "কালো চা, বিওপি", en: "Black tea, BOP" } },
      { label: { bn: "বাগান", en: "Garden" }, value: { bn: "শ্রীমঙ্গল", en: "Sreemangal" } },
      {
        label: { bn: "মেয়াদ", en: "Best before" },
        value: { bn: "প্যাক করার ১৮ মাস পর্যন্ত", en: "18 months from packing" },
      },
    ],
  },
  {
    slug: "sundarban-honey",
    sku: "HAAT-FOD-002",
    categorySlug: "food-tea",
    name: { bn: "সুন্দরবনের মধু", en: "Sundarban honey" },
    summary: {
      bn: "মৌয়ালদের সংগ্রহ করা খলিশা ফুলের মধু, পাতলা ও সুগন্ধি",
      en: "Thin, fragrant khalisha-blossom honey gathered by the forest's honey collectors",
    },
    description: {
      bn: [
        "চৈত্র-বৈশাখে সুন্দরবনের খলিশা ফুল থেকে মৌয়ালরা যে মধু আনেন, এ সেই মধু। শুধু ছেঁকে বোতলে ভরা; কিছু মেশানো হয় না, জ্বালও দেওয়া হয় না।",
        "বনের মধু স্বভাবতই একটু পাতলা, আর ঝাঁকালে ফেনা ওঠে। রং হালকা সোনালি থেকে গাঢ় হতে পারে, মৌসুম বুঝে।",
        "শুকনা চামচ ব্যবহার করুন, ঘরের তাপমাত্রায় রাখুন; ফ্রিজে দরকার নেই।",
      ],
      en: [
        "In spring the mawals of the Sundarban bring out honey from the khalisha blossom. This is that honey, strained and bottled: nothing added, never heated.",
        "Forest honey is naturally thin and foams when shaken. Its colour runs from pale gold to amber with the season.",
        "Use a dry spoon and keep it at room temperature; it needs no fridge.",
      ],
    },
    priceInPoisha: 75000,
    stock: 40,
    weightInGrams: 780,
    origin: { bn: "সাতক্ষীরা", en: "Satkhira" },
    image: "/art/products/sundarban-honey.svg",
    imageAlt: {
      bn: "কাচের বয়ামে সোনালি মধু, পাশে কাঠের মধুকাঠি ও ফুল",
      en: "A jar of golden honey with a wooden dipper and blossom",
    },
    featured: true,
    details: [
      { label: { bn: "নিট ওজন", en: "Net weight" }, value: { bn: "৫০০ গ্রাম", en: "500 g" } },
      { label: { bn: "ফুল", en: "Blossom" }, value: { bn: "খলিশা", en: "Khalisha" } },
      { label: { bn: "সংগ্রহ", en: "Harvest" }, value: { bn: "চৈত্র–বৈশাখ", en: "March to May" } },
      { label: { bn: "মোড়ক", en: "Packing" }, value: { bn: "কাচের বয়াম", en: "Glass jar" } },
    ],
  },
  {
    slug: "khejur-patali-gur",
    sku: "HAAT-FOD-003",
    categorySlug: "food-tea",
    name: { bn: "খেজুরের পাটালি গুড়", en: "Date-palm patali gur" },
    summary: {
      bn: "শীতের ভোরের রস জ্বাল দিয়ে জমানো নলেন গুড়ের পাটালি",
      en: "Winter date-palm sap, simmered and set into cakes of nolen gur",
    },
    description: {
      bn: [
        "যশোরের গাছির ভোরে নামানো রস মাটির চুলায় জ্বাল দিয়ে, বীজ মেরে, ছাঁচে জমানো পাটালি। ভাঙলে দানা দানা, মুখে দিলে ধোঁয়া আর ক্যারামেলের ঘ্রাণ।",
        "পিঠা, পায়েস, কিংবা মুড়ির সঙ্গে একটুকরা। চিনি মেশানো হয় না, তাই গরমে নরম হতে পারে।",
        "শুধু শীতেই মেলে—অগ্রহায়ণ থেকে ফাল্গুন। ঠান্ডা, শুকনা জায়গায় রাখুন।",
      ],
      en: [
        "Sap brought down at dawn in Jashore, simmered over a clay stove, worked until it grains and set in a mould. It breaks into crumbs and tastes of smoke and caramel.",
        "For pitha, for payesh, or a piece with puffed rice. No sugar is mixed in, so it may soften in the heat.",
        "It is made only in winter, from November to February. Keep it cool and dry.",
      ],
    },
    priceInPoisha: 48000,
    stock: 0,
    weightInGrams: 1060,
    origin: { bn: "যশোর", en: "Jashore" },
    image: "/art/products/khejur-patali-gur.svg",
    imageAlt: {
      bn: "কলাপাতার ওপর সাজানো খেজুরের পাটালি গুড়, পাশে রসের মাটির হাঁড়ি",
      en: "Cakes of date-palm gur on a banana leaf beside a clay sap pot",
    },
    featured: false,
    details: [
      { label: { bn: "নিট ওজন", en: "Net weight" }, value: { bn: "১ কেজি", en: "1 kg" } },
      { label: { bn: "উপাদান", en: "Ingredients" }, value: { bn: "শুধু খেজুরের রস", en: "Date-palm sap only" } },
      { label: { bn: "মৌসুম", en: "Season" }, value: { bn: "অগ্রহায়ণ–ফাল্গুন", en: "November to February" } },
    ],
  },
  {
    slug: "chinigura-rice",
    sku: "HAAT-FOD-004",
    categorySlug: "food-tea",
    name: { bn: "চিনিগুঁড়া চাল", en: "Chinigura rice" },
    summary: {
      bn: "দিনাজপুরের ছোট দানার সুগন্ধি চাল, পোলাও-বিরিয়ানির জন্য",
      en: "Small, fragrant rice from Dinajpur for polao and biryani",
    },
    description: {
      bn: [
        "দিনাজপুরের মাঠের চিনিগুঁড়া ধানের চাল—দানা ছোট, ঘ্রাণ বড়। পোলাও, বিরিয়ানি, তেহারি বা পায়েস; হাঁড়ির ঢাকনা খুললেই টের পাওয়া যায়।",
        "রান্নার আগে ধুয়ে ১৫ মিনিট ভিজিয়ে রাখুন। এক কাপ চালে দেড় কাপ গরম পানি, অল্প আঁচে দমে রাখুন।",
      ],
      en: [
        "Chinigura from the fields of Dinajpur: a small grain with a great scent. Polao, biryani, tehari or payesh, you know it as soon as the lid is lifted.",
        "Rinse and soak for 15 minutes. Use one and a half cups of hot water for each cup of rice and finish it over a low flame.",
      ],
    },
    priceInPoisha: 39000,
    stock: 64,
    weightInGrams: 2050,
    origin: { bn: "দিনাজপুর", en: "Dinajpur" },
    image: "/art/products/chinigura-rice.svg",
    imageAlt: {
      bn: "মুখ খোলা চটের বস্তায় চিনিগুঁড়া চাল, পাশে কাঠের বাটি",
      en: "An open jute sack of chinigura rice with a wooden bowl",
    },
    featured: false,
    details: [
      { label: { bn: "নিট ওজন", en: "Net weight" }, value: { bn: "২ কেজি", en: "2 kg" } },
      { label: { bn: "জাত", en: "Variety" }, value: { bn: "চিনিগুঁড়া, আতপ", en: "Chinigura, sun-dried" } },
      { label: { bn: "মোড়ক", en: "Packing" }, value: { bn: "চটের ব্যাগ", en: "Jute bag" } },
    ],
  },
  {
    slug: "mango-pickle",
    sku: "HAAT-FOD-005",
    categorySlug: "food-tea",
    name: { bn: "কাঁচা আমের আচার", en: "Green mango pickle" },
    summary: {
      bn: "রোদে মজানো কাঁচা আম, সরিষার তেল আর পাঁচফোড়ন",
      en: "Green mango ripened in the sun with mustard oil and panch phoron",
    },
    description: {
      bn: [
        "চাঁপাইনবাবগঞ্জের কাঁচা আম খোসাসহ কেটে, নুন-হলুদ মাখিয়ে, রোদে শুকিয়ে সরিষার তেলে মজানো। ঝাল মাঝারি, টক পুরো।",
        "খিচুড়ির পাতে এক টুকরাই যথেষ্ট। শুকনা চামচ দিয়ে তুলুন, আর মাঝেমধ্যে বয়াম রোদে দিন।",
      ],
      en: [
        "Green mangoes from Chapainawabganj, cut with the skin on, rubbed with salt and turmeric, dried in the sun and left to ripen in mustard oil. Fairly hot, thoroughly sour.",
        "One piece is enough beside a plate of khichuri. Use a dry spoon, and give the jar some sun now and then.",
      ],
    },
    priceInPoisha: 28000,
    stock: 52,
    weightInGrams: 650,
    origin: { bn: "চাঁপাইনবাবগঞ্জ", en: "Chapainawabganj" },
    image: "/art/products/mango-pickle.svg",
    imageAlt: {
      bn: "কাপড়ে মুখ বাঁধা বয়ামে আমের আচার, পাশে কাঁচা আম",
      en: "A cloth-topped jar of mango pickle beside a green mango",
    },
    featured: false,
    details: [
      { label: { bn: "নিট ওজন", en: "Net weight" }, value: { bn: "৪০০ গ্রাম", en: "400 g" } },
      {
        label: { bn: "উপাদান", en: "Ingredients" },
        value: {
          bn: "কাঁচা আম, সরিষার তেল, লবণ, হলুদ, মরিচ, পাঁচফোড়ন",
          en: "Green mango, mustard oil, salt, turmeric, chilli, panch phoron",
        },
      },
      {
        label: { bn: "মেয়াদ", en: "Best before" },
        value: { bn: "প্যাক করার ১২ মাস পর্যন্ত", en: "12 months from packing" },
      },
    ],
  },

  // Home & kitchen
  {
    slug: "terracotta-tea-set",
    sku: "HAAT-HOM-001",
    categorySlug: "home-kitchen",
    name: { bn: "পোড়ামাটির চায়ের সেট", en: "Terracotta tea set" },
    summary: {
      bn: "একটি কেটলি আর চারটি কাপ, বাউফলের কুমারের চাকে গড়া",
      en: "A teapot and four cups, thrown on the wheel in Bauphal",
    },
    description: {
      bn: [
        "পটুয়াখালীর বাউফলের কুমারপাড়ায় চাকে গড়া, কাঠের আগুনে পোড়ানো। ভেতরে খাবার-নিরাপদ স্বচ্ছ গ্লেজ, বাইরে মাটির নিজের রং।",
        "কেটলিতে ৭০০ মিলি, প্রতি কাপে ১২০ মিলি চা ধরে। কেটলির গায়ে হাতে টানা সাদা নকশা।",
        "নরম স্পঞ্জে হাতে ধুয়ে নিন। চুলায় বা মাইক্রোওয়েভে দেবেন না।",
      ],
      en: [
        "Thrown on the wheel in the potters' quarter of Bauphal, Patuakhali, and fired with wood. A clear food-safe glaze inside, the clay's own colour outside.",
        "The pot holds 700 ml and each cup 120 ml. The white pattern is drawn by hand.",
        "Wash by hand with a soft sponge. Not for the stove or the microwave.",
      ],
    },
    priceInPoisha: 145000,
    stock: 16,
    weightInGrams: 1900,
    origin: { bn: "পটুয়াখালী", en: "Patuakhali" },
    image: "/art/products/terracotta-tea-set.svg",
    imageAlt: {
      bn: "সাদা নকশা করা পোড়ামাটির কেটলি ও দুটি কাপ",
      en: "A terracotta teapot with white patterns and two cups",
    },
    featured: true,
    details: [
      {
        label: { bn: "উপাদান", en: "Material" },
        value: { bn: "পোড়ামাটি, ভেতরে গ্লেজ", en: "Terracotta, glazed inside" },
      },
      {
        label: { bn: "সেটে আছে", en: "In the set" },
        value: { bn: "১টি কেটলি, ৪টি কাপ", en: "1 teapot, 4 cups" },
      },
      {
        label: { bn: "ধারণক্ষমতা", en: "Capacity" },
        value: { bn: "কেটলি ৭০০ মিলি, কাপ ১২০ মিলি", en: "Pot 700 ml, cup 120 ml" },
      },
      { label: { bn: "যত্ন", en: "Care" }, value: { bn: "হাতে ধোয়া", en: "Hand wash" } },
    ],
  },
  {
    slug: "brass-serving-bowl",
    sku: "HAAT-HOM-002",
    categorySlug: "home-kitchen",
    name: { bn: "পিতলের পরিবেশন বাটি", en: "Brass serving bowl" },
    summary: {
      bn: "ধামরাইয়ের ঢালাই পিতলের ভারী বাটি, সঙ্গে হাতা",
      en: "A heavy cast-brass bowl from Dhamrai, with a ladle",
    },
    description: {
      bn: [
        "ধামরাইয়ের পিতলশিল্পীদের ঢালাই করা বাটি, কিনারায় হাতে খোদাই করা লতা। পোলাও বা ফিরনি পরিবেশনে টেবিলের চেহারাই বদলে যায়।",
        "ব্যাস ২২ সেমি, উচ্চতা ১১ সেমি, ধরে দেড় লিটার। ভেতরে টিনের কলাই করা।",
        "তেঁতুল বা লেবু দিয়ে মেজে শুকনা কাপড়ে মুছে রাখুন, ঝকঝকে থাকবে। টক খাবার অনেকক্ষণ রাখবেন না।",
      ],
      en: [
        "Cast by the brass-workers of Dhamrai, with a vine engraved by hand round the rim. Polao or firni served in it changes the look of a table.",
        "22 cm across, 11 cm high, holding 1.5 litres. Tinned inside.",
        "Rub with tamarind or lemon and wipe dry to keep it bright. Don't leave sour food standing in it.",
      ],
    },
    priceInPoisha: 265000,
    stock: 9,
    weightInGrams: 1450,
    origin: { bn: "ধামরাই, ঢাকা", en: "Dhamrai, Dhaka" },
    image: "/art/products/brass-serving-bowl.svg",
    imageAlt: {
      bn: "খোদাই করা কিনারার পিতলের বাটি ও হাতা",
      en: "A brass bowl with an engraved rim and a ladle",
    },
    featured: false,
    details: [
      {
        label: { bn: "উপাদান", en: "Material" },
        value: { bn: "পিতল, ভেতরে কলাই", en: "Brass, tinned inside" },
      },
      {
        label: { bn: "মাপ", en: "Size" },
        value: { bn: "ব্যাস ২২ সেমি, উচ্চতা ১১ সেমি", en: "22 cm across, 11 cm high" },
      },
      { label: { bn: "ধারণক্ষমতা", en: "Capacity" }, value: { bn: "১.৫ লিটার", en: "1.5 litres" } },
      {
        label: { bn: "যত্ন", en: "Care" },
        value: { bn: "তেঁতুল বা লেবু দিয়ে মাজুন", en: "Polish with tamarind or lemon" },
      },
    ],
  },
  {
    slug: "jute-shataranji-rug",
    sku: "HAAT-HOM-003",
    categorySlug: "home-kitchen",
    name: { bn: "পাটের শতরঞ্জি", en: "Jute shataranji rug" },
    summary: {
      bn: "রংপুরের তাঁতে বোনা দুই পিঠের শতরঞ্জি, জ্যামিতিক নকশায়",
      en: "A reversible, geometric flat-weave from the looms of Rangpur",
    },
    description: {
      bn: [
        "রংপুরের নিসবেতগঞ্জে মাটির ওপর পাতা তাঁতে হাতে বোনা শতরঞ্জি। পাট আর সুতার মিশেল, দুই পিঠই ব্যবহার করা যায়।",
        "মাপ ১৮০ × ১২০ সেমি—বসার ঘরের মাঝখানে বা খাটের পাশে। রং পাকা, পায়ের নিচে আরাম।",
        "ব্রাশ বা ভ্যাকুয়াম দিয়ে পরিষ্কার করুন; দাগ লাগলে ভেজা কাপড়ে মুছে রোদে দিন।",
      ],
      en: [
        "Woven by hand on ground looms at Nisbetganj in Rangpur. Jute and cotton together, and either side can face up.",
        "180 × 120 cm, for the middle of a sitting room or the side of a bed. Fast colours, kind to bare feet.",
        "Brush or vacuum it; wipe marks with a damp cloth and air it in the sun.",
      ],
    },
    priceInPoisha: 340000,
    stock: 12,
    weightInGrams: 2600,
    origin: { bn: "রংপুর", en: "Rangpur" },
    image: "/art/products/jute-shataranji-rug.svg",
    imageAlt: {
      bn: "আধখোলা পাটের শতরঞ্জি, জ্যামিতিক নকশা ও ঝালর",
      en: "A half-unrolled jute rug with geometric pattern and fringe",
    },
    featured: false,
    details: [
      {
        label: { bn: "উপাদান", en: "Material" },
        value: { bn: "৭০% পাট, ৩০% সুতি", en: "70% jute, 30% cotton" },
      },
      { label: { bn: "মাপ", en: "Size" }, value: { bn: "১৮০ × ১২০ সেমি", en: "180 × 120 cm" } },
      { label: { bn: "বুনন", en: "Weave" }, value: { bn: "হাতে বোনা, দুই পিঠ", en: "Handwoven, reversible" } },
      { label: { bn: "যত্ন", en: "Care" }, value: { bn: "ব্রাশ বা ভ্যাকুয়াম", en: "Brush or vacuum" } },
    ],
  },
  {
    slug: "shital-pati-mat",
    sku: "HAAT-HOM-004",
    categorySlug: "home-kitchen",
    name: { bn: "শীতলপাটি", en: "Shital pati mat" },
    summary: {
      bn: "মুর্তা বেতের মসৃণ পাটি, গরমের দুপুরে গা জুড়ানো",
      en: "A smooth murta-cane mat, cool to lie on through a hot afternoon",
    },
    description: {
      bn: [
        "মৌলভীবাজারের রাজনগরের পাটিকরদের বোনা। মুর্তাগাছের ছাল চিরে মিহি বেতি করা হয়; তারপর হাতে বুনে তোলা হয় বরফি নকশা।",
        "মাপ ২১০ × ১৫০ সেমি, দুজনের বিছানার সমান। গরমে চাদরের বদলে বিছিয়ে নিন, গায়ে ঠান্ডা লাগে।",
        "ভেজা কাপড়ে মুছে ছায়ায় শুকিয়ে গোল করে মুড়িয়ে রাখুন, ভাঁজ করবেন না।",
      ],
      en: [
        "Made by the mat-weavers of Rajnagar in Moulvibazar. The skin of the murta plant is split into fine strips and woven by hand into a diamond pattern.",
        "210 × 150 cm, the size of a double bed. Spread it instead of a sheet in summer; it feels cool against the skin.",
        "Wipe with a damp cloth, dry in the shade and store it rolled, never folded.",
      ],
    },
    priceInPoisha: 420000,
    stock: 3,
    weightInGrams: 1800,
    origin: { bn: "মৌলভীবাজার", en: "Moulvibazar" },
    image: "/art/products/shital-pati-mat.svg",
    imageAlt: {
      bn: "বরফি নকশার শীতলপাটি, পাশে আরেকটি মোড়ানো পাটি",
      en: "A shital pati mat in a diamond weave beside a rolled one",
    },
    featured: false,
    details: [
      { label: { bn: "উপাদান", en: "Material" }, value: { bn: "মুর্তা বেত", en: "Murta cane" } },
      { label: { bn: "মাপ", en: "Size" }, value: { bn: "২১০ × ১৫০ সেমি", en: "210 × 150 cm" } },
      { label: { bn: "কাজ", en: "Work" }, value: { bn: "হাতে বোনা", en: "Woven by hand" } },
      {
        label: { bn: "যত্ন", en: "Care" },
        value: { bn: "মুড়িয়ে রাখুন, ভাঁজ নয়", en: "Store rolled, not folded" },
      },
    ],
  },
  {
    slug: "enamel-tiffin-carrier",
    sku: "HAAT-HOM-005",
    categorySlug: "home-kitchen",
    name: { bn: "এনামেল টিফিন ক্যারিয়ার", en: "Enamel tiffin carrier" },
    summary: {
      bn: "তিন বাটির টিফিন ক্যারিয়ার, গায়ে ফুলের নকশা",
      en: "Three stacked bowls with flowers on the side, for lunch away from home",
    },
    description: {
      bn: [
        "নিচে ভাত, মাঝে তরকারি, ওপরে ভাজি—বাড়ির খাবার অফিসে নেওয়ার পুরোনো আর সবচেয়ে ভালো উপায়। পুরান ঢাকার কারখানায় বানানো।",
        "ইস্পাতের ওপর দুই পরত এনামেল; গন্ধ ধরে না, রংও ওঠে না। প্রতি বাটিতে ৬০০ মিলি, পাশে শক্ত ক্লিপ।",
        "হাতে ধোবেন, স্টিলের মাজুনি ব্যবহার করবেন না। পড়ে গেলে এনামেল চটে যেতে পারে।",
      ],
      en: [
        "Rice below, curry in the middle, bhaji on top: still the best way to carry home food to work. Made in a workshop in old Dhaka.",
        "Two coats of enamel over steel keep no smell and hold their colour. Each bowl takes 600 ml, and a firm clip closes the stack.",
        "Wash by hand, without steel wool. The enamel may chip if dropped.",
      ],
    },
    priceInPoisha: 165000,
    stock: 27,
    weightInGrams: 1250,
    origin: { bn: "ঢাকা", en: "Dhaka" },
    image: "/art/products/enamel-tiffin-carrier.svg",
    imageAlt: {
      bn: "ফুলের নকশার নীল তিন বাটির টিফিন ক্যারিয়ার",
      en: "A blue three-tier tiffin carrier with painted flowers",
    },
    featured: true,
    details: [
      { label: { bn: "উপাদান", en: "Material" }, value: { bn: "এনামেল করা ইস্পাত", en: "Enamelled steel" } },
      { label: { bn: "ধারণক্ষমতা", en: "Capacity" }, value: { bn: "৩ × ৬০০ মিলি", en: "3 × 600 ml" } },
      {
        label: { bn: "মাপ", en: "Size" },
        value: { bn: "ব্যাস ১৪ সেমি, উচ্চতা ২৬ সেমি", en: "14 cm across, 26 cm high" },
      },
      { label: { bn: "যত্ন", en: "Care" }, value: { bn: "হাতে ধোয়া", en: "Hand wash" } },
    ],
  },

  // Craft & gifts
  {
    slug: "rickshaw-art-tin-box",
    sku: "HAAT-CRF-001",
    categorySlug: "craft-gifts",
    name: { bn: "রিকশাচিত্রের টিনের বাক্স", en: "Rickshaw-art tin box" },
    summary: {
      bn: "পুরান ঢাকার রিকশাচিত্রীর হাতে আঁকা পদ্ম আর পাখি",
      en: "Lotus and birds, painted by a rickshaw artist of old Dhaka",
    },
    description: {
      bn: [
        "রিকশার পেছনের সেই রং-ঝলমলে ছবি, এবার টিনের বাক্সে। প্রতিটি বাক্স এনামেল রঙে হাতে আঁকা, তাই হুবহু একরকম দুটো মেলে না।",
        "মাপ ২২ × ১৫ × ১২ সেমি। গয়না, চিঠি, সুই-সুতা বা খেলনা—যা খুশি রাখুন। ছোট ছিটকিনিতে তালা লাগানো যায়।",
        "শুকনা কাপড়ে মুছবেন, পানিতে ভেজাবেন না।",
      ],
      en: [
        "The bright pictures from the back of a rickshaw, now on a tin box. Each is painted by hand in enamel, so no two are identical.",
        "22 × 15 × 12 cm, for jewellery, letters, needles and thread, or toys. The small hasp takes a padlock.",
        "Wipe with a dry cloth and keep it out of water.",
      ],
    },
    priceInPoisha: 85000,
    compareAtPriceInPoisha: 98000,
    stock: 31,
    weightInGrams: 620,
    origin: { bn: "ঢাকা", en: "Dhaka" },
    image: "/art/products/rickshaw-art-tin-box.svg",
    imageAlt: {
      bn: "পদ্ম ও পাখি আঁকা রঙিন টিনের বাক্স",
      en: "A colourful tin box painted with a lotus and birds",
    },
    featured: true,
    details: [
      { label: { bn: "উপাদান", en: "Material" }, value: { bn: "টিন, এনামেল রং", en: "Tin, enamel paint" } },
      { label: { bn: "মাপ", en: "Size" }, value: { bn: "২২ × ১৫ × ১২ সেমি", en: "22 × 15 × 12 cm" } },
      { label: { bn: "কাজ", en: "Work" }, value: { bn: "হাতে আঁকা", en: "Painted by hand" } },
    ],
  },
  {
    slug: "jute-tote",
    sku: "HAAT-CRF-002",
    categorySlug: "craft-gifts",
    name: { bn: "পাটের টোট ব্যাগ", en: "Jute tote" },
    summary: {
      bn: "বাজারের ব্যাগ, তবে মজবুত আর সুন্দর; ভেতরে পকেট",
      en: "A market bag, only stronger and better looking, with a pocket inside",
    },
    description: {
      bn: [
        "ফরিদপুরের সোনালি আঁশে বোনা, ভেতরে সুতির আস্তর। বাজার, বই বা ল্যাপটপ—১০ কেজি পর্যন্ত অনায়াসে বয়।",
        "মাপ ৩৮ × ৪০ × ১২ সেমি, হাতল ৬০ সেমি—কাঁধেও নেওয়া যায়। ভেতরে চেইন দেওয়া একটি পকেট।",
        "ভেজা কাপড়ে মুছে ছায়ায় শুকান; ওয়াশিং মেশিনে দেবেন না।",
      ],
      en: [
        "Woven from the golden fibre of Faridpur and lined with cotton. Shopping, books or a laptop: it carries 10 kg without complaint.",
        "38 × 40 × 12 cm, with 60 cm handles that go over the shoulder. One zipped pocket inside.",
        "Wipe with a damp cloth and dry in the shade; not for the washing machine.",
      ],
    },
    priceInPoisha: 65000,
    stock: 74,
    weightInGrams: 380,
    origin: { bn: "ফরিদপুর", en: "Faridpur" },
    image: "/art/products/jute-tote.svg",
    imageAlt: {
      bn: "সবুজ পাতার ছাপ দেওয়া পাটের টোট ব্যাগ",
      en: "A jute tote printed with green leaves",
    },
    featured: false,
    details: [
      { label: { bn: "উপাদান", en: "Material" }, value: { bn: "পাট, সুতির আস্তর", en: "Jute, cotton lining" } },
      { label: { bn: "মাপ", en: "Size" }, value: { bn: "৩৮ × ৪০ × ১২ সেমি", en: "38 × 40 × 12 cm" } },
      { label: { bn: "ওজন বয়", en: "Carries" }, value: { bn: "১০ কেজি পর্যন্ত", en: "Up to 10 kg" } },
    ],
  },
  {
    slug: "painted-wooden-horse",
    sku: "HAAT-CRF-003",
    categorySlug: "craft-gifts",
    name: { bn: "সোনারগাঁওয়ের কাঠের ঘোড়া", en: "Sonargaon wooden horse" },
    summary: {
      bn: "চাকা লাগানো রঙিন কাঠের ঘোড়া, মেলার সেই চেনা খেলনা",
      en: "A painted horse on wheels, the toy of every village fair",
    },
    description: {
      bn: [
        "সোনারগাঁওয়ের সূত্রধরদের হাতে কাটা কদম কাঠের ঘোড়া, তার ওপর উজ্জ্বল রঙের নকশা। শিশুর হাতে দিন, কিংবা তাকে সাজিয়ে রাখুন।",
        "উচ্চতা ১৮ সেমি, লম্বায় ১৭ সেমি। কিনারা মসৃণ করে ঘষা, রং পানিভিত্তিক।",
      ],
      en: [
        "Cut from kadam wood by the carpenters of Sonargaon and painted in bright patterns. Give it to a child, or keep it on a shelf.",
        "18 cm high and 17 cm long, with sanded edges and water-based colours.",
      ],
    },
    priceInPoisha: 48000,
    stock: 38,
    weightInGrams: 340,
    origin: { bn: "নারায়ণগঞ্জ", en: "Narayanganj" },
    image: "/art/products/painted-wooden-horse.svg",
    imageAlt: {
      bn: "চাকার ওপর নকশা করা লাল কাঠের ঘোড়া",
      en: "A red wooden horse with painted patterns, on wheels",
    },
    featured: false,
    details: [
      { label: { bn: "উপাদান", en: "Material" }, value: { bn: "কদম কাঠ", en: "Kadam wood" } },
      { label: { bn: "মাপ", en: "Size" }, value: { bn: "১৮ × ১৭ × ৭ সেমি", en: "18 × 17 × 7 cm" } },
      { label: { bn: "রং", en: "Paint" }, value: { bn: "পানিভিত্তিক", en: "Water-based" } },
    ],
  },
  {
    slug: "nakshi-notebook",
    sku: "HAAT-CRF-004",
    categorySlug: "craft-gifts",
    name: { bn: "নকশি নোটখাতা", en: "Nakshi notebook" },
    summary: {
      bn: "কাঁথার ফোঁড় তোলা কাপড়ের মলাট, ভেতরে হাতে বানানো কাগজ",
      en: "A kantha-stitched cloth cover round handmade paper",
    },
    description: {
      bn: [
        "মানিকগঞ্জের মেয়েদের সেলাই করা কাপড়ের মলাট, ভেতরে পুরোনো সুতি কাপড় থেকে বানানো কাগজ। কালি ছড়ায় না, পেনসিলেও লেখা চলে।",
        "এ৫ মাপ, ১২০ পৃষ্ঠা, রুল ছাড়া। সুতায় বাঁধাই, তাই পুরোটা খুলে সমান করে রাখা যায়।",
      ],
      en: [
        "The cloth cover is stitched by women in Manikganj; the paper inside is made from old cotton. Ink stays where it is put, and pencil works too.",
        "A5, 120 unruled pages. It is sewn, so it opens flat.",
      ],
    },
    priceInPoisha: 39000,
    stock: 90,
    weightInGrams: 310,
    origin: { bn: "মানিকগঞ্জ", en: "Manikganj" },
    image: "/art/products/nakshi-notebook.svg",
    imageAlt: {
      bn: "কাঁথার ফোঁড়ে কলকা তোলা নীল নোটখাতা ও পেনসিল",
      en: "A blue notebook with a stitched paisley and a pencil",
    },
    featured: false,
    details: [
      { label: { bn: "মাপ", en: "Size" }, value: { bn: "এ৫ (১৪.৮ × ২১ সেমি)", en: "A5 (14.8 × 21 cm)" } },
      { label: { bn: "পৃষ্ঠা", en: "Pages" }, value: { bn: "১২০, রুল ছাড়া", en: "120, unruled" } },
      { label: { bn: "বাঁধাই", en: "Binding" }, value: { bn: "সুতায় সেলাই", en: "Thread-sewn" } },
    ],
  },
  {
    slug: "bamboo-lamp",
    sku: "HAAT-CRF-005",
    categorySlug: "craft-gifts",
    name: { bn: "বাঁশের টেবিল ল্যাম্প", en: "Bamboo table lamp" },
    summary: {
      bn: "হাতে বোনা বাঁশের শেড, জ্বালালে দেয়ালে আলোছায়ার জাল",
      en: "A handwoven bamboo shade that throws a net of light on the wall",
    },
    description: {
      bn: [
        "টাঙ্গাইলের কারিগরের চেরা মিহি বাঁশে বোনা শেড, নিচে ঘষা কাঠের পায়া। আলো নরম, চোখে লাগে না।",
        "উচ্চতা ৩৮ সেমি, শেডের ব্যাস ২৬ সেমি। ই২৭ হোল্ডার, ৯ ওয়াট পর্যন্ত এলইডি বাল্‌ব (বাল্‌ব আলাদা)। তার ১.৮ মিটার, মাঝখানে সুইচ।",
        "শুকনা ব্রাশ দিয়ে ধুলা ঝাড়ুন, পানি থেকে দূরে রাখুন।",
      ],
      en: [
        "The shade is woven from finely split bamboo by craftsmen in Tangail, over a turned wooden base. The light is soft and easy on the eyes.",
        "38 cm high, shade 26 cm across. E27 holder for an LED bulb of up to 9 W (bulb not included), with 1.8 m of cable and an in-line switch.",
        "Dust with a dry brush and keep it away from water.",
      ],
    },
    priceInPoisha: 185000,
    compareAtPriceInPoisha: 220000,
    stock: 11,
    weightInGrams: 950,
    origin: { bn: "টাঙ্গাইল", en: "Tangail" },
    image: "/art/products/bamboo-lamp.svg",
    imageAlt: {
      bn: "বোনা বাঁশের শেড দেওয়া জ্বলন্ত টেবিল ল্যাম্প",
      en: "A lit table lamp with a woven bamboo shade",
    },
    featured: false,
    details: [
      {
        label: { bn: "উপাদান", en: "Material" },
        value: { bn: "বাঁশ, গামারি কাঠ", en: "Bamboo, gamari wood" },
      },
      {
        label: { bn: "মাপ", en: "Size" },
        value: { bn: "উচ্চতা ৩৮ সেমি, ব্যাস ২৬ সেমি", en: "38 cm high, 26 cm across" },
      },
      {
        label: { bn: "বাল্‌ব", en: "Bulb" },
        value: { bn: "ই২৭ এলইডি, ৯ ওয়াট পর্যন্ত", en: "E27 LED, up to 9 W" },
      },
      { label: { bn: "তার", en: "Cable" }, value: { bn: "১.৮ মিটার, সুইচসহ", en: "1.8 m with switch" } },
    ],
  },

  // Beauty & wellbeing
  {
    slug: "neem-soap",
    sku: "HAAT-BTY-001",
    categorySlug: "beauty-wellbeing",
    name: { bn: "নিম সাবান", en: "Neem soap" },
    summary: {
      bn: "নারকেল তেল আর নিমপাতায় কোল্ড প্রসেসে বানানো সাবান",
      en: "A cold-process bar of coconut oil and neem leaf",
    },
    description: {
      bn: [
        "গাজীপুরের ছোট কারখানায় অল্প অল্প করে বানানো। নারকেল ও তিলের তেলের সঙ্গে শুকনা নিমপাতার গুঁড়া; ছয় সপ্তাহ রেখে তারপর প্যাক।",
        "ফেনা মিহি, ঘ্রাণ হালকা; আলাদা সুগন্ধি বা রং নেই। পানি ঝরে এমন সাবানদানিতে রাখলে বেশি দিন চলে।",
      ],
      en: [
        "Made in small batches in Gazipur from coconut and sesame oil with dried neem leaf, and cured for six weeks before it is wrapped.",
        "A fine lather and a light scent, with no added perfume or colour. Kept on a dish that drains, it lasts longer.",
      ],
    },
    priceInPoisha: 12000,
    stock: 200,
    weightInGrams: 110,
    origin: { bn: "গাজীপুর", en: "Gazipur" },
    image: "/art/products/neem-soap.svg",
    imageAlt: {
      bn: "নিমের ডাল আর কাঠের থালায় সবুজ সাবানের দুটি টুকরা",
      en: "Two green bars of soap and sprigs of neem on a wooden dish",
    },
    featured: false,
    details: [
      { label: { bn: "নিট ওজন", en: "Net weight" }, value: { bn: "১০০ গ্রাম", en: "100 g" } },
      {
        label: { bn: "উপাদান", en: "Ingredients" },
        value: { bn: "নারকেল তেল, তিলের তেল, নিমপাতা", en: "Coconut oil, sesame oil, neem leaf" },
      },
      { label: { bn: "পদ্ধতি", en: "Method" }, value: { bn: "কোল্ড প্রসেস", en: "Cold process" } },
    ],
  },
  {
    slug: "coconut-hair-oil",
    sku: "HAAT-BTY-002",
    categorySlug: "beauty-wellbeing",
    name: { bn: "নারকেল তেল", en: "Coconut hair oil" },
    summary: {
      bn: "বাগেরহাটের নারকেলের ঘানিভাঙা খাঁটি তেল, চুলের জন্য",
      en: "Pure pressed oil from Bagerhat coconuts, for the hair",
    },
    description: {
      bn: [
        "বাগেরহাটের ঝুনা নারকেলের শাঁস শুকিয়ে কাঠের ঘানিতে ভাঙা। ছাঁকা ছাড়া আর কিছু করা হয় না; ঘ্রাণটা তাই টাটকা নারকেলের।",
        "কাচের বোতলে ২০০ মিলি। শীতে জমে সাদা হয়ে যায়, এটাই স্বাভাবিক; বোতল গরম পানিতে বসালে আবার গলে যাবে।",
      ],
      en: [
        "Ripe Bagerhat coconut, dried and pressed in a wooden ghani. It is strained and nothing more, so it still smells of fresh coconut.",
        "200 ml in a glass bottle. It turns white and solid in winter, as it should; stand the bottle in warm water and it clears again.",
      ],
    },
    priceInPoisha: 34000,
    stock: 58,
    weightInGrams: 420,
    origin: { bn: "বাগেরহাট", en: "Bagerhat" },
    image: "/art/products/coconut-hair-oil.svg",
    imageAlt: {
      bn: "নারকেল তেলের কাচের বোতল, পাশে আধখানা নারকেল",
      en: "A glass bottle of coconut oil beside half a coconut",
    },
    featured: true,
    details: [
      { label: { bn: "পরিমাণ", en: "Volume" }, value: { bn: "২০০ মিলি", en: "200 ml" } },
      {
        label: { bn: "উপাদান", en: "Ingredients" },
        value: { bn: "১০০% নারকেল তেল", en: "100% coconut oil" },
      },
      { label: { bn: "মোড়ক", en: "Packing" }, value: { bn: "কাচের বোতল", en: "Glass bottle" } },
    ],
  },
  {
    slug: "loofah-scrub",
    sku: "HAAT-BTY-003",
    categorySlug: "beauty-wellbeing",
    name: { bn: "ধুন্দলের ছোবড়া", en: "Natural loofah" },
    summary: {
      bn: "মাচার ধুন্দল শুকিয়ে বানানো গা ঘষার ছোবড়া, পাটের দড়িসহ",
      en: "A bath scrubber of sun-dried gourd, on a loop of jute",
    },
    description: {
      bn: [
        "বগুড়ার মাচায় পাকা ধুন্দল রোদে শুকিয়ে, খোসা ও বীজ ছাড়িয়ে বানানো। ভেজালে নরম হয়, শুকালে আবার শক্ত।",
        "লম্বায় প্রায় ১৮ সেমি, ঝোলানোর জন্য পাটের দড়ি বাঁধা। ব্যবহারের পর পানি ঝরিয়ে শুকান, এক-দুই মাস পরপর বদলে নিন।",
      ],
      en: [
        "Gourds left to ripen on the trellis in Bogura, dried in the sun, then peeled and seeded. It softens in water and firms again as it dries.",
        "About 18 cm long, with a loop of jute to hang it by. Shake it out after use, and replace it every month or two.",
      ],
    },
    priceInPoisha: 15000,
    stock: 140,
    weightInGrams: 60,
    origin: { bn: "বগুড়া", en: "Bogura" },
    image: "/art/products/loofah-scrub.svg",
    imageAlt: {
      bn: "পাটের দড়ি বাঁধা ধুন্দলের ছোবড়া ও একটি কাটা টুকরা",
      en: "A loofah on a jute loop with a cut slice beside it",
    },
    featured: false,
    details: [
      {
        label: { bn: "উপাদান", en: "Material" },
        value: { bn: "শুকনা ধুন্দল, পাটের দড়ি", en: "Dried loofah gourd, jute cord" },
      },
      { label: { bn: "মাপ", en: "Size" }, value: { bn: "প্রায় ১৮ সেমি", en: "About 18 cm" } },
      {
        label: { bn: "যত্ন", en: "Care" },
        value: { bn: "ব্যবহারের পর শুকিয়ে রাখুন", en: "Let it dry after use" },
      },
    ],
  },
  {
    slug: "rose-water",
    sku: "HAAT-BTY-004",
    categorySlug: "beauty-wellbeing",
    name: { bn: "গোলাপজল", en: "Rose water" },
    summary: {
      bn: "সাভারের গোলাপ পাতন করে পাওয়া হালকা সুবাসের গোলাপজল",
      en: "Lightly scented water distilled from Savar roses",
    },
    description: {
      bn: [
        "সাভারের গোলাপ গ্রামের ভোরে তোলা ফুল থেকে তামার পাত্রে পাতন করা। সুগন্ধি বা রং মেশানো নেই, শুধু ফুল আর পানি।",
        "মুখ ধোয়ার পর ছিটিয়ে নিন, কিংবা গোসলের পানিতে কয়েক ফোঁটা। কাচের স্প্রে বোতলে ১২০ মিলি; ঠান্ডা, অন্ধকার জায়গায় রাখুন।",
      ],
      en: [
        "Distilled in copper from flowers picked at dawn in the rose villages of Savar. No perfume and no colour, only petals and water.",
        "Mist it on after washing your face, or add a few drops to the bath. 120 ml in a glass spray bottle; keep it cool and out of the light.",
      ],
    },
    priceInPoisha: 22000,
    stock: 66,
    weightInGrams: 260,
    origin: { bn: "সাভার, ঢাকা", en: "Savar, Dhaka" },
    image: "/art/products/rose-water.svg",
    imageAlt: {
      bn: "গোলাপজলের কাচের স্প্রে বোতল, পাশে একটি গোলাপ",
      en: "A glass spray bottle of rose water beside a rose",
    },
    featured: false,
    details: [
      { label: { bn: "পরিমাণ", en: "Volume" }, value: { bn: "১২০ মিলি", en: "120 ml" } },
      {
        label: { bn: "উপাদান", en: "Ingredients" },
        value: { bn: "গোলাপের পাপড়ি, পানি", en: "Rose petals, water" },
      },
      { label: { bn: "মোড়ক", en: "Packing" }, value: { bn: "কাচের স্প্রে বোতল", en: "Glass spray bottle" } },
    ],
  },
];
