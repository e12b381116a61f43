import { INK, LINE, MARGIN, SOFT, type Sheet } from "./open-sheet";

export interface Column {
  title: string;
  /** A share of the sheet's width; all of them add up to 1. */
  share: number;
  align?: "left" | "right";
}

const PADDING = 4;
const SIZE = 9;

/** A table that goes on over pages, with its headings on each. Afterwards the sheet's pen is below it. */
export function drawTable(
  sheet: Sheet,
  columns: readonly Column[],
  rows: readonly (readonly string[])[],
): void {
  drawRow(
    sheet,
    columns,
    columns.map(({ title }) => title),
    true,
  );
  for (const row of rows) {
    if (sheet.y + heightOf(sheet, columns, row) > bottomOf(sheet)) {
      sheet.addPage();
      drawRow(
        sheet,
        columns,
        columns.map(({ title }) => title),
        true,
      );
    }
    drawRow(sheet, columns, row, false);
  }
}

export const widthOf = (sheet: Sheet): number => sheet.page.width - 2 * MARGIN;
const bottomOf = (sheet: Sheet): number => sheet.page.height - MARGIN;

/** Begins a new page when so much does not fit on this one any more. */
export function makeRoom(sheet: Sheet, height: number): void {
  if (sheet.y + height > bottomOf(sheet)) sheet.addPage();
}

function heightOf(sheet: Sheet, columns: readonly Column[], row: readonly string[]): number {
  sheet.font("text").fontSize(SIZE);
  const heights = columns.map(({ share }, place) =>
    sheet.heightOfString(row[place] ?? "", { width: share * widthOf(sheet) - 2 * PADDING }),
  );
  return Math.max(...heights) + 2 * PADDING;
}

function drawRow(sheet: Sheet, columns: readonly Column[], row: readonly string[], isHead: boolean): void {
  const { y } = sheet;
  const height = heightOf(sheet, columns, row);
  sheet
    .font(isHead ? "bold" : "text")
    .fontSize(isHead ? SIZE - 1 : SIZE)
    .fillColor(isHead ? SOFT : INK);
  let x = MARGIN;
  for (const [place, { share, align }] of columns.entries()) {
    const width = share * widthOf(sheet);
    sheet.text(row[place] ?? "", x + PADDING, y + PADDING, {
      width: width - 2 * PADDING,
      align: align ?? "left",
    });
    x += width;
  }
  sheet.y = y + height;
  sheet
    .moveTo(MARGIN, sheet.y)
    .lineTo(MARGIN + widthOf(sheet), sheet.y)
    .lineWidth(isHead ? 1 : 0.5)
    .stroke(LINE);
  sheet.x = MARGIN;
}
