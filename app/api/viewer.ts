import "server-only";
import { currentShopper } from "@/app/_session/shopper";
import type { Viewer } from "@/lib/orders/order-access";
import { appUrl } from "@/lib/platform/env";
import { RequestRefused } from "./respond";

const LOOPBACK = new Set(["localhost", "127.0.0.1", "[::1]"]);

/** The shop's own address, or another name of this very machine at the same port while trying it out. */
function isOwnOrigin(origin: string): boolean {
  if (!URL.canParse(origin)) return false;
  const own = appUrl();
  const given = new URL(origin);
  if (given.origin === own.origin) return true;
  return LOOPBACK.has(own.hostname) && LOOPBACK.has(given.hostname) && given.port === own.port;
}

/**
 * Who asks: the holder of an order's access token (`Authorization: Bearer …`), or the shopper of this browser's cookie.
 * A request that changes something and leans on the cookie must come from the shop's own pages.
 */
export async function viewerOf(request: Request): Promise<Viewer> {
  const bearer = /^Bearer ([\w-]{1,200})$/.exec(request.headers.get("authorization") ?? "")?.[1];
  if (bearer) return { accessToken: bearer };
  const shopper = await currentShopper();
  if (shopper && request.method !== "GET") requireOwnOrigin(request);
  return { shopperId: shopper?.id };
}

/** Refuses a request that another site made this browser send. */
export function requireOwnOrigin(request: Request): void {
  const site = request.headers.get("sec-fetch-site");
  const origin = request.headers.get("origin");
  if ((site && site !== "same-origin") || !origin || !isOwnOrigin(origin))
    throw new RequestRefused("FOREIGN_ORIGIN");
}
