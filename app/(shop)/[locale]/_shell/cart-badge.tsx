"use client";
import { useSyncExternalStore } from "react";
import { localDigits, type Locale } from "@/lib/kernel/money";
import { onCartCount, readCartCount } from "./cart-count";

/** The number beside the cart. Its page is the same for everybody, so the number comes from a cookie; its place is always kept. */
export function CartBadge({ locale, sentence }: { locale: Locale; sentence: string }) {
  const count = useSyncExternalStore(onCartCount, readCartCount, () => 0);
  const shown = localDigits(count > 99 ? "99+" : String(count), locale);
  return (
    <span className="inline-block min-w-6" data-testid="cart-count">
      {count > 0 && (
        <span className="block min-w-6 rounded-full bg-terracotta-deep px-1.5 text-center text-xs font-bold leading-6 text-white">
          <span aria-hidden="true">{shown}</span>
          <span className="sr-only">{sentence.replace("#", shown)}</span>
        </span>
      )}
    </span>
  );
}
