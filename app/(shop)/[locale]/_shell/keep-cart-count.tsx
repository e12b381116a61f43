"use client";
import { useRouter } from "next/navigation";
import { useEffect, useRef, useTransition } from "react";
import { announceCartCount, readCartCount } from "./cart-count";

/**
 * Corrects the header's number from a page that knows better: an order that was paid has emptied the cart.
 *
 * @param mayBeOld the page shows what is in the cart. Whoever goes back finds it as it was, perhaps from before an order:
 * where its number is another than the header's, it is made anew first.
 */
export function KeepCartCount({ count, mayBeOld = false }: { count: number; mayBeOld?: boolean }) {
  const router = useRouter();
  const [isAsking, ask] = useTransition();
  const hasAsked = useRef(false);
  useEffect(() => {
    if (isAsking) return;
    // Without a network Next would leave the page for the browser's own page about that.
    if (mayBeOld && !hasAsked.current && readCartCount() !== count && navigator.onLine) {
      hasAsked.current = true;
      return ask(() => router.refresh());
    }
    document.cookie = `cart_count=${count}; path=/; max-age=31536000; samesite=lax`;
    announceCartCount();
  }, [count, mayBeOld, isAsking, router]);
  return null;
}
