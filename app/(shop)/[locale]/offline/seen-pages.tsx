"use client";
import { useEffect, useState } from "react";
import type { Locale } from "@/lib/kernel/money";

interface Seen {
  readonly path: string;
  readonly title: string;
}

/** The catalogue pages in this language that the browser has kept, latest first. */
async function readSeen(locale: Locale): Promise<Seen[]> {
  const found: Seen[] = [];
  for (const name of await caches.keys()) {
    if (!name.startsWith("pages-")) continue;
    const cache = await caches.open(name);
    for (const request of await cache.keys()) {
      const path = new URL(request.url).pathname;
      if (!path.startsWith(`/${locale}/`) || path.endsWith("/offline")) continue;
      const html = (await (await cache.match(request))?.text()) ?? "";
      const title = new DOMParser().parseFromString(html, "text/html").title.split(" · ")[0];
      if (title) found.unshift({ path, title });
    }
  }
  return found.slice(0, 12);
}

/** What can still be read without a line. Nothing where nothing is kept. */
export function SeenPages({ locale, heading }: { locale: Locale; heading: string }) {
  const [seen, setSeen] = useState<readonly Seen[]>([]);
  useEffect(() => {
    if ("caches" in window) readSeen(locale).then(setSeen, () => undefined); // a private window may keep nothing
  }, [locale]);
  if (seen.length === 0) return null;
  return (
    <nav aria-labelledby="seen" className="mt-12">
      <h2 id="seen" className="text-xl">
        {heading}
      </h2>
      <ul className="mt-2">
        {seen.map(({ path, title }) => (
          <li key={path}>
            <a
              href={path}
              className="inline-flex min-h-11 items-center text-brand underline underline-offset-4"
            >
              {title}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
