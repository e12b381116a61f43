import { readFile } from "node:fs/promises";
import { join } from "node:path";

/** Files that visitors may load anyway, and nothing above them. */
const ADDRESS = /^\/[\w-]+(?:\/[\w-]+)*\.(?:svg|png|jpe?g|webp|avif)$/;

/** A picture of `public/` by its address, or null where there is none: it is elsewhere, or it has gone. */
export async function readPublicPicture(address: string): Promise<Buffer | null> {
  if (!ADDRESS.test(address)) return null;
  return readFile(join(/* turbopackIgnore: true */ process.cwd(), "public", address)).catch(() => null);
}
