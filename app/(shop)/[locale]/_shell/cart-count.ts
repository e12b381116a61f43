const CHANGED = "cart-count-changed";

/** How many pieces the last answer of the server counted; the cookie holds nothing else. */
export function readCartCount(): number {
  const found = /(?:^|; )cart_count=(\d{1,4})/.exec(document.cookie);
  return found ? Number(found[1]) : 0;
}

/** Tells the header to read the cookie again. */
export const announceCartCount = (): boolean => window.dispatchEvent(new Event(CHANGED));

/** Calls back when the count may have changed, also in a page that comes back from the browser's memory. */
export function onCartCount(callback: () => void): () => void {
  const events = [CHANGED, "pageshow", "focus"];
  for (const name of events) window.addEventListener(name, callback);
  return () => {
    for (const name of events) window.removeEventListener(name, callback);
  };
}
