import type { Locale } from "@/lib/kernel/money";

/** A product that this browser looked at, with its name in the languages that it was looked at in. */
export interface SeenProduct {
  readonly slug: string;
  readonly image: string;
  readonly names: Partial<Record<Locale, string>>;
}

const KEPT = 13;

const isSeen = (value: unknown): value is SeenProduct => {
  const { slug, image, names } = (value ?? {}) as Record<string, unknown>;
  return (
    typeof slug === "string" &&
    /^[a-z0-9-]{1,100}$/.test(slug) &&
    typeof image === "string" &&
    image.startsWith("/") &&
    typeof names === "object" &&
    names !== null
  );
};

/** Reads what was kept; nothing that is not what we wrote. */
export function parseSeen(stored: string | null): SeenProduct[] {
  try {
    const list: unknown = JSON.parse(stored ?? "[]");
    return Array.isArray(list) ? list.filter(isSeen) : [];
  } catch {
    return [];
  }
}

/** The list with a product at its head: once, and no longer than is kept. */
export function withSeen(
  list: readonly SeenProduct[],
  { slug, image, name, locale }: { slug: string; image: string; name: string; locale: Locale },
): SeenProduct[] {
  const before = list.find((one) => one.slug === slug);
  const seen = { slug, image, names: { ...before?.names, [locale]: name } };
  return [seen, ...list.filter((one) => one.slug !== slug)].slice(0, KEPT);
}
