import type { MetadataRoute } from "next";
import { appUrl } from "@/lib/platform/env";

/** Asked for, not built: where the shop lives is known when it runs. */
export const dynamic = "force-dynamic";

const PRIVATE = ["cart", "checkout", "orders/", "account", "track", "wishlist"];

/** What belongs to one person each stays out of search engines; the rest may be found. */
export default function robots(): MetadataRoute.Robots {
  return {
    rules: { userAgent: "*", disallow: ["/api/", "/admin", ...PRIVATE.map((page) => `/*/${page}`)] },
    sitemap: `${appUrl().origin}/sitemap.xml`,
  };
}
