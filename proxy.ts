import createMiddleware from "next-intl/middleware";
import { routing } from "@/app/_i18n/routing";

/** Sends an address without a language to the reader's own. */
export const proxy = createMiddleware(routing);

export const config = {
  // Pages of the shop only: not the API, the back office, Next's own files, or a file with an extension.
  matcher: ["/((?!api/|admin|_next/|_vercel/|.*\\.).*)"],
};
