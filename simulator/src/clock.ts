interface Alarm {
  readonly dueAt: number;
  readonly ring: () => void;
  timer: NodeJS.Timeout | undefined;
}

// Node's timers overflow above 2^31-1 ms; a longer wait is simply looked at again.
const LONGEST_TIMER_MS = 2_000_000_000;

/** The simulator's own time: real time plus what the control API has added. Times are epoch milliseconds. */
export class Clock {
  #offsetMs = 0;
  readonly #alarms = new Set<Alarm>();

  now(): number {
    return Date.now() + this.#offsetMs;
  }

  /** Moves the clock forward; waits that are now over end at once. @throws RangeError on a negative or broken value. */
  advance(ms: number): void {
    if (!Number.isFinite(ms) || ms < 0) throw new RangeError("The clock only moves forward.");
    this.#offsetMs += Math.round(ms);
    for (const alarm of this.#alarms) this.#arm(alarm);
  }

  /** Back to real time. Waits under way keep their due time. */
  reset(): void {
    this.#offsetMs = 0;
    for (const alarm of this.#alarms) this.#arm(alarm);
  }

  get offsetMs(): number {
    return this.#offsetMs;
  }

  /** Resolves when `ms` have passed on this clock, which may be sooner than in the real world. */
  wait(ms: number): Promise<void> {
    return new Promise((resolve) => {
      const alarm: Alarm = { dueAt: this.now() + ms, ring: resolve, timer: undefined };
      this.#alarms.add(alarm);
      this.#arm(alarm);
    });
  }

  #arm(alarm: Alarm): void {
    clearTimeout(alarm.timer);
    const leftMs = alarm.dueAt - this.now();
    if (leftMs <= 0) {
      this.#alarms.delete(alarm);
      alarm.ring();
      return;
    }
    alarm.timer = setTimeout(() => this.#arm(alarm), Math.min(leftMs, LONGEST_TIMER_MS));
  }
}
