import { notFound } from "next/navigation";
import type { Locale } from "@/lib/kernel/money";
import { isLocale } from "./routing";

export interface LocaleParams {
  readonly params: Promise<{ locale: string }>;
}

export interface SlugParams {
  readonly params: Promise<{ locale: string; slug: string }>;
}

/** The language in the page's address. */
export async function readLocale(params: Promise<{ locale: string }>): Promise<Locale> {
  const { locale } = await params;
  return isLocale(locale) ? locale : notFound();
}
