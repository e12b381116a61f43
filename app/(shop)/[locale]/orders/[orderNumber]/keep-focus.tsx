"use client";
import { useEffect, useRef } from "react";
import { PANEL_ID } from "./panel-state";

/** When the news changes and takes the button away that had the keyboard, the keyboard stays where the news is. */
export function KeepFocus({ says }: { says: string }) {
  const before = useRef(says);
  useEffect(() => {
    if (before.current === says) return;
    before.current = says;
    if (document.activeElement === document.body)
      document.getElementById(PANEL_ID)?.focus({ preventScroll: true });
  }, [says]);
  return null;
}
