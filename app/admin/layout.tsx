import "@/app/globals.css";
import type { Metadata, Viewport } from "next";
import type { ReactNode } from "react";
import { button } from "@/app/_ui/button";
import { Ribbon } from "@/app/_ui/ribbon";
import { ALWAYS_LIGHT } from "@/app/_ui/theme";
import { ThemeScript } from "@/app/_ui/theme-script";
import { publicMode } from "@/lib/platform/env";
import { isOffered } from "@/lib/platform/features";
import { store } from "@/store.config";
import { words } from "./_words/words";

export const metadata: Metadata = {
  title: { default: words.office, template: `%s · ${store.name.en} ${words.office}` },
  icons: { icon: { url: "/art/icon.svg", type: "image/svg+xml" } },
  robots: { index: false, follow: false },
  formatDetection: { telephone: false },
};

export const viewport: Viewport = { width: "device-width", initialScale: 1 };

/** Nothing of the back office is made before it is asked for: who asks decides what it is, and the settings are the server's. */
export const dynamic = "force-dynamic";

/** The document of the back office. It shows nothing of the shop's data: each page asks who is there. */
export default function AdminLayout({ children }: { readonly children: ReactNode }) {
  const mode = publicMode();
  return (
    <html lang="en" {...(!isOffered("darkTheme") && ALWAYS_LIGHT)} suppressHydrationWarning>
      <body className="flex min-h-dvh flex-col">
        {isOffered("darkTheme") && <ThemeScript />}
        <a href="#content" className={button("primary", "skip-link")}>
          {words.skip}
        </a>
        {mode !== "live" && (
          <aside aria-label={words.overview.mode}>
            <Ribbon text={words.ribbon[mode]} />
          </aside>
        )}
        {children}
      </body>
    </html>
  );
}
