import type { Metadata } from "next";
import { setRequestLocale } from "next-intl/server";
import { notFound } from "next/navigation";
import { readLocale } from "@/app/_i18n/read-locale";
import { browse } from "@/lib/catalog/browse";
import { pageMetadata } from "../_shell/page-metadata";
import { Listing } from "./listing";
import { findPlace } from "./place";

interface Props {
  params: Promise<{ locale: string; slug?: string }>;
}

/** The page of one list without wishes: what can be kept ready for everybody. */
export async function ListPage({ params, pathOf }: Props & { pathOf: (slug: string) => string }) {
  const locale = await readLocale(params);
  setRequestLocale(locale);
  const place = await findPlace(pathOf((await params).slug ?? ""), locale);
  if (!place) notFound();
  return (
    <Listing
      locale={locale}
      title={place.title}
      text={place.text}
      image={place.image}
      path={place.path}
      wish={{}}
      given={{}}
      browsed={await browse(place, locale)}
    />
  );
}

export async function listMetadata({ params }: Props, pathOf: (slug: string) => string): Promise<Metadata> {
  const locale = await readLocale(params);
  const place = await findPlace(pathOf((await params).slug ?? ""), locale);
  return place ? pageMetadata(locale, place.path, { title: place.title, description: place.text }) : {};
}
