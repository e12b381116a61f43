import { localDigits, type Locale } from "@/lib/kernel/money";

const bn = {
  invoice: "চালানপত্র",
  mushak: "মূসক ৬.৩-এর তথ্যসহ",
  seller: "বিক্রেতা",
  buyer: "ক্রেতা",
  bin: "বিআইএন",
  destination: "সরবরাহের গন্তব্য",
  number: "চালান নম্বর",
  issued: "ইস্যুর তারিখ ও সময়",
  order: "অর্ডার",
  serial: "ক্রম",
  description: "পণ্যের বিবরণ",
  quantity: "পরিমাণ",
  unitPrice: "একক মূল্য",
  value: "মূল্য",
  vatRate: "মূসক হার",
  vat: "মূসক",
  lineTotal: "মোট",
  subtotal: "পণ্যের মূল্য",
  subtotalLessDiscount: "ছাড় বাদে পণ্যের মূল্য",
  discount: "ছাড়",
  discountTaken: "মোট ছাড় (আগেই বাদ দেওয়া)",
  delivery: "ডেলিভারি চার্জ",
  ofWhichVat: "এর মধ্যে মূসক",
  total: "সর্বমোট",
  paidBkash: "বিকাশে পরিশোধিত",
  paidInAdvance: "বিকাশে অগ্রিম পরিশোধিত",
  paidCash: "ডেলিভারির সময় নগদে পরিশোধিত",
  due: "নগদে নিতে হবে",
  signature: "এটি কম্পিউটারে তৈরি; স্বাক্ষর ছাড়াই বৈধ।",
  packingSlip: "প্যাকিং স্লিপ",
  deliverTo: "যাঁর কাছে যাবে",
  note: "ডেলিভারির নির্দেশনা",
  gift: "উপহারের বার্তা",
  packed: "প্যাক হয়েছে",
  pickList: "তোলার তালিকা",
  orders: "যেসব অর্ডারের",
  printed: "ছাপা হয়েছে",
};

const en: typeof bn = {
  invoice: "Invoice",
  mushak: "with the particulars of Mushak 6.3",
  seller: "Seller",
  buyer: "Buyer",
  bin: "BIN",
  destination: "Place of supply",
  number: "Invoice number",
  issued: "Date and time of issue",
  order: "Order",
  serial: "No.",
  description: "Description",
  quantity: "Quantity",
  unitPrice: "Unit price",
  value: "Value",
  vatRate: "VAT rate",
  vat: "VAT",
  lineTotal: "Total",
  subtotal: "Goods",
  subtotalLessDiscount: "Goods after discount",
  discount: "Discount",
  discountTaken: "Discount, taken off above",
  delivery: "Delivery",
  ofWhichVat: "of which VAT",
  total: "Total",
  paidBkash: "Paid by bKash",
  paidInAdvance: "Paid in advance by bKash",
  paidCash: "Paid in cash on delivery",
  due: "To be paid in cash",
  signature: "Made by computer; valid without a signature.",
  packingSlip: "Packing slip",
  deliverTo: "Deliver to",
  note: "Delivery note",
  gift: "Gift message",
  packed: "Packed",
  pickList: "Pick list",
  orders: "For the orders",
  printed: "Printed",
};

/** What papers say. */
export const paperWords = (locale: Locale) => ({ bn, en })[locale];

/** `22/11/2026, 22:52` in Dhaka. */
export const dateOnPaper = (at: Date, locale: Locale): string =>
  localDigits(
    new Intl.DateTimeFormat("en-GB", {
      timeZone: "Asia/Dhaka",
      day: "2-digit",
      month: "2-digit",
      year: "numeric",
      hour: "2-digit",
      minute: "2-digit",
    }).format(at),
    locale,
  );

/** `7.5%` of 750 basis points. */
export const percentOnPaper = (basisPoints: number, locale: Locale): string =>
  localDigits(`${basisPoints / 100}%`, locale);
