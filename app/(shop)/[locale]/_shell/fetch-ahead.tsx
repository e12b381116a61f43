"use client";
import { useRouter } from "next/navigation";
import { useEffect } from "react";

/**
 * Fetches a page when the pointer or a finger comes to its link. Next would fetch the pages of all links that are seen, with
 * their pictures, and a shopper who only looks would pay for them; that is why links here say `prefetch={false}`.
 */
export function FetchAhead() {
  const router = useRouter();
  useEffect(() => {
    const onPointerOver = (event: PointerEvent) => {
      const link = event.target instanceof Element ? event.target.closest("a") : null;
      if (!link || link.target || link.origin !== location.origin || link.pathname === location.pathname)
        return;
      // The other language is a document of its own, and what is no page is not read ahead.
      if (link.pathname.split("/")[1] === document.documentElement.lang) router.prefetch(link.href);
    };
    document.addEventListener("pointerover", onPointerOver, { passive: true });
    return () => document.removeEventListener("pointerover", onPointerOver);
  }, [router]);
  return null;
}
