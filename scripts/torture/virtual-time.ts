interface Due {
  readonly at: number;
  readonly order: number;
  readonly run: () => void | Promise<void>;
}

/**
 * Time that passes only when nothing else is left to do in it. Whoever waits is put into a queue; the one whose moment
 * comes first goes first, and of two with the same moment the one that was there first.
 */
export class VirtualTime {
  #now: number;
  #order = 0;
  // Latest first, so that the next one is popped off the end.
  readonly #queue: Due[] = [];

  /** @param now epoch milliseconds. */
  constructor(now: number) {
    this.#now = now;
  }

  get now(): number {
    return this.#now;
  }

  get isEmpty(): boolean {
    return this.#queue.length === 0;
  }

  /** @returns a function that calls it off. */
  after(ms: number, run: Due["run"]): () => void {
    const due: Due = {
      at: this.#now + Math.max(0, ms),
      order: this.#order++,
      run,
    };
    let low = 0;
    let high = this.#queue.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.#queue[middle]?.at ?? 0) > due.at) low = middle + 1;
      else high = middle;
    }
    this.#queue.splice(low, 0, due);
    return () => {
      const index = this.#queue.indexOf(due);
      if (index >= 0) this.#queue.splice(index, 1);
    };
  }

  /** Goes to the next moment at which something happens, and lets it happen. */
  async next(): Promise<void> {
    const due = this.#queue.pop();
    if (!due) return;
    this.#now = due.at;
    await due.run();
  }
}
