import type { MetadataRoute } from "next";

/** Carts, orders and the back office belong to one person each; the rest may be found. */
export default function robots(): MetadataRoute.Robots {
  return {
    rules: { userAgent: "*", disallow: ["/api/", "/admin", "/*/cart", "/*/checkout", "/*/orders/"] },
  };
}
