"use client";
import { useEffect } from "react";
import { announceWishes } from "../_shell/wishes";

/** The list as the server has it is what hearts and header show: it may have changed in another browser. */
export function KeepWishes({ slugs }: { slugs: readonly string[] }) {
  const list = slugs.join(".");
  useEffect(() => {
    document.cookie = `wishes=${list}; path=/; max-age=31536000; samesite=lax`;
    announceWishes();
  }, [list]);
  return null;
}
