/** Nobody reads an order and finds the button sooner. */
const READING_MS = 2_000;

/** The first signs that somebody is about to press something. */
const SIGNS = ["pointermove", "pointerdown", "keydown"] as const;

/**
 * Begins heavy work when a cheap phone has drawn the page and answers to the finger, or when the shopper stirs before that.
 *
 * @returns gives it up, if it has not begun.
 */
export function onceThePageIsRead(begin: () => void): () => void {
  const giveUp = () => {
    clearTimeout(timer);
    for (const sign of SIGNS) window.removeEventListener(sign, start);
  };
  const start = () => {
    giveUp();
    begin();
  };
  const timer = setTimeout(start, READING_MS);
  for (const sign of SIGNS) window.addEventListener(sign, start, { passive: true });
  return giveUp;
}
