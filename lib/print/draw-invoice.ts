import type { Paper, Seller } from "@/lib/fulfilment/read-paper";
import { formatTaka, localDigits, poisha, sum, type Poisha } from "@/lib/kernel/money";
import { drawTable, makeRoom, widthOf, type Column } from "./draw-table";
import { INK, LINE, MARGIN, openSheet, SOFT, type Sheet } from "./open-sheet";
import { dateOnPaper, paperWords, percentOnPaper } from "./paper-words";

/** A paper whose order has its invoice. */
export type InvoicePaper = Paper & { invoice: NonNullable<Paper["invoice"]> };

/** The shop sells nothing that supplementary duty is on; the form has its column all the same. */
const NO_DUTY = poisha(0);

/** The invoice of an order as PDF, with all that Mushak 6.3 asks for. */
export async function drawInvoice(paper: InvoicePaper): Promise<Buffer> {
  const { locale, invoice } = paper;
  const { sheet, finish } = await openSheet({
    title: invoice.name,
    author: invoice.seller.owner[locale],
    isNumbered: true,
  });
  drawHead(sheet, paper);
  drawParties(sheet, paper, invoice.seller);
  drawLines(sheet, paper);
  drawSums(sheet, paper);
  sheet
    .font("text")
    .fontSize(8)
    .fillColor(SOFT)
    .text(paperWords(locale).signature, MARGIN, sheet.y + 18, { width: widthOf(sheet) });
  return finish();
}

function drawHead(sheet: Sheet, { locale, invoice, orderNumber }: InvoicePaper): void {
  const says = paperWords(locale);
  const half = widthOf(sheet) / 2;
  const top = sheet.y;
  sheet.font("bold").fontSize(20).text(invoice.seller.name[locale], MARGIN, top, { width: half });
  sheet
    .font("bold")
    .fontSize(16)
    .text(says.invoice, MARGIN + half, top, { width: half, align: "right" });
  sheet
    .font("text")
    .fontSize(9)
    .fillColor(SOFT)
    .text(says.mushak, { width: half, align: "right" })
    .fillColor(INK)
    .text(`${says.number}: ${invoice.name}`, { width: half, align: "right" })
    .text(`${says.issued}: ${dateOnPaper(invoice.issuedAt, locale)}`, { width: half, align: "right" })
    .text(`${says.order}: ${orderNumber}`, { width: half, align: "right" });
  sheet.y += 8;
  sheet
    .moveTo(MARGIN, sheet.y)
    .lineTo(MARGIN + widthOf(sheet), sheet.y)
    .lineWidth(1)
    .stroke(LINE);
  sheet.y += 10;
}

function drawParties(sheet: Sheet, paper: InvoicePaper, seller: Seller): void {
  const { locale, buyer } = paper;
  const says = paperWords(locale);
  const half = widthOf(sheet) / 2;
  const top = sheet.y;
  const block = (x: number, title: string, lines: string[]): number => {
    sheet
      .font("text")
      .fontSize(8)
      .fillColor(SOFT)
      .text(title, x, top, { width: half - 12 });
    sheet
      .font("bold")
      .fontSize(10)
      .fillColor(INK)
      .text(lines[0] ?? "", { width: half - 12 });
    sheet.font("text").fontSize(9);
    for (const line of lines.slice(1)) sheet.text(line, { width: half - 12 });
    return sheet.y;
  };
  const left = block(MARGIN, says.seller, [
    seller.owner[locale],
    seller.address[locale],
    `${says.bin}: ${seller.bin}`,
  ]);
  const right = block(MARGIN + half, says.buyer, [
    buyer.name,
    localDigits(buyer.phone, locale),
    `${says.bin}: –`, // a shopper gives none
    `${says.destination}: ${buyer.address}, ${buyer.place}`,
  ]);
  sheet.x = MARGIN;
  sheet.y = Math.max(left, right) + 14;
}

function drawLines(sheet: Sheet, { locale, lines }: Paper): void {
  const says = paperWords(locale);
  const money = (amount: Poisha) => formatTaka(amount, locale);
  const lessDiscount = (amount: Poisha) => (amount > 0 ? `\n${says.discount}: −${money(amount)}` : "");
  const columns: readonly Column[] = [
    { title: says.serial, share: 0.05 },
    { title: says.description, share: 0.2 },
    { title: says.quantity, share: 0.08, align: "right" },
    { title: says.unitPrice, share: 0.13, align: "right" },
    { title: says.value, share: 0.13, align: "right" },
    { title: says.supplementaryDuty, share: 0.08, align: "right" },
    { title: says.vatRate, share: 0.07, align: "right" },
    { title: says.vat, share: 0.11, align: "right" },
    { title: says.lineTotal, share: 0.15, align: "right" },
  ];
  drawTable(
    sheet,
    columns,
    lines.map((line, place) => [
      localDigits(String(place + 1), locale),
      `${line.name}\n${line.sku}${lessDiscount(line.discountInPoisha)}`,
      `${localDigits(String(line.quantity), locale)} ${says.pieces}`,
      money(line.unitPriceInPoisha),
      money(line.valueInPoisha),
      money(NO_DUTY),
      percentOnPaper(line.vatRateInBasisPoints, locale),
      money(line.vatInPoisha),
      money(line.totalInPoisha),
    ]),
  );
}

/** By bKash, at the door, or both: then bKash took its part in advance, and the rest was due at the door. */
export function howItWasPaid({ locale, trxId, totalInPoisha, cashInPoisha }: Paper): [string, string][] {
  const says = paperWords(locale);
  const rows: [string, Poisha][] = [];
  if (trxId)
    rows.push([
      `${cashInPoisha ? says.paidInAdvance : says.paidBkash} (TrxID ${trxId})`,
      poisha(totalInPoisha - (cashInPoisha ?? 0)),
    ]);
  if (cashInPoisha) rows.push([says.paidCash, cashInPoisha]);
  return rows.map(([label, amount]) => [label, formatTaka(amount, locale)]);
}

function drawSums(sheet: Sheet, paper: Paper): void {
  const { locale } = paper;
  const says = paperWords(locale);
  const money = (amount: Poisha) => formatTaka(amount, locale);
  const value = sum(paper.lines.map(({ valueInPoisha }) => valueInPoisha));
  const rows: (readonly [string, string, boolean?])[] = [
    [paper.discountInPoisha > 0 ? says.subtotalLessDiscount : says.subtotal, money(value)],
    [says.vat, money(paper.vatInPoisha)],
    [says.delivery, money(paper.deliveryFeeInPoisha)],
    [says.total, money(paper.totalInPoisha), true],
    ...(paper.discountInPoisha > 0 ? [[says.discountTaken, money(paper.discountInPoisha)] as const] : []),
    ...howItWasPaid(paper),
  ];
  makeRoom(sheet, rows.length * 18 + 40);
  sheet.y += 8;
  const x = MARGIN + widthOf(sheet) * 0.4;
  const width = widthOf(sheet) * 0.6;
  for (const [label, amount, isTotal] of rows) {
    const { y } = sheet;
    sheet
      .font(isTotal ? "bold" : "text")
      .fontSize(isTotal ? 12 : 9)
      .fillColor(INK);
    sheet.text(label, x, y, { width: width * 0.65 });
    const below = sheet.y;
    sheet.text(amount, x + width * 0.65, y, { width: width * 0.35 - 4, align: "right" });
    sheet.y = Math.max(below, sheet.y) + 3;
  }
  sheet.x = MARGIN;
}
