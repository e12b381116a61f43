import { mkdtemp, readFile, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import sharp from "sharp";
import { sfntOfWoff } from "./sfnt";

/** Bangla and Latin letters are two files of one family. */
const FONTS = "node_modules/@fontsource/noto-sans-bengali/files";
const FILES = ["bengali-400", "bengali-700", "latin-400", "latin-700"].map(
  (name) => `noto-sans-bengali-${name}-normal.woff`,
);

interface Look {
  /** The height of a line's letters, in pixels. */
  readonly size: number;
  readonly isBold?: boolean;
  /** `#RRGGBB` */
  readonly colour: string;
  /** Where a line breaks, in pixels. */
  readonly width: number;
}

export interface Drawn {
  readonly png: Buffer;
  readonly width: number;
  readonly height: number;
}

let fonts: Promise<readonly string[]> | undefined;

/** The fonts as files that the drawing library can open, once for each process. */
async function unpackFonts(): Promise<readonly string[]> {
  const folder = await mkdtemp(join(tmpdir(), "shop-fonts-"));
  const paths = await Promise.all(
    FILES.map(async (file) => {
      const woff = await readFile(join(/* turbopackIgnore: true */ process.cwd(), FONTS, file));
      const path = join(folder, file.replace(/woff$/, "ttf"));
      await writeFile(path, sfntOfWoff(woff));
      return path;
    }),
  );
  // A font is known from the first text on that names its file.
  for (const fontfile of paths)
    await sharp({ text: { text: "a", font: "Noto Sans Bengali 10", fontfile } })
      .raw()
      .toBuffer();
  return paths;
}

const escaped = (text: string): string =>
  text.replace(/[<>&]/g, (sign) => ({ "<": "&lt;", ">": "&gt;" })[sign] ?? "&amp;");

/** Text as a picture, Bangla letters joined as they are written. Draws nothing but letters. */
export async function drawText(text: string, look: Look): Promise<Drawn> {
  const [fontfile = ""] = await (fonts ??= unpackFonts());
  const { data, info } = await sharp({
    text: {
      text: `<span foreground="${look.colour}">${escaped(text)}</span>`,
      font: `Noto Sans Bengali ${look.isBold ? "Bold " : ""}${look.size}`,
      fontfile,
      width: look.width,
      dpi: 72,
      rgba: true,
      wrap: "word",
    },
  })
    .png()
    .toBuffer({ resolveWithObject: true });
  return { png: data, width: info.width, height: info.height };
}

/** The largest of these sizes at which the text stays within the height. */
export async function drawTextWithin(text: string, height: number, look: Look, sizes: readonly number[]) {
  let drawn = await drawText(text, look);
  for (const size of sizes) {
    drawn = await drawText(text, { ...look, size });
    if (drawn.height <= height) break;
  }
  return drawn;
}
