import type { Paper } from "@/lib/fulfilment/read-paper";
import { formatTaka, localDigits, type Locale } from "@/lib/kernel/money";
import { drawTable, makeRoom, widthOf } from "./draw-table";
import { INK, MARGIN, openSheet, SOFT, type Sheet } from "./open-sheet";
import { dateOnPaper, paperWords } from "./paper-words";

/**
 * What lies in the parcel, one order on a page: without prices, for it may be a present. What the courier is to collect
 * stands on it all the same.
 */
export async function drawPackingSlips(
  papers: readonly Paper[],
  shopName: Readonly<Record<Locale, string>>,
): Promise<Buffer> {
  const { sheet, finish } = await openSheet({ title: "Packing slips", author: shopName.en });
  for (const [place, paper] of papers.entries()) {
    if (place > 0) sheet.addPage();
    drawSlip(sheet, paper, shopName[paper.locale]);
  }
  return finish();
}

function drawSlip(sheet: Sheet, paper: Paper, shopName: string): void {
  const { locale, buyer } = paper;
  const says = paperWords(locale);
  const width = widthOf(sheet);
  const top = sheet.y;
  sheet
    .font("bold")
    .fontSize(18)
    .fillColor(INK)
    .text(shopName, MARGIN, top, { width: width / 2 });
  sheet
    .fontSize(14)
    .text(`${says.packingSlip} ${paper.orderNumber}`, MARGIN + width / 2, top, {
      width: width / 2,
      align: "right",
    })
    .font("text")
    .fontSize(9)
    .fillColor(SOFT)
    .text(dateOnPaper(paper.placedAt, locale), { width: width / 2, align: "right" });
  sheet.y += 16;
  title(sheet, says.deliverTo);
  sheet.font("bold").fontSize(13).text(buyer.name, { width }).font("text").fontSize(11);
  sheet.text(localDigits(buyer.phone, locale), { width });
  sheet.text(buyer.address, { width });
  sheet.text(buyer.place, { width });
  if (paper.dueInPoisha > 0)
    sheet
      .font("bold")
      .fontSize(13)
      .text(`${says.due}: ${formatTaka(paper.dueInPoisha, locale)}`, MARGIN, sheet.y + 6, { width });
  if (paper.deliveryNote) {
    title(sheet, says.note);
    sheet.text(paper.deliveryNote, { width });
  }
  sheet.y += 14;
  drawTable(
    sheet,
    [
      { title: says.quantity, share: 0.14 },
      { title: says.description, share: 0.56 },
      { title: "SKU", share: 0.2 },
      { title: says.packed, share: 0.1 },
    ],
    paper.lines.map(({ quantity, name, sku }) => [localDigits(String(quantity), locale), name, sku, "[   ]"]),
  );
  if (!paper.giftNote) return;
  makeRoom(sheet, 80);
  title(sheet, says.gift);
  sheet.fontSize(13).text(paper.giftNote, { width });
}

function title(sheet: Sheet, text: string): void {
  sheet
    .font("text")
    .fontSize(8)
    .fillColor(SOFT)
    .text(text, MARGIN, sheet.y + 8, { width: widthOf(sheet) })
    .fillColor(INK)
    .fontSize(11);
}
