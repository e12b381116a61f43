import PDFDocument from "pdfkit";
import type { ShapedGlyph } from "harfbuzzjs";
import { shapedFonts, type FontName, type ShapedFont } from "./shaped-font";

export const MARGIN = 40;
export const INK = "#1e2a26";
export const SOFT = "#5a655f";
export const LINE = "#c9c2b4";

export type Sheet = PDFKit.PDFDocument;

/** What is on a sheet, and where it lies: A4 unless the paper is another. */
export async function openSheet(about: {
  title: string;
  author: string;
  /** Its pages belong together: each says which of how many it is. */
  isNumbered?: boolean;
}): Promise<{
  sheet: Sheet;
  /** Ends the document. */
  finish: () => Promise<Buffer>;
}> {
  const fonts = await shapedFonts();
  const sheet = new PDFDocument({
    size: "A4",
    margin: MARGIN,
    bufferPages: true,
    info: { Title: about.title, Author: about.author },
  });
  const chunks: Buffer[] = [];
  const whole = new Promise<Buffer>((resolve, reject) => {
    sheet.on("data", (chunk: Buffer) => chunks.push(chunk));
    sheet.on("end", () => resolve(Buffer.concat(chunks)));
    sheet.on("error", reject);
  });
  for (const name of ["bold", "text"] as const) setShaped(sheet, name, fonts[name]);
  sheet.fillColor(INK).fontSize(10);
  return {
    sheet,
    finish: () => {
      if (about.isNumbered) numberPages(sheet);
      sheet.end();
      return whole;
    },
  };
}

/** fontkit's font inside PDFKit's, as far as we touch it. */
interface InnerFont {
  layout(text: string): unknown;
  getGlyph(id: number, codePoints: number[]): { advanceWidth: number };
}

/** Registers a font whose glyphs HarfBuzz chooses. PDFKit has no door for that: its font's layout is replaced. */
function setShaped(sheet: Sheet, name: FontName, font: ShapedFont): void {
  sheet.registerFont(name, font.file);
  sheet.font(name);
  const inner = (sheet as unknown as { _font: { font: InnerFont } })._font.font;
  inner.layout = (text: string) => {
    const shaped = font.shape(text);
    const ends = endsOf(shaped, text.length);
    const told = new Set<number>();
    return {
      glyphs: shaped.map(({ g, cl }) => {
        // The letters of a cluster belong to its first glyph, so that they can be copied once.
        const letters = told.has(cl) ? "" : text.slice(cl, ends.get(cl));
        told.add(cl);
        return inner.getGlyph(
          g,
          Array.from(letters, (letter) => letter.codePointAt(0) ?? 0),
        );
      }),
      positions: shaped.map(({ ax, ay, dx, dy }) => ({
        xAdvance: ax,
        yAdvance: ay,
        xOffset: dx,
        yOffset: dy,
      })),
      advanceWidth: shaped.reduce((width, { ax }) => width + ax, 0),
    };
  };
}

/** Where the text of each cluster ends. */
function endsOf(shaped: readonly ShapedGlyph[], length: number): Map<number, number> {
  const starts = [...new Set(shaped.map(({ cl }) => cl))].sort((a, b) => a - b);
  return new Map(starts.map((start, place) => [start, starts[place + 1] ?? length]));
}

/** `1 / 2` at the foot of papers with several pages. */
function numberPages(sheet: Sheet): void {
  const { start, count } = sheet.bufferedPageRange();
  if (count < 2) return;
  for (let page = 0; page < count; page++) {
    sheet.switchToPage(start + page);
    const { bottom } = sheet.page.margins;
    sheet.page.margins.bottom = 0; // else what is written below it begins a page of its own
    sheet.font("text").fontSize(8).fillColor(SOFT);
    sheet.text(`${page + 1} / ${count}`, MARGIN, sheet.page.height - 28, {
      width: sheet.page.width - 2 * MARGIN,
      align: "right",
      lineBreak: false,
    });
    sheet.page.margins.bottom = bottom;
  }
}
