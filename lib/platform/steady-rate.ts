/** Names that were heard of long ago make room for new ones. */
const NAMES_KEPT = 10_000;

/**
 * Lets each name through so often a second in the long run, and some more at once. It counts in this process's memory alone:
 * for questions that are cheap to answer, and that must not cost a statement in the database to refuse.
 */
export class SteadyRate {
  private readonly drops = new Map<string, { level: number; atMs: number }>();

  /** `perSecond` 0 lets everything through. `nowMs` counts on evenly. */
  constructor(
    private readonly perSecond: number,
    private readonly atOnce: number,
    private readonly nowMs: () => number = () => performance.now(),
  ) {}

  /** Counts one try. @returns seconds to wait; 0 when it is let through. */
  secondsToWait(name: string): number {
    if (this.perSecond === 0) return 0;
    const atMs = this.nowMs();
    const before = this.drops.get(name);
    const leaked = before ? ((atMs - before.atMs) / 1000) * this.perSecond : 0;
    const level = Math.max(0, (before?.level ?? 0) - leaked);
    this.drops.delete(name);
    const isOver = level + 1 > this.atOnce;
    this.drops.set(name, { level: isOver ? level : level + 1, atMs });
    if (this.drops.size > NAMES_KEPT) this.forgetOldest();
    return isOver ? Math.max(1, Math.ceil((level + 1 - this.atOnce) / this.perSecond)) : 0;
  }

  private forgetOldest(): void {
    const [oldest] = this.drops.keys();
    if (oldest !== undefined) this.drops.delete(oldest);
  }
}
