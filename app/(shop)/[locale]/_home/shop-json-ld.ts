import "server-only";
import { href } from "@/app/_i18n/routing";
import type { Locale } from "@/lib/kernel/money";
import { rasterAddress } from "@/lib/pictures/raster";
import { store } from "@/store.config";
import { publicUrl } from "../_shell/public-url";

/** Who sells here, and how to look for something. */
export function shopJsonLd(locale: Locale): string {
  const url = publicUrl() + href(locale);
  return JSON.stringify([
    {
      "@context": "https://schema.org",
      "@type": "OnlineStore",
      name: store.name[locale],
      legalName: store.legal.owner[locale],
      description: store.description[locale],
      url,
      logo: publicUrl() + rasterAddress("/art/logo.svg"),
      address: { "@type": "PostalAddress", streetAddress: store.address[locale], addressCountry: "BD" },
      contactPoint: {
        "@type": "ContactPoint",
        contactType: "customer service",
        telephone: store.phone,
        email: store.email,
        availableLanguage: ["bn", "en"],
      },
    },
    {
      "@context": "https://schema.org",
      "@type": "WebSite",
      name: store.name[locale],
      url,
      inLanguage: locale,
      potentialAction: {
        "@type": "SearchAction",
        target: `${publicUrl()}${href(locale, "/products")}?q={search_term_string}`,
        "query-input": "required name=search_term_string",
      },
    },
  ]);
}
