"use client";
import Link from "next/link";
import { useEffect, useId, useSyncExternalStore } from "react";
import { href } from "@/app/_i18n/routing";
import { Picture } from "@/app/_ui/picture";
import type { Locale } from "@/lib/kernel/money";
import { parseSeen, withSeen } from "./seen-products";

interface Props {
  readonly slug: string;
  readonly name: string;
  readonly image: string;
  readonly locale: Locale;
  readonly title: string;
}

const KEY = "recently-seen";
const SHOWN = 6;

const never = () => () => {};

/** A browser may keep nothing, or refuse to be asked. */
function readKept(): string {
  try {
    return window.localStorage.getItem(KEY) ?? "";
  } catch {
    return "";
  }
}

function keep(text: string): void {
  try {
    window.localStorage.setItem(KEY, text);
  } catch {
    // Then nothing is remembered.
  }
}

/**
 * What this browser looked at before, kept in the browser alone. It is the last thing on its page, so that nothing moves
 * when it comes; it names no prices, because they may have changed.
 */
export function RecentlySeen({ slug, name, image, locale, title }: Props) {
  const id = useId();
  const kept = useSyncExternalStore(never, readKept, () => "");
  useEffect(() => {
    keep(JSON.stringify(withSeen(parseSeen(readKept()), { slug, name, image, locale })));
  }, [slug, name, image, locale]);
  const others = parseSeen(kept)
    .filter((seen) => seen.slug !== slug)
    .slice(0, SHOWN);
  if (others.length === 0) return null;
  return (
    <section aria-labelledby={id} className="mt-14 lg:mt-20">
      <h2 id={id} className="mb-5 text-2xl">
        {title}
      </h2>
      <ul className="grid grid-cols-3 gap-4 sm:grid-cols-4 lg:grid-cols-6 lg:gap-6">
        {others.map((seen) => (
          <li key={seen.slug} className="group relative">
            <Picture
              src={seen.image}
              alt=""
              width={180}
              height={180}
              className="aspect-square w-full rounded-card bg-jute-tint object-cover"
            />
            <Link
              href={href(locale, `/products/${seen.slug}`)}
              prefetch={false}
              className="mt-2 block text-sm font-medium leading-snug underline-offset-4 after:absolute after:inset-0 hover:text-brand hover:underline"
            >
              {seen.names[locale] ?? seen.names.bn ?? seen.names.en}
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
