"use client";
import { useSyncExternalStore } from "react";
import { localDigits, type Locale } from "@/lib/kernel/money";
import { countWishes, onWishes } from "./wishes";

/** The number beside the heart, like the cart's: it lies over the icon and moves nothing. */
export function WishBadge({ locale, sentence }: { locale: Locale; sentence: string }) {
  const count = useSyncExternalStore(onWishes, countWishes, () => 0);
  if (count === 0) return null;
  const shown = localDigits(String(count), locale);
  return (
    <span
      data-testid="wish-count"
      className="absolute -end-2 -top-2 min-w-5 rounded-full bg-brand px-1 text-center text-xs font-bold leading-5 text-on-brand"
    >
      <span aria-hidden="true">{shown}</span>
      <span className="sr-only">{sentence.replace("#", shown)}</span>
    </span>
  );
}
