import { addAnswer, newCall, sizeOf, type Answered, type Arrival, type Call } from "./call.ts";

export interface OperationCounts {
  calls: number;
  answered: number;
  /** Answers by HTTP status, or by errorCode where there is one. */
  outcomes: Record<string, number>;
}

/** Told of each call twice, on arrival and with its answer; undefined when all calls are forgotten. */
export type CallListener = (call: Call | undefined) => void;

export interface WantedCalls {
  readonly paymentID?: string | undefined;
  readonly operation?: string | undefined;
}

const CALLS_KEPT = 10_000;
/** Characters of headers and bodies that are kept in all. */
const CHARACTERS_KEPT = 24 * 1024 * 1024;

/** What was asked: the last 10,000 calls with headers and bodies, and exact counts of all of them. */
export class Calls {
  // A ring: slot = number modulo its size, so that noting a call costs the same on the first and the millionth.
  readonly #ring: Call[] = [];
  readonly #counts = new Map<string, OperationCounts>();
  readonly #listeners = new Set<CallListener>();
  readonly #charactersKept: number;
  // Calls that a reset has forgotten must not be counted when they are answered after it.
  #known = new WeakSet<Call>();
  #total = 0;
  #characters = 0;
  // The number of the oldest call whose exchange may still be there.
  #oldestWhole = 1;

  constructor(charactersKept = CHARACTERS_KEPT) {
    this.#charactersKept = charactersKept;
  }

  reset(): void {
    this.#ring.length = 0;
    this.#counts.clear();
    this.#known = new WeakSet();
    this.#total = 0;
    this.#characters = 0;
    this.#oldestWhole = 1;
    for (const listener of this.#listeners) listener(undefined);
  }

  /** Notes a call on arrival, so that calls whose answer is lost are seen too. */
  arrive(at: number, operation: string, method: string, path: string, arrival: Arrival = {}): Call {
    const call = newCall(this.#total + 1, at, operation, method, path, arrival);
    const slot = this.#total % CALLS_KEPT;
    this.#forget(this.#ring[slot]);
    this.#ring[slot] = call;
    this.#known.add(call);
    this.#total += 1;
    this.#countsOf(operation).calls += 1;
    this.#weigh(call);
    this.#tell(call);
    return call;
  }

  answered(call: Call, answer: Answered): void {
    if (!this.#known.has(call)) return;
    call.status = answer.status;
    call.errorCode = answer.errorCode;
    call.durationMs = Math.round(answer.durationMs * 10) / 10;
    // A call that the ring has already forgotten must not weigh on it any more.
    if (call.exchange && this.#ring[(call.number - 1) % CALLS_KEPT] === call) {
      addAnswer(call.exchange, answer);
      this.#weigh(call);
    }
    const counts = this.#countsOf(call.operation);
    const outcome = answer.errorCode ?? String(answer.status);
    counts.answered += 1;
    counts.outcomes[outcome] = (counts.outcomes[outcome] ?? 0) + 1;
    this.#tell(call);
  }

  /** The kept calls, oldest first. */
  list(wanted: WantedCalls): Call[] {
    const oldest = this.#ring.length < CALLS_KEPT ? 0 : this.#total % CALLS_KEPT;
    const all = [...this.#ring.slice(oldest), ...this.#ring.slice(0, oldest)];
    return all.filter((call) => isWanted(call, wanted));
  }

  /** A kept call by its number. */
  find(number: number): Call | undefined {
    const call = this.#ring[(number - 1) % CALLS_KEPT];
    return call?.number === number ? call : undefined;
  }

  summary(): { total: number; kept: number; operations: Record<string, OperationCounts> } {
    return { total: this.#total, kept: this.#ring.length, operations: Object.fromEntries(this.#counts) };
  }

  /** Characters of headers and bodies held at the moment. */
  get characters(): number {
    return this.#characters;
  }

  /** @returns a function that ends the listening. */
  listen(listener: CallListener): () => void {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  }

  #tell(call: Call): void {
    for (const listener of this.#listeners) listener(call);
  }

  #weigh(call: Call): void {
    const size = call.exchange ? sizeOf(call.exchange) : 0;
    this.#characters += size - call.size;
    call.size = size;
    this.#oldestWhole = Math.max(this.#oldestWhole, this.#total - CALLS_KEPT + 1);
    while (this.#characters > this.#charactersKept && this.#oldestWhole <= this.#total) {
      this.#forget(this.#ring[(this.#oldestWhole - 1) % CALLS_KEPT]);
      this.#oldestWhole += 1;
    }
  }

  #forget(call: Call | undefined): void {
    if (!call) return;
    this.#characters -= call.size;
    call.size = 0;
    call.exchange = undefined;
  }

  #countsOf(operation: string): OperationCounts {
    let counts = this.#counts.get(operation);
    if (!counts) {
      counts = { calls: 0, answered: 0, outcomes: {} };
      this.#counts.set(operation, counts);
    }
    return counts;
  }
}

export const isWanted = (call: Call, { paymentID, operation }: WantedCalls): boolean =>
  (paymentID === undefined || call.paymentID === paymentID) &&
  (operation === undefined || call.operation === operation);
