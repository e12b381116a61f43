/** Numbers that a seed decides: the same seed and name, the same numbers. The generator is sfc32. */
export class Random {
  #a: number;
  #b: number;
  #c: number;
  #d = 1;

  /** @param name tells several sources of one seed apart, so that a change in one leaves the others as they are. */
  constructor(seed: number, name: string) {
    let hash = 2166136261;
    for (const character of name) hash = Math.imul(hash ^ character.charCodeAt(0), 16777619);
    this.#a = hash | 0;
    this.#b = seed | 0;
    this.#c = Math.floor(seed / 2 ** 32) | 0;
    for (let i = 0; i < 15; i++) this.next();
  }

  /** At least 0, below 1. */
  next(): number {
    const sum = (this.#a + this.#b + this.#d) | 0;
    this.#d = (this.#d + 1) | 0;
    this.#a = this.#b ^ (this.#b >>> 9);
    this.#b = (this.#c + (this.#c << 3)) | 0;
    this.#c = (((this.#c << 21) | (this.#c >>> 11)) + sum) | 0;
    return (sum >>> 0) / 2 ** 32;
  }

  /** A whole number; both ends belong to it. */
  between(least: number, most: number): number {
    return least + Math.floor(this.next() * (most - least + 1));
  }

  chance(probability: number): boolean {
    return this.next() < probability;
  }

  pick<T>(list: readonly [T, ...T[]] | readonly T[]): T {
    const found = list[Math.floor(this.next() * list.length)];
    if (found === undefined) throw new Error("Nothing to pick from");
    return found;
  }

  /** One of the names, each as likely as its number says among the others. */
  weighted<T extends string>(weights: Readonly<Partial<Record<T, number>>>): T {
    const entries = Object.entries(weights) as [T, number][];
    let left = this.next() * entries.reduce((sum, [, weight]) => sum + weight, 0);
    for (const [name, weight] of entries) {
      left -= weight;
      if (left < 0) return name;
    }
    throw new Error("Nothing has any weight");
  }
}
