import type { Clock } from "./clock.ts";
import type { FaultKind } from "./fault-kinds.ts";
import { readFault } from "./fault-wish.ts";
import { isOfBrowser, type FaultOperation } from "./operations.ts";

export interface Fault {
  readonly id: string;
  /** "*" is every call of the merchant API, and none of the browser's. */
  readonly operation: FaultOperation | "*";
  readonly fault: FaultKind;
  readonly paymentID: string | undefined;
  readonly merchantInvoiceNumber: string | undefined;
  readonly delayMs: number;
  /** The delay is real milliseconds, whatever the clock does. */
  readonly realTime: boolean;
  readonly committed: boolean;
  readonly how: "hang" | "reset";
  /** Only each n-th of the calls that are not let through. */
  readonly every: number;
  /** 0 to 1: how likely it hits a call. */
  readonly probability: number;
  /** Decides which calls a probability hits: the same seed, the same calls. */
  readonly seed: number;
  /** Epoch milliseconds on the simulator's clock after which the fault is gone. */
  readonly until: number | undefined;
  /** Calls that are let through first: "the n-th call" is skip n-1. */
  skip: number;
  /** Calls it will still hit; Infinity for "always". */
  left: number;
  /** Calls that it has looked at after the skipped ones. */
  seen: number;
  hits: number;
}

export interface FaultTarget {
  readonly operation: FaultOperation;
  readonly paymentID: string | undefined;
  readonly merchantInvoiceNumber: string | undefined;
}

/** The saboteurs that wait for their call. Taking one is synchronous: concurrent calls never share a hit. */
export class Faults {
  readonly #clock: Clock;
  #waiting: Fault[] = [];
  #next = 1;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** @returns the fault, or one sentence that says what is wrong with the request. */
  add(wish: Record<string, unknown>): Fault | string {
    const fault = readFault(wish, `fault-${this.#next}`, this.#clock.now());
    if (typeof fault === "string") return fault;
    this.#next += 1;
    this.#waiting.push(fault);
    return fault;
  }

  list(): readonly Fault[] {
    this.#dropExpired();
    return this.#waiting;
  }

  /** @returns how many were removed. */
  remove(id?: string): number {
    const before = this.#waiting.length;
    this.#waiting = id === undefined ? [] : this.#waiting.filter((fault) => fault.id !== id);
    return before - this.#waiting.length;
  }

  /** Everything that a snapshot needs, as plain data. */
  save() {
    // JSON has no Infinity.
    const waiting = this.list().map((fault) => ({
      ...fault,
      left: fault.left === Infinity ? ("always" as const) : fault.left,
    }));
    return { waiting, next: this.#next };
  }

  load({ waiting, next }: ReturnType<Faults["save"]>): void {
    this.#waiting = waiting.map((fault) => ({
      ...fault,
      paymentID: fault.paymentID,
      merchantInvoiceNumber: fault.merchantInvoiceNumber,
      until: fault.until,
      left: fault.left === "always" ? Infinity : fault.left,
    }));
    this.#next = next;
  }

  /** The first fault, in order of arrival, that wants this call. Uses up one of its times. */
  take(target: FaultTarget): Fault | undefined {
    if (this.#waiting.length === 0) return undefined;
    this.#dropExpired();
    const fault = this.#waiting.find((candidate) => wants(candidate, target));
    if (!fault) return undefined;
    fault.left -= 1;
    fault.hits += 1;
    if (fault.left <= 0) this.#waiting = this.#waiting.filter((other) => other !== fault);
    return fault;
  }

  #dropExpired(): void {
    const now = this.#clock.now();
    const isOver = ({ until }: Fault) => until !== undefined && now >= until;
    if (this.#waiting.some(isOver)) this.#waiting = this.#waiting.filter((fault) => !isOver(fault));
  }
}

function wants(fault: Fault, target: FaultTarget): boolean {
  const isMeant =
    fault.operation === target.operation || (fault.operation === "*" && !isOfBrowser(target.operation));
  if (!isMeant) return false;
  if (fault.paymentID !== undefined && fault.paymentID !== target.paymentID) return false;
  const invoice = fault.merchantInvoiceNumber;
  if (invoice !== undefined && invoice !== target.merchantInvoiceNumber) return false;
  if (fault.skip > 0) {
    fault.skip -= 1;
    return false;
  }
  fault.seen += 1;
  if (fault.seen % fault.every !== 0) return false;
  return fault.probability >= 1 || draw(fault.seed, fault.seen) < fault.probability;
}

/** The n-th number of a seed, 0 to 1: mulberry32's last step, so that no state but the count has to be kept. */
function draw(seed: number, n: number): number {
  let mixed = (seed + Math.imul(n, 0x6d2b79f5)) | 0;
  mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1);
  mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
  return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
}
