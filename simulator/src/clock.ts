interface Alarm {
  dueAt: number;
  readonly ring: () => void;
  /** Work in the background does not keep the process alive, and a reset forgets it. */
  readonly isBackground: boolean;
  timer: NodeJS.Timeout | undefined;
}

// Node's timers overflow above 2^31-1 ms; a longer wait is simply looked at again.
const LONGEST_TIMER_MS = 2_000_000_000;
/** The fastest that time runs: a day in less than nine seconds. */
export const FASTEST_RATE = 10_000;

/**
 * The simulator's own time. It starts as real time and can be moved, set, sped up and stopped; everything that
 * expires, waits or is timestamped asks this clock. Times are epoch milliseconds, waits are milliseconds of this clock.
 */
export class Clock {
  #rate = 1;
  // now() is #shownAt plus what has passed in the real world since #realAt, times the rate.
  #shownAt = Date.now();
  #realAt = this.#shownAt;
  readonly #alarms = new Set<Alarm>();

  now(): number {
    return Math.round(this.#shownAt + (Date.now() - this.#realAt) * this.#rate);
  }

  /** How far this clock is from real time. */
  get offsetMs(): number {
    return this.now() - Date.now();
  }

  /** 1 = real time, 60 = a minute per second, 0 = stopped. */
  get rate(): number {
    return this.#rate;
  }

  /** Moves the clock forward; waits that are now over end at once. @throws RangeError on a negative or broken value. */
  advance(ms: number): void {
    if (!Number.isFinite(ms) || ms < 0) throw new RangeError("The clock only moves forward.");
    this.#show(this.now() + Math.round(ms), this.#rate);
  }

  /** Shows this instant from now on. Set back, whoever waits still waits for as long as was left. */
  setTo(at: number): void {
    const back = this.now() - at;
    if (back > 0) for (const alarm of this.#alarms) alarm.dueAt -= back;
    this.#show(at, this.#rate);
  }

  /** Lets time run `rate` times as fast from now on; 0 stops it. @throws RangeError outside 0 to 10,000. */
  runAt(rate: number): void {
    if (!(rate >= 0 && rate <= FASTEST_RATE)) throw new RangeError(`The rate is 0 to ${FASTEST_RATE}.`);
    this.#show(this.now(), rate);
  }

  /** Back to real time. Whoever waits is let go, scheduled work is forgotten: both belong to the time before. */
  reset(): void {
    const waiting = [...this.#alarms];
    this.#alarms.clear();
    this.#show(Date.now(), 1);
    for (const alarm of waiting) {
      clearTimeout(alarm.timer);
      if (!alarm.isBackground) alarm.ring();
    }
  }

  /** Everything that a snapshot needs, as plain data. */
  save() {
    return { now: this.now(), offsetMs: this.offsetMs, rate: this.#rate };
  }

  /** Time that ran as in the real world keeps its distance from it; other time goes on where it was. */
  load({ now, offsetMs, rate }: ReturnType<Clock["save"]>): void {
    this.reset();
    this.#show(rate === 1 ? Date.now() + offsetMs : now, rate);
  }

  /** Resolves when `ms` have passed on this clock, which may be sooner than in the real world. */
  wait(ms: number): Promise<void> {
    return new Promise((resolve) => void this.#add(ms, resolve, false));
  }

  /**
   * Does `work` once, `afterMs` from now on this clock, never before this call has returned. Work due at one moment is
   * done in the order of its due times. It must not throw: nobody is there to catch it.
   * @returns a function that calls it off.
   */
  schedule(afterMs: number, work: () => void): () => void {
    const alarm = this.#add(Math.max(afterMs, 1), work, true);
    return () => {
      clearTimeout(alarm.timer);
      this.#alarms.delete(alarm);
    };
  }

  #add(ms: number, ring: () => void, isBackground: boolean): Alarm {
    const alarm: Alarm = { dueAt: this.now() + ms, ring, isBackground, timer: undefined };
    this.#alarms.add(alarm);
    this.#arm(alarm);
    return alarm;
  }

  #show(at: number, rate: number): void {
    this.#shownAt = at;
    this.#realAt = Date.now();
    this.#rate = rate;
    for (const alarm of [...this.#alarms].sort((a, b) => a.dueAt - b.dueAt)) this.#arm(alarm);
  }

  #arm(alarm: Alarm): void {
    clearTimeout(alarm.timer);
    // Rung, called off or forgotten by what an earlier alarm has just done.
    if (!this.#alarms.has(alarm)) return;
    const leftMs = alarm.dueAt - this.now();
    if (leftMs <= 0) {
      this.#alarms.delete(alarm);
      alarm.ring();
      return;
    }
    if (this.#rate === 0) return;
    const realMs = Math.min(Math.ceil(leftMs / this.#rate), LONGEST_TIMER_MS);
    alarm.timer = setTimeout(() => this.#arm(alarm), realMs);
    if (alarm.isBackground) alarm.timer.unref();
  }
}
