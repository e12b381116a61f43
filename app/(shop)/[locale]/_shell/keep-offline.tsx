"use client";
import { useEffect, useSyncExternalStore } from "react";

function onLineChange(callback: () => void): () => void {
  for (const name of ["online", "offline"]) window.addEventListener(name, callback);
  return () => {
    for (const name of ["online", "offline"]) window.removeEventListener(name, callback);
  };
}

/**
 * Starts the worker that keeps visited catalogue pages (public/sw.js), or ends it where the shop does not want one; and says
 * so while there is no line, because what is then read may be from yesterday.
 */
export function KeepOffline({ isWanted, text }: { isWanted: boolean; text: string }) {
  const isOnline = useSyncExternalStore(
    onLineChange,
    () => navigator.onLine,
    () => true,
  );
  useEffect(() => {
    if (!("serviceWorker" in navigator)) return;
    const { serviceWorker } = navigator;
    const start = async () => {
      if (isWanted) await serviceWorker.register("/sw.js", { updateViaCache: "none" });
      else for (const worker of await serviceWorker.getRegistrations()) await worker.unregister();
    };
    // A browser that refuses keeps nothing, and the shop works as before.
    const begin = () => void start().catch(() => undefined);
    // Only once the page is there: what the worker fetches must not compete with it.
    if (document.readyState === "complete") begin();
    else window.addEventListener("load", begin, { once: true });
    return () => window.removeEventListener("load", begin);
  }, [isWanted]);
  return (
    <div role="status" className="fixed inset-x-0 top-0 z-50 flex justify-center empty:hidden">
      {!isOnline && (
        <p className="rounded-b-xl bg-turmeric px-4 py-2 text-sm font-semibold text-on-turmeric shadow-lift">
          {text}
        </p>
      )}
    </div>
  );
}
