const CHANGED = "cart-count-changed";

/** Pieces that were just put in, and that the server has not counted yet. */
let expected = 0;

/** How many pieces the last answer of the server counted (the cookie holds nothing else), and what is expected beyond. */
export function readCartCount(): number {
  const found = /(?:^|; )cart_count=(\d{1,4})/.exec(document.cookie);
  return (found ? Number(found[1]) : 0) + expected;
}

/** Once something was put in: a browser that keeps no cookies gets a new, empty cart with every page. */
export const isCartKept = (): boolean => expected > 0 || /(?:^|; )cart_count=/.test(document.cookie);

/** Shows so many more at once, until the server has answered. */
export function expectInCart(pieces: number): void {
  expected += pieces;
  window.dispatchEvent(new Event(CHANGED));
}

/** The server has answered, yes or no: tells the header to read the cookie again. */
export function announceCartCount(): void {
  expected = 0;
  window.dispatchEvent(new Event(CHANGED));
}

/** Calls back when the count may have changed, also in a page that comes back from the browser's memory. */
export function onCartCount(callback: () => void): () => void {
  const events = [CHANGED, "pageshow", "focus"];
  for (const name of events) window.addEventListener(name, callback);
  return () => {
    for (const name of events) window.removeEventListener(name, callback);
  };
}
