import createMiddleware from "next-intl/middleware";
import { NextRequest, NextResponse } from "next/server";
import { routing } from "@/app/_i18n/routing";
import { contentSecurityPolicy } from "@/app/_security/content-security-policy";
import { statusOfUnreadable } from "@/app/_security/unreadable-request";

const inTheReadersLanguage = createMiddleware(routing);

/** Pages that are made for one reader at a time. Only they can carry a nonce; the others are kept ready as they are. */
const PRIVATE_PAGE = /^\/(bn|en)\/(cart|checkout|orders|account|wishlist)(\/|$)|^\/admin(\/|$)/;

/** Lists that are kept ready; with wishes in the address (a colour, a page, a search) they are made anew, by browse/. */
const LIST = /^\/(bn|en)(\/products|\/categories\/[a-z0-9-]+|\/collections\/[a-z0-9-]+)$/;
/** What others add to an address to follow people, and Next to tell its own requests apart: no wishes. */
const NO_WISH = /^(_rsc|utm_.*|fbclid|gclid|mc_.*|ref)$/;

/** The address of browse/ for a list with wishes, or null. */
function withWishes({ pathname, searchParams, href }: NextRequest["nextUrl"]): URL | null {
  const [, locale, place] = LIST.exec(pathname) ?? [];
  if (!place || ![...searchParams.keys()].some((key) => !NO_WISH.test(key))) return null;
  const address = new URL(href);
  address.pathname = `/${locale}/browse`;
  address.searchParams.set("place", place);
  return address;
}

/** The API and files have no language, and load nothing. */
const IS_PAGE = /^\/(?!api\/|.*\.)/;

/**
 * Sends an address without a language to the reader's own, and says what a page may load. Turns away only what nobody
 * could read; it guards nothing: pages do.
 */
export async function proxy(request: NextRequest): Promise<NextResponse> {
  const status = await statusOfUnreadable(request);
  if (status !== null) return new NextResponse(null, { status });
  const { pathname } = request.nextUrl;
  if (!IS_PAGE.test(pathname)) return NextResponse.next();
  const nonce = PRIVATE_PAGE.test(pathname) ? Buffer.from(crypto.randomUUID()).toString("base64") : undefined;
  const policy = contentSecurityPolicy(nonce);
  const headers = new Headers(request.headers);
  // Next reads the nonce from here and puts it on its own scripts.
  headers.set("content-security-policy", policy);
  const wishes = withWishes(request.nextUrl);
  const response = wishes
    ? NextResponse.rewrite(wishes, { request: { headers } })
    : /^\/admin(\/|$)/.test(pathname)
      ? NextResponse.next({ request: { headers } })
      : inTheReadersLanguage(new NextRequest(request, { headers }));
  response.headers.set("content-security-policy", policy);
  return response;
}

export const config = {
  matcher: [
    // Pages: not the API, Next's own files, or a file with an extension.
    "/((?!api/|_next/|_vercel/|.*\\.).*)",
    // Whatever is written with %, because it may be written wrongly.
    "/((?!_next/|_vercel/).*%.*)",
    // What Next takes for an action wherever it is sent, because it may be none.
    { source: "/api/:path*", has: [{ type: "header", key: "next-action" }] },
    { source: "/api/:path*", has: [{ type: "header", key: "content-type", value: "multipart/form-data.*" }] },
  ],
};
