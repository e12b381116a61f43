import "server-only";
import { publicUrl } from "./public-url";

/** The way to a page from the front door, for search engines. The last step is the page itself. */
export const breadcrumbJsonLd = (steps: readonly { text: string; href: string }[]) => ({
  "@context": "https://schema.org",
  "@type": "BreadcrumbList",
  itemListElement: steps.map(({ text, href }, index) => ({
    "@type": "ListItem",
    position: index + 1,
    name: text,
    item: publicUrl() + href,
  })),
});
