/** One call to the merchant API. Times are epoch milliseconds on the simulator's clock. */
export interface Call {
  readonly number: number;
  readonly at: number;
  /** A name of OPERATION_NAMES, or "unknown" for a path that bKash does not have. */
  readonly operation: string;
  readonly method: string;
  readonly path: string;
  paymentID: string | undefined;
  merchantInvoiceNumber: string | undefined;
  /** HTTP status; null while under way, and for ever when the answer was lost. */
  status: number | null;
  errorCode: string | undefined;
  durationMs: number | null;
  fault: string | undefined;
}

export interface OperationCounts {
  calls: number;
  answered: number;
  /** Answers by HTTP status, or by errorCode where there is one. */
  outcomes: Record<string, number>;
}

const CALLS_KEPT = 10_000;

/** What the merchant asked: the last 10,000 calls, and exact counts of all of them. */
export class Calls {
  // A ring: slot = number modulo its size, so that noting a call costs the same on the first and the millionth.
  readonly #ring: Call[] = [];
  readonly #counts = new Map<string, OperationCounts>();
  #total = 0;

  reset(): void {
    this.#ring.length = 0;
    this.#counts.clear();
    this.#total = 0;
  }

  /** Notes a call on arrival, so that calls whose answer is lost are seen too. */
  arrive(at: number, operation: string, method: string, path: string): Call {
    const call: Call = {
      number: this.#total + 1,
      at,
      operation,
      method,
      path,
      paymentID: undefined,
      merchantInvoiceNumber: undefined,
      status: null,
      errorCode: undefined,
      durationMs: null,
      fault: undefined,
    };
    this.#ring[this.#total % CALLS_KEPT] = call;
    this.#total += 1;
    this.#countsOf(operation).calls += 1;
    return call;
  }

  answered(call: Call, status: number, errorCode: string | undefined, durationMs: number): void {
    call.status = status;
    call.errorCode = errorCode;
    call.durationMs = Math.round(durationMs * 10) / 10;
    const counts = this.#countsOf(call.operation);
    const outcome = errorCode ?? String(status);
    counts.answered += 1;
    counts.outcomes[outcome] = (counts.outcomes[outcome] ?? 0) + 1;
  }

  /** The kept calls, oldest first. */
  list(wanted: { paymentID?: string | undefined; operation?: string | undefined }): Call[] {
    const oldest = this.#ring.length < CALLS_KEPT ? 0 : this.#total % CALLS_KEPT;
    return [...this.#ring.slice(oldest), ...this.#ring.slice(0, oldest)].filter(
      (call) =>
        (wanted.paymentID === undefined || call.paymentID === wanted.paymentID) &&
        (wanted.operation === undefined || call.operation === wanted.operation),
    );
  }

  summary(): { total: number; kept: number; operations: Record<string, OperationCounts> } {
    return { total: this.#total, kept: this.#ring.length, operations: Object.fromEntries(this.#counts) };
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
