import {
  BrokenCircuitError,
  circuitBreaker,
  CircuitState,
  ExponentialBackoff,
  handleWhenResult,
  type IBreaker,
} from "cockatiel";
import { PaymentsPaused } from "../../payment-provider";

/** So many calls without an answer, about as many things and with no answer between them, mean that the next is in vain. */
const FAILURES = 5;
/**
 * While bKash is silent one question at a time tries whether it is back: after a second at first, every four at most, so
 * that a shopper who waits learns it at once. By chance a little sooner, so that processes do not try together.
 */
const PROBES = new ExponentialBackoff({ initialDelay: 1_000, maxDelay: 4_000 });
/** What begins something new may try it so often, for it can cost a shopper 30 s; not while several questions do. */
const NEW_MAY_TRY_AFTER_MS = 30_000;
/** A silence that nobody has met for so long is no news. */
const STALE_AFTER_MS = 5 * 60_000;

/** Since when a wallet does not answer, and what came instead the last time. */
export interface Silence {
  since: Date;
  reason: string;
}

/**
 * Keeps calls from a bKash that does not answer, in this process. A question may always try whether it is back; what
 * begins something new is refused at once. One payment that bKash cannot tell about is not a silent bKash: the same question
 * counts once, however often it is asked.
 */
export class Breaker<Answer> {
  private silence: Silence | null = null;
  /** What was asked in vain since the last answer, and when. */
  private readonly inVain = new Map<string, number>();
  private lastNewAt = -Infinity;
  private readonly policy;

  /** `troubleIn` says why an answer is none of a bKash that works; null when it is one. */
  constructor(private readonly troubleIn: (answer: Answer) => string | null) {
    const breaker: IBreaker = {
      state: undefined,
      success: () => undefined,
      failure: () => this.inVain.size >= FAILURES,
    };
    this.policy = circuitBreaker(
      handleWhenResult((answer) => troubleIn(answer as Answer) !== null),
      { halfOpenAfter: PROBES, breaker },
    );
  }

  /** `about` names the question. Throws PaymentsPaused, and calls nothing, while bKash is silent. */
  async run(kind: "question" | "new", about: string, call: () => Promise<Answer>): Promise<Answer> {
    const noted = async () => this.note(kind, about, await call());
    if (kind === "new" && this.isOpen()) return this.tryAnew(noted);
    // One question at a time tries it; the others are told at once instead of waiting for what it hears.
    if (this.policy.state === CircuitState.HalfOpen) throw this.paused();
    try {
      return await this.policy.execute(noted);
    } catch (error) {
      throw error instanceof BrokenCircuitError ? this.paused() : error;
    }
  }

  /** Throws PaymentsPaused while nothing new may begin. */
  admit(): void {
    if (this.isOpen() && this.waitMs() > 0) throw this.paused();
  }

  /** Null while bKash answers, or nobody has tried for a while. */
  health(): Silence | null {
    const lastAt = Math.max(...this.inVain.values());
    return this.isOpen() && Date.now() - lastAt < STALE_AFTER_MS ? this.silence : null;
  }

  private readonly isOpen = () => this.policy.state !== CircuitState.Closed;

  private async tryAnew(call: () => Promise<Answer>): Promise<Answer> {
    this.admit();
    this.lastNewAt = Date.now();
    const answer = await call();
    // An answer to whatever is an answer: to be isolated and let go is how a breaker of cockatiel is closed.
    if (this.troubleIn(answer) === null) this.policy.isolate().dispose();
    return answer;
  }

  private note(kind: "question" | "new", about: string, answer: Answer): Answer {
    const reason = this.troubleIn(answer);
    if (reason === null) {
      this.inVain.clear();
      this.silence = null;
      return answer;
    }
    const now = Date.now();
    if (kind === "new") this.lastNewAt = now;
    for (const [old, at] of this.inVain) if (now - at > STALE_AFTER_MS) this.inVain.delete(old);
    this.inVain.set(`${kind} ${about}`, now);
    this.silence = { since: this.silence?.since ?? new Date(), reason };
    return answer;
  }

  /** Until something new may try whether bKash is back. */
  private waitMs(): number {
    const lately = (at: number) => Math.max(0, at + NEW_MAY_TRY_AFTER_MS - Date.now());
    const questions = [...this.inVain].filter(([about]) => about.startsWith("question"));
    const asked = questions.map(([, at]) => at).sort((a, b) => b - a);
    return Math.max(lately(this.lastNewAt), lately(asked[1] ?? -Infinity));
  }

  private paused(): PaymentsPaused {
    return new PaymentsPaused(
      `bKash does not answer: ${this.silence?.reason ?? ""}`,
      Math.max(1, Math.ceil(this.waitMs() / 1000)),
    );
  }
}
