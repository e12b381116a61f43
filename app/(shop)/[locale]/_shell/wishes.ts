const CHANGED = "wishes-changed";

/** The products whose heart is full, by their slugs, as the last answer of the server named them. */
function readWishes(): string[] {
  const found = /(?:^|; )wishes=([a-z0-9.-]*)/.exec(document.cookie)?.[1];
  return found ? found.split(".") : [];
}

export const countWishes = (): number => readWishes().length;

export const isWished = (slug: string): boolean => readWishes().includes(slug);

/** Tells hearts and header to read the cookie again. */
export const announceWishes = (): boolean => window.dispatchEvent(new Event(CHANGED));

/** Calls back when the list may have changed, also in a page that comes back from the browser's memory. */
export function onWishes(callback: () => void): () => void {
  const events = [CHANGED, "pageshow", "focus"];
  for (const name of events) window.addEventListener(name, callback);
  return () => {
    for (const name of events) window.removeEventListener(name, callback);
  };
}
