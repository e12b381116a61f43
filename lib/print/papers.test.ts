import { inflateSync } from "node:zlib";
import { poisha } from "@/lib/kernel/money";
import { drawInvoice, howItWasPaid, type InvoicePaper } from "./draw-invoice";
import { drawPackingSlips } from "./draw-packing-slip";
import { articlesOf, drawPickList } from "./draw-pick-list";
import { shapedFonts } from "./shaped-font";

const paper = (given: Partial<InvoicePaper> = {}): InvoicePaper => ({
  locale: "bn",
  orderNumber: "S-10042",
  placedAt: new Date("2026-11-22T10:00:00Z"),
  invoice: {
    name: "INV-2026-27-000042",
    issuedAt: new Date("2026-11-22T10:05:00Z"),
    seller: {
      name: { bn: "হাট", en: "Haat" },
      owner: { bn: "হাট লিমিটেড", en: "Haat Limited" },
      address: { bn: "ধানমন্ডি, ঢাকা", en: "Dhanmondi, Dhaka" },
      bin: "000000000-0000",
    },
  },
  buyer: { name: "রহিমা খাতুন", phone: "01712345678", address: "বাড়ি ১২, সড়ক ৫", place: "সাভার, ঢাকা" },
  lines: [
    {
      sku: "HAAT-TEX-001",
      name: "জামদানি স্কার্ফ, লাল",
      quantity: 2,
      unitPriceInPoisha: poisha(125_000),
      discountInPoisha: poisha(0),
      valueInPoisha: poisha(250_000),
      vatRateInBasisPoints: 750,
      vatInPoisha: poisha(18_750),
      totalInPoisha: poisha(268_750),
    },
  ],
  discountInPoisha: poisha(0),
  deliveryFeeInPoisha: poisha(6_000),
  vatInPoisha: poisha(18_750),
  totalInPoisha: poisha(274_750),
  trxId: "BL96ABC123",
  cashInPoisha: null,
  dueInPoisha: poisha(0),
  deliveryNote: null,
  giftNote: null,
  ...given,
});

const pagesOf = (file: Buffer): number => [...file.toString("latin1").matchAll(/\/Type \/Page\b/g)].length;

/** The glyphs that a file draws, page by page, as PDFKit writes them: how many there are. */
function glyphsIn(file: Buffer): number {
  let count = 0;
  const text = file.toString("latin1");
  for (const { index } of text.matchAll(/stream\n/g)) {
    const end = text.indexOf("\nendstream", index);
    try {
      const content = inflateSync(file.subarray(index + 7, end)).toString("latin1");
      for (const [, hex = ""] of content.matchAll(/<([0-9a-f]+)>/g)) count += hex.length / 4;
    } catch {
      // a font, not a page
    }
  }
  return count;
}

/** Glyph numbers of HarfBuzz; 0 is the box for a letter that the font has not. */
const shape = async (text: string) => (await shapedFonts()).text.shape(text);

test.each([
  ["ক্ষ", 1],
  ["ন্ত্র", 1],
  ["জ্ঞ", 1],
  ["স্ত্রী", 2],
])("%s is written as one letter, and not as its parts", async (text, glyphs) => {
  expect(await shape(text)).toHaveLength(glyphs);
});

test("a vowel sign that is spoken after its letter and written before it stands before it", async () => {
  const [sign, letter] = await shape("কি");
  const [alone] = await shape("ক");
  expect(letter?.g).toBe(alone?.g);
  expect(sign?.g).not.toBe(alone?.g);
  // ো is written around its letter: one part before, one behind.
  const around = await shape("কো");
  expect(around.map(({ g }) => g)).toHaveLength(3);
  expect(around[1]?.g).toBe(alone?.g);
});

test("Bangla after Latin in one word is set by the rules of Bangla", async () => {
  const mixed = await shape("S-10042-কি");
  const alone = await shape("কি");
  expect(mixed.slice(-2).map(({ g }) => g)).toEqual(alone.map(({ g }) => g));
});

test("the font has every letter of both languages that papers use", async () => {
  const letters =
    "৳০১২৩৪৫৬৭৮৯অআইঈউঊঋএঐওঔকখগঘঙচছজঝঞটঠডঢণতথদধনপফবভমযরলশষসহড়ঢ়য়ৎংঃঁািীুূৃেৈোৌ্।ABCXYZabcxyz0189.,:;()[]/%×−–—·“”";
  const boxes = (await Promise.all([...letters].map(shape))).flat().filter(({ g }) => g === 0);
  expect(boxes).toEqual([]);
});

test.each(["bn", "en"] as const)("an invoice is a PDF of one page (%s)", async (locale) => {
  const file = await drawInvoice(paper({ locale }));
  expect(file.subarray(0, 5).toString()).toBe("%PDF-");
  expect(pagesOf(file)).toBe(1);
  expect(glyphsIn(file)).toBeGreaterThan(200);
  expect(file.length).toBeLessThan(100_000);
});

test("an invoice says what bKash took in advance and what was paid at the door, or which of the two took all", () => {
  const both = { locale: "en" as const, cashInPoisha: poisha(268_750) };
  expect(howItWasPaid(paper(both))).toEqual([
    ["Paid in advance by bKash (TrxID BL96ABC123)", "৳60"],
    ["Paid in cash on delivery", "৳2,687.50"],
  ]);
  expect(howItWasPaid(paper())).toEqual([["বিকাশে পরিশোধিত (TrxID BL96ABC123)", "৳২,৭৪৭.৫০"]]);
  const cash = { trxId: null, cashInPoisha: poisha(274_750) };
  expect(howItWasPaid(paper(cash))).toEqual([["ডেলিভারির সময় নগদে পরিশোধিত", "৳২,৭৪৭.৫০"]]);
});

test("a long order goes on over pages", async () => {
  const [line] = paper().lines;
  const lines = Array.from({ length: 50 }, () => line as NonNullable<typeof line>);
  expect(pagesOf(await drawInvoice(paper({ lines })))).toBeGreaterThan(2);
});

test("packing slips show no prices: the same parcel for ten times the money looks the same", async () => {
  const shopName = { bn: "হাট", en: "Haat" };
  const dear = paper().lines.map((line) => ({ ...line, unitPriceInPoisha: poisha(9_999_900) }));
  const slip = (given: Partial<InvoicePaper>) => drawPackingSlips([paper(given)], shopName);
  expect(glyphsIn(await slip({ lines: dear, totalInPoisha: poisha(99_999_900) }))).toBe(
    glyphsIn(await slip({})),
  );
  // What the courier collects, and what the giver wrote, are on it.
  expect(glyphsIn(await slip({ dueInPoisha: poisha(125_000) }))).toBeGreaterThan(glyphsIn(await slip({})));
  expect(glyphsIn(await slip({ giftNote: "শুভ জন্মদিন!" }))).toBeGreaterThan(glyphsIn(await slip({})));
  expect(pagesOf(await drawPackingSlips([paper(), paper({ locale: "en" })], shopName))).toBe(2);
});

test("a pick list names each article once, with all that is wanted of it", async () => {
  const papers = [paper({ orderNumber: "S-1" }), paper({ orderNumber: "S-2" })];
  expect(articlesOf(papers)).toEqual([
    {
      sku: "HAAT-TEX-001",
      name: "জামদানি স্কার্ফ, লাল",
      quantity: 4,
      orders: [
        ["S-1", 2],
        ["S-2", 2],
      ],
    },
  ]);
  const file = await drawPickList(papers, { locale: "en", shopName: "Haat", at: new Date() });
  expect(pagesOf(file)).toBe(1);
});
