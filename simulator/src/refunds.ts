import type { Bank, Capture, RefundEntry } from "./bank.ts";
import { BoundedMap } from "./bounded-map.ts";
import type { Clock } from "./clock.ts";
import { refusal, type Refusal } from "./errors.ts";
import { poisha, type WrittenAmount } from "./money.ts";
import type { Payment, Payments } from "./payments.ts";
import type { Settings } from "./settings.ts";

export interface RefundWish {
  readonly paymentID: string;
  readonly trxID: string;
  readonly amount: WrittenAmount;
  readonly sku: string;
  readonly reason: string;
  /** v1: one refund per transaction; v2: up to ten partial ones. */
  readonly profile: Settings["refundProfile"];
}

const MOST_PARTIAL_REFUNDS = 10;
const TEXT_LIMIT = 255;
const DAY_MS = 86_400_000;

/** Refund and refund status: one URL at bKash, told apart by the amount (§4.6). */
export class Refunds {
  readonly #byPayment = new BoundedMap<RefundEntry[]>();
  readonly #clock: Clock;
  readonly #settings: Settings;
  readonly #bank: Bank;
  readonly #payments: Payments;

  constructor(clock: Clock, settings: Settings, bank: Bank, payments: Payments) {
    this.#clock = clock;
    this.#settings = settings;
    this.#bank = bank;
    this.#payments = payments;
  }

  reset(): void {
    this.#byPayment.clear();
  }

  /** Everything that a snapshot needs, as plain data. */
  save() {
    return { byPayment: [...this.#byPayment.entries()] };
  }

  load({ byPayment }: ReturnType<Refunds["save"]>): void {
    this.#byPayment.fill(byPayment);
  }

  /** @returns the last refund of this payment; 2002 when there is none, as bKash answers (§4.6). */
  status(paymentID: string, trxID: string): RefundEntry | Refusal {
    const found = this.#findCapture(paymentID, trxID);
    if ("errorCode" in found) return found;
    return this.#byPayment.get(paymentID)?.at(-1) ?? refusal("2002");
  }

  /** Every refund of this payment, oldest first. */
  all(paymentID: string, trxID: string): readonly RefundEntry[] | Refusal {
    const found = this.#findCapture(paymentID, trxID);
    return "errorCode" in found ? found : (this.#byPayment.get(paymentID) ?? []);
  }

  /** Gives money back, up to 15 days after the payment (§4.6). */
  refund(wish: RefundWish): RefundEntry | Refusal {
    const capture = this.#findCapture(wish.paymentID, wish.trxID);
    if ("errorCode" in capture) return capture;
    const payment = this.#payments.find(wish.paymentID);
    const reason = payment ? this.#whyNot(wish, capture, payment) : refusal("2002");
    if (!payment || reason) return reason ?? refusal("2002");
    const entry = this.#bank.refund(capture, wish.amount.inPoisha, this.#clock.now());
    payment.refunded = poisha(payment.refunded + entry.amountInPoisha);
    this.#byPayment.set(wish.paymentID, [...(this.#byPayment.get(wish.paymentID) ?? []), entry]);
    return entry;
  }

  #findCapture(paymentID: string, trxID: string): Capture | Refusal {
    const payment = this.#payments.find(paymentID);
    if (!payment) return refusal("2002");
    if (payment.state !== "completed") return refusal("2056");
    const capture = this.#bank.captureOf(trxID);
    return capture?.paymentID === paymentID ? capture : refusal("2077");
  }

  #whyNot(wish: RefundWish, capture: Capture, payment: Payment): Refusal | undefined {
    const earlier = this.#byPayment.get(wish.paymentID)?.length ?? 0;
    const left = capture.amountInPoisha - payment.refunded;
    if (wish.sku.length > TEXT_LIMIT) return refusal("2075");
    if (wish.reason.length > TEXT_LIMIT) return refusal("2076");
    if (earlier > 0 && left === 0) return refusal("2034");
    if (earlier >= (wish.profile === "v1" ? 1 : MOST_PARTIAL_REFUNDS)) return refusal("2074");
    if (wish.amount.inPoisha === 0) return refusal("2006");
    if (wish.amount.inPoisha > left) return refusal("2026");
    if (this.#clock.now() > capture.at + this.#settings.refundDays * DAY_MS) {
      return refusal("2071", String(this.#settings.refundDays));
    }
    return wish.amount.inPoisha > this.#bank.merchantBalance ? refusal("2023") : undefined;
  }
}
