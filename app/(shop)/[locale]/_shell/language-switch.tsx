"use client";
import { usePathname } from "next/navigation";
import type { Locale } from "@/lib/kernel/money";

/** The same page in the other language. A full load, because the whole document changes its language. */
export function LanguageSwitch({ to, text, hint }: { to: Locale; text: string; hint: string }) {
  const path = usePathname().replace(/^\/(?:bn|en)(?=\/|$)/, "");
  return (
    <a
      href={`/${to}${path}`}
      lang={to}
      hrefLang={to}
      title={hint}
      className="inline-flex min-h-11 min-w-11 items-center justify-center rounded-full px-3 text-sm font-semibold text-ink-soft hover:bg-jute-tint hover:text-ink"
    >
      {text}
    </a>
  );
}
