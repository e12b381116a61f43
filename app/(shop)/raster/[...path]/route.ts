import { notFound } from "next/navigation";
import { RASTER_SIZES, rasterOf } from "@/lib/pictures/raster";
import { colours } from "@/store.config";

export const dynamic = "force-static";
export const revalidate = 86400;
export const generateStaticParams = () => [];

const FILE = /^([\w-]+)(?:@(icon-)?(\d+))?\.png$/;

/** A drawing of `public/` as PNG: `/raster/art/hero.png`, `…/icon@192.png`, and with ground and edges `…/icon@icon-512.png`. */
export async function GET(
  _: Request,
  { params }: { params: Promise<{ path: string[] }> },
): Promise<Response> {
  const path = (await params).path.map(decodeURIComponent);
  const [, name, isIcon, asked = "1200"] = FILE.exec(path.at(-1) ?? "") ?? [];
  const size = RASTER_SIZES.find((one) => String(one) === asked);
  if (!name || !size) notFound();
  const address = `/${[...path.slice(0, -1), `${name}.svg`].join("/")}`;
  const png = await rasterOf(address, { size, ground: isIcon && colours.light.brand });
  if (!png) notFound();
  return new Response(new Uint8Array(png), { headers: { "content-type": "image/png" } });
}
