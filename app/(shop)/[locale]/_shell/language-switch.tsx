"use client";
import { usePathname } from "next/navigation";
import type { SyntheticEvent } from "react";
import type { Locale } from "@/lib/kernel/money";

const takeQueryAlong = (event: SyntheticEvent<HTMLAnchorElement>): void => {
  event.currentTarget.search = window.location.search;
};

/** The same page in the other language. A full load, because the whole document changes its language. */
export function LanguageSwitch({ to, text, hint }: { to: Locale; text: string; hint: string }) {
  const path = usePathname().replace(/^\/(?:bn|en)(?=\/|$)/, "");
  return (
    <a
      href={`/${to}${path}`}
      lang={to}
      hrefLang={to}
      title={hint}
      // What is filtered or searched, and an order's token, stay in the address. A page that is kept ready for everybody
      // does not know them, so they are taken along when the link is used.
      onPointerDown={takeQueryAlong}
      onClick={takeQueryAlong}
      className="inline-flex min-h-11 min-w-11 items-center justify-center rounded-full px-2 text-sm font-semibold sm:px-3 text-ink-soft hover:bg-jute-tint hover:text-ink"
    >
      {text}
    </a>
  );
}
