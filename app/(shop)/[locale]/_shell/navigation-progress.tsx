"use client";
import { usePathname } from "next/navigation";
import { useEffect, useRef } from "react";

/**
 * A line along the top while the next page is on its way: on a slow phone a tap must be answered at once.
 * One listener for all links, instead of placeholders in every page, which would stay for ever without JavaScript.
 */
export function NavigationProgress() {
  const line = useRef<HTMLDivElement>(null);
  const path = usePathname();
  useEffect(() => {
    if (line.current) line.current.hidden = true;
  }, [path]);
  useEffect(() => {
    const onClick = (event: MouseEvent) => {
      if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
      const link = event.target instanceof Element ? event.target.closest("a") : null;
      if (!link || link.target || link.origin !== location.origin || link.pathname === location.pathname)
        return;
      if (line.current) line.current.hidden = false;
    };
    const onReturn = () => {
      if (line.current) line.current.hidden = true;
    };
    document.addEventListener("click", onClick);
    window.addEventListener("pageshow", onReturn);
    return () => {
      document.removeEventListener("click", onClick);
      window.removeEventListener("pageshow", onReturn);
    };
  }, []);
  return <div ref={line} hidden aria-hidden="true" className="navigation-progress" />;
}
