import type { Clock } from "../clock.ts";
import type { EnvelopeType } from "./envelope.ts";

/** One try to hand a message over. Times are epoch milliseconds on the simulator's clock. */
export interface Attempt {
  readonly at: number;
  /** HTTP status; null when there was no answer. */
  readonly status: number | null;
  readonly error: string | null;
  readonly durationMs: number;
}

export type Outcome = "waiting" | "sending" | "delivered" | "failed";

/** A finished message and where it goes. */
export interface Parcel {
  readonly messageId: string;
  readonly type: EnvelopeType;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  readonly subscriptionId: string;
  readonly url: string;
  readonly variant: string;
  readonly trxID: string | null;
}

export interface Delivery {
  readonly id: string;
  readonly createdAt: number;
  readonly parcel: Parcel;
  outcome: Outcome;
  readonly attempts: Attempt[];
}

/** At once, then three more, 20 s apart; an answer may take 15 s (§10). */
const TRIES = 4;
const PAUSE_MS = 20_000;
const PATIENCE_MS = 15_000;
const DELIVERIES_KEPT = 2_000;

/** Hands parcels over, as often as SNS would, and keeps a log of the last 2,000. */
export class Deliveries {
  readonly #clock: Clock;
  readonly #log: Delivery[] = [];
  #next = 1;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  list(): readonly Delivery[] {
    return this.#log;
  }

  /** The newest delivery of a message. */
  findByMessage(messageId: string): Delivery | undefined {
    return this.#log.findLast(({ parcel }) => parcel.messageId === messageId);
  }

  reset(): void {
    this.#log.length = 0;
  }

  /**
   * Sends after `delayMs` on the simulator's clock.
   * @param whenTried is called after the first attempt, whatever came of it.
   */
  send(parcel: Parcel, delayMs: number, whenTried: () => void = () => undefined): Delivery {
    const id = `delivery-${this.#next}`;
    this.#next += 1;
    const delivery: Delivery = {
      id,
      createdAt: this.#clock.now(),
      parcel,
      outcome: "waiting",
      attempts: [],
    };
    this.#log.push(delivery);
    if (this.#log.length > DELIVERIES_KEPT) this.#log.shift();
    if (delayMs > 0) this.#clock.schedule(delayMs, () => void this.#attempt(delivery).then(whenTried));
    else void this.#attempt(delivery).then(whenTried);
    return delivery;
  }

  async #attempt(delivery: Delivery): Promise<void> {
    delivery.outcome = "sending";
    const attempt = await this.#post(delivery.parcel);
    delivery.attempts.push(attempt);
    if (attempt.status !== null && attempt.status >= 200 && attempt.status < 300) {
      delivery.outcome = "delivered";
    } else if (delivery.attempts.length >= TRIES) {
      delivery.outcome = "failed";
    } else {
      delivery.outcome = "waiting";
      this.#clock.schedule(PAUSE_MS, () => void this.#attempt(delivery));
    }
  }

  async #post({ url, headers, body }: Parcel): Promise<Attempt> {
    const at = this.#clock.now();
    const startedAt = performance.now();
    const tooLate = new AbortController();
    const cancel = this.#clock.schedule(PATIENCE_MS, () => {
      tooLate.abort(new Error("No answer within 15 seconds"));
    });
    let status: number | null = null;
    let error: string | null = null;
    try {
      const response = await fetch(url, {
        method: "POST",
        headers,
        body,
        redirect: "manual",
        signal: tooLate.signal,
      });
      status = response.status;
      // Read to the end, so that the connection can be used again.
      await response.arrayBuffer();
    } catch (cause) {
      status = null;
      error = explain(cause);
    } finally {
      cancel();
    }
    return { at, status, error, durationMs: Math.round(performance.now() - startedAt) };
  }
}

/** fetch hides the reason one level down. */
function explain(error: unknown): string {
  const { message, cause } = error as { message: string; cause?: { message?: string; code?: string } };
  return cause?.message || cause?.code || message;
}
