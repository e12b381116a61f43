"use client";
import { usePathname, useSearchParams } from "next/navigation";
import { useEffect } from "react";

/**
 * Every page that a merchant opens puts the end of the session off by half an hour again: next-auth renews its cookie when
 * it is asked for the session. A tab that nobody touches asks for nothing and so runs out.
 */
export function KeepSession() {
  const path = usePathname();
  const search = useSearchParams();
  useEffect(() => {
    // Read to its end, or the browser keeps the connection; offline, the next page tries again.
    fetch("/api/auth/session")
      .then((answer) => answer.text())
      .catch(() => {});
  }, [path, search]);
  return null;
}
