import "@/app/globals.css";
import type { Metadata, Viewport } from "next";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { notFound } from "next/navigation";
import type { ReactNode } from "react";
import { isLocale } from "@/app/_i18n/routing";
import { button } from "@/app/_ui/button";
import { Ribbon } from "@/app/_ui/ribbon";
import { ALWAYS_LIGHT } from "@/app/_ui/theme";
import { ThemeScript } from "@/app/_ui/theme-script";
import { publicMode } from "@/lib/platform/env";
import { isOffered } from "@/lib/platform/features";
import { colours, store } from "@/store.config";
import { FetchAhead } from "./_shell/fetch-ahead";
import { Footer } from "./_shell/footer";
import { Header } from "./_shell/header";
import { KeepOffline } from "./_shell/keep-offline";
import { NavigationProgress } from "./_shell/navigation-progress";
import { publicUrl } from "./_shell/public-url";

interface Props {
  readonly children: ReactNode;
  readonly params: Promise<{ locale: string }>;
}

export const viewport: Viewport = {
  themeColor: [
    { media: "(prefers-color-scheme: light)", color: colours.light.paper },
    {
      media: "(prefers-color-scheme: dark)",
      color: (isOffered("darkTheme") ? colours.dark : colours.light).paper,
    },
  ],
  width: "device-width",
  initialScale: 1,
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await params;
  if (!isLocale(locale)) return {};
  return {
    metadataBase: new URL(publicUrl()),
    title: { default: store.name[locale], template: `%s · ${store.name[locale]}` },
    description: store.description[locale],
    icons: {
      icon: { url: "/art/icon.svg", type: "image/svg+xml" },
      apple: { url: "/raster/art/icon@icon-180.png", sizes: "180x180" },
    },
    manifest: `/manifest/${locale}.webmanifest`,
    formatDetection: { telephone: false },
  };
}

/** The shop's document. Nothing here reads a cookie or a header, so that catalogue pages can be kept ready. */
export default async function ShopLayout({ children, params }: Props) {
  const { locale } = await params;
  if (!isLocale(locale)) notFound();
  setRequestLocale(locale);
  const t = await getTranslations({ locale, namespace: "shell" });
  const offline = await getTranslations({ locale, namespace: "offline" });
  const mode = publicMode();
  return (
    <html lang={locale} {...(!isOffered("darkTheme") && ALWAYS_LIGHT)} suppressHydrationWarning>
      <body className="flex min-h-dvh flex-col">
        {isOffered("darkTheme") && <ThemeScript />}
        <NavigationProgress />
        <FetchAhead />
        <KeepOffline isWanted={isOffered("offline")} text={offline("notice")} />
        <a href="#content" className={button("primary", "skip-link")}>
          {t("skip")}
        </a>
        <header className="border-b border-line">
          {mode !== "live" && <Ribbon text={t(mode === "sandbox" ? "ribbonSandbox" : "ribbonSimulator")} />}
          <Header locale={locale} />
        </header>
        <main id="content" tabIndex={-1} className="flex-1 outline-none">
          {children}
        </main>
        <Footer locale={locale} />
      </body>
    </html>
  );
}
