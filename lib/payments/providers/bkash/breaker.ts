import {
  BrokenCircuitError,
  circuitBreaker,
  CircuitState,
  ConsecutiveBreaker,
  ExponentialBackoff,
  handleWhenResult,
} from "cockatiel";
import { PaymentsPaused } from "../../payment-provider";

/** So many calls in a row without an answer mean that the next one would be in vain, too. */
const FAILURES = 5;
/**
 * While bKash is silent one question at a time tries whether it is back: after a second at first, every four at most, so
 * that a shopper who waits learns it at once. By chance a little sooner, so that processes do not try together.
 */
const PROBES = new ExponentialBackoff({ initialDelay: 1_000, maxDelay: 4_000 });
/** Where nobody has a question, a shopper's click may try it: after this long, for it can cost its shopper 30 s. */
const CLICK_MAY_TRY_AFTER_MS = 30_000;
/** A silence that nobody has met for so long is no news. */
const STALE_AFTER_MS = 5 * 60_000;

/** Since when a wallet does not answer, and what came instead the last time. */
export interface Silence {
  since: Date;
  reason: string;
}

/**
 * Keeps calls from a bKash that does not answer, in this process. A question may always try whether it is back; what
 * begins something new is refused at once.
 */
export class Breaker<Answer> {
  private silence: Silence | null = null;
  private lastFailureAt = 0;
  private readonly policy;

  /** `troubleIn` says why an answer is none of a bKash that works; null when it is one. */
  constructor(private readonly troubleIn: (answer: Answer) => string | null) {
    this.policy = circuitBreaker(
      handleWhenResult((answer) => this.isTrouble(answer as Answer)),
      { halfOpenAfter: PROBES, breaker: new ConsecutiveBreaker(FAILURES) },
    );
    this.policy.onReset(() => (this.silence = null));
  }

  /** Throws PaymentsPaused, and calls nothing, while bKash is silent. */
  async run(kind: "question" | "new", call: () => Promise<Answer>): Promise<Answer> {
    if (kind === "new") this.admit();
    // One question at a time tries it; the others are told at once instead of waiting for what it hears.
    else if (this.policy.state === CircuitState.HalfOpen) throw this.paused();
    try {
      return await this.policy.execute(call);
    } catch (error) {
      throw error instanceof BrokenCircuitError ? this.paused() : error;
    }
  }

  /** Throws PaymentsPaused while nothing new may begin. */
  admit(): void {
    const { state } = this.policy;
    if (state === CircuitState.Closed) return;
    if (state === CircuitState.HalfOpen || this.sinceFailureMs() < CLICK_MAY_TRY_AFTER_MS)
      throw this.paused();
  }

  /** Null while bKash answers, or nobody has tried for a while. */
  health(): Silence | null {
    if (this.policy.state === CircuitState.Closed || this.sinceFailureMs() > STALE_AFTER_MS) return null;
    return this.silence;
  }

  private isTrouble(answer: Answer): boolean {
    const reason = this.troubleIn(answer);
    if (reason === null) {
      this.silence = null;
      return false;
    }
    this.lastFailureAt = Date.now();
    this.silence = { since: this.silence?.since ?? new Date(), reason };
    return true;
  }

  private sinceFailureMs = () => Date.now() - this.lastFailureAt;

  private paused(): PaymentsPaused {
    const waitMs = CLICK_MAY_TRY_AFTER_MS - this.sinceFailureMs();
    return new PaymentsPaused(
      `bKash does not answer: ${this.silence?.reason ?? ""}`,
      Math.max(1, Math.ceil(waitMs / 1000)),
    );
  }
}
