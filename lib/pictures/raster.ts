import sharp from "sharp";
import { readPublicPicture } from "./public-file";

/** Widths that somebody asks for: a phone's home screen, and what advertisers and messengers show. */
export const RASTER_SIZES = [180, 192, 512, 1200] as const;
export type RasterSize = (typeof RASTER_SIZES)[number];

interface Shape {
  readonly size: RasterSize;
  /** `#RRGGBB` to stand on, with room at the edges, for systems that cut icons into a shape of their own. */
  readonly ground?: string | undefined;
}

/** A square PNG of a picture in `public/`, or null where there is none. */
export async function rasterOf(address: string, { size, ground }: Shape): Promise<Buffer | null> {
  const file = await readPublicPicture(address);
  if (!file) return null;
  const inner = ground ? Math.round(size * 0.84) : size;
  const square = sharp(file, { density: 300 }).resize(inner, inner, { fit: "cover" });
  if (!ground) return square.png({ palette: true }).toBuffer();
  const around = Math.floor((size - inner) / 2);
  return square
    .flatten({ background: ground })
    .extend({
      top: around,
      left: around,
      bottom: size - inner - around,
      right: size - inner - around,
      background: ground,
    })
    .png({ palette: true })
    .toBuffer();
}

/** The address of a picture that no browser need understand: messengers and advertisers take no SVG. */
export const rasterAddress = (address: string): string =>
  address.startsWith("/") && address.endsWith(".svg") ? `/raster${address.slice(0, -4)}.png` : address;
