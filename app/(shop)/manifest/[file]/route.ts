import { notFound } from "next/navigation";
import { href, isLocale } from "@/app/_i18n/routing";
import { colours, store } from "@/store.config";

export const dynamic = "force-static";
export const generateStaticParams = () => [{ file: "bn.webmanifest" }, { file: "en.webmanifest" }];

const icon = (name: string, size: number, purpose: "any" | "maskable") => ({
  src: `/raster/art/${name}.png`,
  sizes: `${size}x${size}`,
  type: "image/png",
  purpose,
});

/** The shop on a phone's home screen: `/manifest/bn.webmanifest`. */
export async function GET(_: Request, { params }: { params: Promise<{ file: string }> }): Promise<Response> {
  const [locale, ending] = (await params).file.split(".");
  if (!isLocale(locale) || ending !== "webmanifest") notFound();
  const manifest = {
    id: "/",
    name: store.name[locale],
    short_name: store.name[locale],
    description: store.description[locale],
    lang: locale,
    dir: "ltr",
    start_url: href(locale),
    scope: "/",
    display: "standalone",
    background_color: colours.light.paper,
    theme_color: colours.light.paper,
    categories: ["shopping"],
    icons: [
      icon("icon@192", 192, "any"),
      icon("icon@512", 512, "any"),
      icon("icon@icon-192", 192, "maskable"),
      icon("icon@icon-512", 512, "maskable"),
    ],
  };
  return new Response(JSON.stringify(manifest), { headers: { "content-type": "application/manifest+json" } });
}
