"use client";
import Form from "next/form";
import Link from "next/link";
import { useEffect, useRef, useState } from "react";
import { Icon } from "@/app/_ui/icon";
import { Picture } from "@/app/_ui/picture";

interface Offer {
  readonly slug: string;
  readonly name: string;
  readonly image: string;
  readonly price: string;
}

interface Words {
  readonly search: string;
  readonly hint: string;
  readonly suggestions: string;
  readonly seeAll: string;
}

/** Long enough that a word is typed, short enough that nobody waits. */
const PAUSE_MS = 180;

/** Search, with what it would find while one types. Without JavaScript it is a form that finds. */
export function SearchBox({ action, locale, words }: { action: string; locale: string; words: Words }) {
  const [typed, setTyped] = useState("");
  const [offers, setOffers] = useState<readonly Offer[]>([]);
  const [isOpen, setOpen] = useState(false);
  const box = useRef<HTMLDivElement>(null);

  useEffect(() => {
    const stop = new AbortController();
    const look = async () => {
      const query = new URLSearchParams({ q: typed, locale });
      const answer = await fetch(`/api/search?${query}`, { signal: stop.signal });
      if (answer.ok) setOffers(((await answer.json()) as { products: Offer[] }).products);
    };
    // Suggestions are a convenience: when they fail, the search still works.
    const timer = setTimeout(
      () => void (typed.trim().length > 1 ? look().catch(() => {}) : setOffers([])),
      PAUSE_MS,
    );
    return () => {
      clearTimeout(timer);
      stop.abort();
    };
  }, [typed, locale]);

  const leave = (event: React.FocusEvent) => {
    if (!box.current?.contains(event.relatedTarget)) setOpen(false);
  };
  return (
    <div
      ref={box}
      onBlur={leave}
      onKeyDown={(event) => event.key === "Escape" && setOpen(false)}
      className="relative max-lg:order-last max-lg:w-full max-lg:pb-2 lg:mx-auto lg:max-w-xl lg:flex-1"
    >
      <Form
        action={action}
        prefetch={false}
        role="search"
        onSubmit={() => setOpen(false)}
        className="relative"
      >
        <input
          type="search"
          name="q"
          aria-label={words.search}
          placeholder={words.hint}
          autoComplete="off"
          maxLength={80}
          value={typed}
          onChange={(event) => {
            setTyped(event.target.value);
            setOpen(true);
          }}
          onFocus={() => setOpen(true)}
          className="h-11 w-full rounded-full border border-line-strong bg-card ps-4 pe-12 text-base"
        />
        <button
          type="submit"
          aria-label={words.search}
          className="absolute end-0 top-0 grid size-11 place-items-center rounded-full text-brand hover:bg-jute-tint"
        >
          <Icon name="search" size={20} />
        </button>
      </Form>
      <div aria-live="polite">
        {isOpen && offers.length > 0 && (
          <ul
            aria-label={words.suggestions}
            className="absolute inset-x-0 top-full z-40 mt-1 overflow-hidden rounded-card border border-line bg-card shadow-lg"
          >
            {offers.map(({ slug, name, image, price }) => (
              <li key={slug}>
                <Link
                  href={`/${locale}/products/${slug}`}
                  prefetch={false}
                  onClick={() => setOpen(false)}
                  className="flex min-h-14 items-center gap-3 px-3 py-1.5 hover:bg-jute-tint focus-visible:bg-jute-tint"
                >
                  <Picture
                    src={image}
                    alt=""
                    width={44}
                    height={44}
                    className="size-11 rounded-lg object-cover"
                  />
                  <span className="flex-1 leading-snug">{name}</span>
                  <span className="text-sm text-ink-soft">{price}</span>
                </Link>
              </li>
            ))}
            <li className="border-t border-line">
              <Link
                href={`${action}?q=${encodeURIComponent(typed)}`}
                prefetch={false}
                onClick={() => setOpen(false)}
                className="flex min-h-11 items-center px-3 text-sm font-semibold text-brand hover:bg-jute-tint"
              >
                {words.seeAll}
              </Link>
            </li>
          </ul>
        )}
      </div>
    </div>
  );
}
