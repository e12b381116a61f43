"use client";
import { useEffect } from "react";
import { announceCartCount } from "./cart-count";

/** Corrects the header's number from a page that knows better: an order that was paid has emptied the cart. */
export function KeepCartCount({ count }: { count: number }) {
  useEffect(() => {
    document.cookie = `cart_count=${count}; path=/; max-age=31536000; samesite=lax`;
    announceCartCount();
  }, [count]);
  return null;
}
