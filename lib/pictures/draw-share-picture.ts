import sharp, { type OverlayOptions } from "sharp";
import { drawText, drawTextWithin } from "./draw-text";
import { readPublicPicture } from "./public-file";

/** What Facebook, WhatsApp and Messenger show beside a link. */
export const SHARE_SIZE = { width: 1200, height: 630 } as const;

const EDGE = 64;
const ICON = 64;
/** The picture fills the right half as a square. */
const PICTURE = SHARE_SIZE.height;
const TEXT = SHARE_SIZE.width - PICTURE - 2 * EDGE + 24;

interface Colours {
  readonly ground: string;
  readonly ink: string;
  readonly soft: string;
  readonly accent: string;
}

export interface SharePicture {
  readonly shop: string;
  readonly title: string;
  readonly text: string;
  readonly price?: string | undefined;
  /** Addresses in `public/`. A picture that is elsewhere is left out. */
  readonly icon: string;
  readonly picture: string;
  readonly colours: Colours;
}

/** A PNG with the thing's name in letters that are read at the size of a stamp, its price and its picture. */
export async function drawSharePicture(what: SharePicture): Promise<Buffer> {
  const { colours } = what;
  const wide = { width: TEXT, colour: colours.ink, isBold: true };
  const [icon, picture] = await Promise.all([readPublicPicture(what.icon), readPublicPicture(what.picture)]);
  const shop = await drawText(what.shop, { ...wide, size: 40, colour: colours.accent });
  const title = await drawTextWithin(what.title, 230, { ...wide, size: 72 }, [72, 60, 50, 42]);
  const text = await drawTextWithin(
    what.text,
    110,
    { width: TEXT, colour: colours.soft, size: 30 },
    [30, 26, 22],
  );
  const price = what.price ? await drawText(what.price, { ...wide, size: 52, colour: colours.accent }) : null;
  const block = title.height + 28 + text.height;
  const top = Math.round((SHARE_SIZE.height - block) / 2) + (price ? -8 : 16);
  const iconPng = icon && (await sharp(icon, { density: 300 }).resize(ICON, ICON).png().toBuffer());
  const parts: OverlayOptions[] = [
    ...(iconPng ? [{ input: iconPng, left: EDGE, top: EDGE - 8 }] : []),
    {
      input: shop.png,
      left: iconPng ? EDGE + ICON + 18 : EDGE,
      top: EDGE - 8 + Math.round((ICON - shop.height) / 2),
    },
    { input: title.png, left: EDGE, top },
    { input: text.png, left: EDGE, top: top + title.height + 28 },
    ...(price ? [{ input: price.png, left: EDGE, top: SHARE_SIZE.height - EDGE - price.height + 4 }] : []),
  ];
  if (picture)
    parts.push({
      input: await sharp(picture, { density: 200 })
        .resize(PICTURE, PICTURE, { fit: "cover" })
        .png()
        .toBuffer(),
      left: SHARE_SIZE.width - PICTURE,
      top: 0,
    });
  return sharp({ create: { ...SHARE_SIZE, channels: 3, background: colours.ground } })
    .composite(parts)
    .png({ palette: true })
    .toBuffer();
}
