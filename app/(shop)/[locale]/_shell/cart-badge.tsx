"use client";
import { useSyncExternalStore } from "react";
import { localDigits, type Locale } from "@/lib/kernel/money";
import { onCartCount, readCartCount } from "./cart-count";

/** The number beside the cart. Its page is the same for everybody, so the number comes from a cookie. It lies over the icon and moves nothing. */
export function CartBadge({ locale, sentence }: { locale: Locale; sentence: string }) {
  const count = useSyncExternalStore(onCartCount, readCartCount, () => 0);
  const shown = localDigits(count > 99 ? "99+" : String(count), locale);
  return (
    <span data-testid="cart-count">
      {count > 0 && (
        <span className="absolute -end-2 -top-2 min-w-5 rounded-full bg-terracotta-deep px-1 text-center text-xs font-bold leading-5 text-on-terracotta">
          <span aria-hidden="true">{shown}</span>
          <span className="sr-only">{sentence.replace("#", shown)}</span>
        </span>
      )}
    </span>
  );
}
