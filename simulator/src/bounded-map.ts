/** Beyond this many the oldest are forgotten, so that a night of load does not fill the memory. */
const ENTRIES_KEPT = 250_000;

/** A Map that forgets its oldest entries beyond a limit. */
export class BoundedMap<V> {
  readonly #entries = new Map<string, V>();
  readonly #kept: number;
  // One iterator for life: a new one would step over all entries deleted so far, which is slow where it matters.
  #oldest = this.#entries.keys();

  constructor(kept = ENTRIES_KEPT) {
    this.#kept = kept;
  }

  get(key: string): V | undefined {
    return this.#entries.get(key);
  }

  has(key: string): boolean {
    return this.#entries.has(key);
  }

  get size(): number {
    return this.#entries.size;
  }

  values(): IterableIterator<V> {
    return this.#entries.values();
  }

  entries(): IterableIterator<[string, V]> {
    return this.#entries.entries();
  }

  /** Replaces everything, oldest first. */
  fill(entries: Iterable<readonly [string, V]>): void {
    this.clear();
    for (const [key, value] of entries) this.set(key, value);
  }

  /** Adds or replaces; a replaced entry keeps its age. */
  set(key: string, value: V): void {
    this.#entries.set(key, value);
    if (this.#entries.size <= this.#kept) return;
    const oldest = this.#oldest.next();
    if (!oldest.done) this.#entries.delete(oldest.value);
  }

  clear(): void {
    this.#entries.clear();
    this.#oldest = this.#entries.keys();
  }
}
