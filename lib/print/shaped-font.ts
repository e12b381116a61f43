import { readFile } from "node:fs/promises";
import { join } from "node:path";
import ready, { type Font, type HarfBuzz, type ShapedGlyph } from "harfbuzzjs";

/**
 * Bangla on paper. PDFKit's own layout sets some conjuncts and vowel signs wrong, so HarfBuzz, which browsers use, decides
 * which glyphs stand where; PDFKit embeds them. Hind Siliguri has Bangla and Latin (SIL Open Font License).
 */
const FILES = { text: "400Regular/HindSiliguri_400Regular.ttf", bold: "700Bold/HindSiliguri_700Bold.ttf" };
export type FontName = keyof typeof FILES;

export interface ShapedFont {
  file: Buffer;
  /** The glyphs of a text, in the order in which they are drawn. */
  shape(text: string): ShapedGlyph[];
}

const folder = () => join(process.cwd(), "node_modules", "@expo-google-fonts", "hind-siliguri");

let loaded: Promise<Record<FontName, ShapedFont>> | undefined;

/** Both weights, read once in a process. */
export const shapedFonts = (): Promise<Record<FontName, ShapedFont>> => (loaded ??= load());

async function load(): Promise<Record<FontName, ShapedFont>> {
  const harfBuzz = await ready;
  const open = async (name: FontName): Promise<ShapedFont> => {
    const file = await readFile(join(folder(), FILES[name]));
    const font = harfBuzz.createFont(harfBuzz.createFace(harfBuzz.createBlob(new Uint8Array(file)), 0));
    return {
      file,
      shape: (text) => runsOf(text).flatMap(({ run, at }) => shapeRun(harfBuzz, font, run, at)),
    };
  };
  return { text: await open("text"), bold: await open("bold") };
}

/** Bangla letters, signs, digits and joiners. */
const RUNS = /[\u0964\u0965\u0980-\u09ff\u200c\u200d]+|[^\u0964\u0965\u0980-\u09ff\u200c\u200d]+/g;

/** One script at a time: what begins with a Latin letter would be set by Latin rules to its end. */
const runsOf = (text: string): { run: string; at: number }[] =>
  [...text.matchAll(RUNS)].map((match) => ({ run: match[0], at: match.index }));

function shapeRun(harfBuzz: HarfBuzz, font: Font, run: string, at: number): ShapedGlyph[] {
  const buffer = harfBuzz.createBuffer();
  try {
    buffer.addText(run);
    buffer.guessSegmentProperties();
    harfBuzz.shape(font, buffer);
    return buffer.json().map((glyph) => ({ ...glyph, cl: glyph.cl + at }));
  } finally {
    buffer.destroy();
  }
}
