import { BoundedMap } from "../bounded-map.ts";

export type WindowStep = "wallet" | "app" | "resend" | "otp" | "pin" | "cancel";

/** Something that the customer did in the window. `code` is "0000" or what the window answered. */
export interface WindowEvent {
  /** Epoch milliseconds on the simulator's clock. */
  readonly at: number;
  readonly step: WindowStep;
  readonly code: string;
}

const PAYMENTS_KEPT = 10_000;
const EVENTS_KEPT = 50;

/** What happened in the customers' windows, for a payment's timeline. Neither codes nor PINs are kept. */
export class WindowEvents {
  readonly #byPayment = new BoundedMap<WindowEvent[]>(PAYMENTS_KEPT);

  reset(): void {
    this.#byPayment.clear();
  }

  note(at: number, paymentID: string, step: WindowStep, code: string): void {
    const events = this.#byPayment.get(paymentID) ?? [];
    if (events.length === 0) this.#byPayment.set(paymentID, events);
    events.push({ at, step, code });
    if (events.length > EVENTS_KEPT) events.shift();
  }

  of(paymentID: string): readonly WindowEvent[] {
    return this.#byPayment.get(paymentID) ?? [];
  }
}
