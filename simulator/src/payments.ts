import type { Bank, Capture, Wallet } from "./bank.ts";
import { BoundedMap } from "./bounded-map.ts";
import type { Clock } from "./clock.ts";
import { refusal, type Refusal } from "./errors.ts";
import { newPaymentId, randomText, unused } from "./formats.ts";
import { magicRefusal } from "./magic.ts";
import type { Poisha, WrittenAmount } from "./money.ts";
import type { Settings } from "./settings.ts";

export type Intent = "sale" | "authorization";

/** What the customer's window knows about a payment. Times are epoch milliseconds on the simulator's clock. */
export interface WindowSession {
  readonly wallet: string;
  step: "otp" | "pin";
  codeSentAt: number;
  resends: number;
  wrongCodes: number;
  pinAskedAt: number;
}

/** A payment's life: open → authorised → executing → completed | held; open → cancelled; executing → declined. */
export type PaymentState =
  "open" | "authorised" | "executing" | "completed" | "held" | "voided" | "declined" | "cancelled";

/** What only a payment of Checkout (URL) has: the customer goes to a page of bKash's and comes back (§11). */
export interface HostedPage {
  readonly callbackURL: string;
  readonly payerReference: string;
  /** Part of the page's address: a paymentID alone does not open it. */
  readonly secret: string;
}

export interface Payment {
  readonly paymentID: string;
  readonly createdAt: number;
  readonly amount: WrittenAmount;
  readonly intent: Intent;
  readonly invoice: string;
  /** The RF tag of merchantAssociationInfo; search answers with it. */
  readonly reference: string;
  readonly hash: string;
  /** Undefined for Checkout (iFrame). */
  readonly hosted: HostedPage | undefined;
  state: PaymentState;
  updatedAt: number;
  wallet: string | undefined;
  trxID: string | undefined;
  refunded: Poisha;
  executeCalls: number;
  session: WindowSession | undefined;
}

export interface NewPayment {
  readonly amount: WrittenAmount;
  readonly intent: Intent;
  readonly invoice: string;
  readonly reference: string;
  readonly hosted?: HostedPage;
}

/** Every payment and its state machine. Every method is synchronous, hence atomic among concurrent requests. */
export class Payments {
  readonly #byId = new BoundedMap<Payment>();
  // wallet|poisha → when that sum was last paid; oldest first, so that expired ones can be dropped from the front.
  readonly #lastPaid = new Map<string, number>();
  readonly #clock: Clock;
  readonly #settings: Settings;
  readonly #bank: Bank;
  #executedTwice = 0;

  constructor(clock: Clock, settings: Settings, bank: Bank) {
    this.#clock = clock;
    this.#settings = settings;
    this.#bank = bank;
  }

  reset(): void {
    this.#byId.clear();
    this.#lastPaid.clear();
    this.#executedTwice = 0;
  }

  /** Everything that a snapshot needs, as plain data. */
  save() {
    return {
      payments: [...this.#byId.values()],
      lastPaid: [...this.#lastPaid],
      executedTwice: this.#executedTwice,
    };
  }

  load({ payments, lastPaid, executedTwice }: ReturnType<Payments["save"]>): void {
    this.#byId.fill(payments.map((payment) => [payment.paymentID, revived(payment)]));
    this.#lastPaid.clear();
    for (const [sum, at] of lastPaid) this.#lastPaid.set(sum, at);
    this.#executedTwice = executedTwice;
  }

  find(paymentID: string): Payment | undefined {
    return this.#byId.get(paymentID);
  }

  get count(): number {
    return this.#byId.size;
  }

  /** The latest payments, newest first. */
  latest(count: number): Payment[] {
    const all = [...this.#byId.values()];
    return all.slice(-count).reverse();
  }

  /** How many payments were sent to execute more than once. */
  get executedTwice(): number {
    return this.#executedTwice;
  }

  /** A new payment each time: bKash accepts one invoice number twice (§5). */
  create(wanted: NewPayment, idStyle = this.#settings.paymentIdStyle): Payment {
    const now = this.#clock.now();
    const payment: Payment = {
      paymentID: unused(
        () => newPaymentId(now, wanted.hosted ? "url" : idStyle),
        (candidate) => this.#byId.has(candidate),
      ),
      createdAt: now,
      ...wanted,
      hosted: wanted.hosted,
      hash: this.#settings.createHash ? `${randomText(24)}${now}` : "",
      state: "open",
      updatedAt: now,
      wallet: undefined,
      trxID: undefined,
      refunded: 0 as Poisha,
      executeCalls: 0,
      session: undefined,
    };
    this.#byId.set(payment.paymentID, payment);
    return payment;
  }

  /** A paymentID lives 24 hours (§5); what was executed in time stays readable for ever. */
  isExpired(payment: Payment): boolean {
    const unused =
      payment.state === "open" || payment.state === "authorised" || payment.state === "cancelled";
    return unused && this.#clock.now() >= payment.createdAt + this.#settings.paymentLifetimeSeconds * 1000;
  }

  /** The customer has proved that the wallet is theirs. Moves no money. @returns a refusal when it is too late. */
  authorise(payment: Payment, wallet: string): Refusal | undefined {
    const canStill =
      payment.state === "open" || payment.state === "authorised" || payment.state === "cancelled";
    if (!canStill || this.isExpired(payment)) return refusal("2056");
    this.#change(payment, "authorised");
    payment.wallet = wallet;
    payment.session = undefined;
    return undefined;
  }

  /** The customer closed the window. Tells the merchant nothing (§7.6). */
  cancel(payment: Payment): void {
    if (payment.state === "open" || payment.state === "authorised") this.#change(payment, "cancelled");
  }

  /**
   * First half of execute: takes the only chance of this paymentID (§5).
   * @returns the payment, now "executing", or why not; with secondExecute "same-answer", the finished payment.
   */
  beginExecute(paymentID: string): Payment | Refusal {
    const payment = this.#byId.get(paymentID);
    if (!payment) return refusal("2002");
    payment.executeCalls += 1;
    if (payment.executeCalls === 2) this.#executedTwice += 1;
    const reason = this.#tooEarlyOrTooLate(payment);
    if (reason) return reason;
    if (payment.state === "authorised") payment.state = "executing";
    return payment;
  }

  /** What execute would say now, without executing: a refusal, or undefined when it would succeed. */
  foreseeExecute(payment: Payment): Refusal | undefined {
    const reason = this.#tooEarlyOrTooLate(payment);
    if (reason || payment.state !== "authorised") return reason;
    const wallet = this.#bank.wallet(payment.wallet ?? "");
    return wallet ? this.#whyNot(payment, wallet) : refusal("2003");
  }

  #tooEarlyOrTooLate(payment: Payment): Refusal | undefined {
    if (this.isExpired(payment)) return refusal(this.#settings.executeAfterExpiry);
    switch (payment.state) {
      case "open":
        return refusal(
          payment.hosted
            ? this.#settings.urlExecuteBeforeAuthorisation
            : this.#settings.executeBeforeAuthorisation,
        );
      case "cancelled":
        return refusal(this.#settings.executeAfterCancel);
      case "authorised":
        return undefined;
      case "completed":
      case "held": {
        const answer = this.#settings.secondExecute;
        return answer === "same-answer" ? undefined : refusal(answer);
      }
      case "executing":
      case "declined":
      case "voided":
        return refusal(this.#settings.secondExecute === "2062" ? "2062" : "2117");
    }
  }

  /** Second half of execute: the money moves, or the wallet says no. */
  finishExecute(payment: Payment): Payment | Refusal {
    // A reset may have come between the halves of a late completion: that payment must not touch the new ledger.
    if (this.#byId.get(payment.paymentID) !== payment) return refusal("2002");
    if (payment.state !== "executing") return payment;
    const wallet = this.#bank.wallet(payment.wallet ?? "");
    const reason = wallet ? this.#whyNot(payment, wallet) : refusal("2003");
    if (!wallet || reason) {
      this.#change(payment, "declined");
      return reason ?? refusal("2003");
    }
    const now = this.#clock.now();
    payment.trxID = this.#bank.hold(wallet, payment.amount.inPoisha, now);
    this.#notePaid(payment, now);
    const isSale = payment.intent === "sale";
    this.#change(payment, isSale ? "completed" : "held");
    if (isSale) this.#bank.settle(this.#ledgerLine(payment, now));
    return payment;
  }

  /** An authorisation becomes a payment (§4.5). */
  capture(paymentID: string): Payment | Refusal {
    const payment = this.#held(paymentID);
    if ("errorCode" in payment) return payment;
    this.#change(payment, "completed");
    this.#bank.settle(this.#ledgerLine(payment, payment.updatedAt));
    return payment;
  }

  /** An authorisation is given up and the money goes back (§4.5). */
  void(paymentID: string): Payment | Refusal {
    const payment = this.#held(paymentID);
    if ("errorCode" in payment) return payment;
    this.#change(payment, "voided");
    this.#bank.release(payment.wallet ?? "", payment.amount.inPoisha);
    return payment;
  }

  #held(paymentID: string): Payment | Refusal {
    const payment = this.#byId.get(paymentID);
    if (!payment) return refusal("2002");
    if (payment.state === "held") return payment;
    if (payment.state === "completed") return refusal("2068");
    return refusal(payment.state === "voided" ? "2069" : "2056");
  }

  #whyNot(payment: Payment, wallet: Wallet): Refusal | undefined {
    if (wallet.status === "debit-blocked") return refusal(this.#settings.debitBlockCode);
    if (wallet.status === "pin-locked") return refusal("2015");
    const magic = magicRefusal(this.#settings, payment);
    if (magic) return magic;
    if (this.#paidJustNow(payment)) return refusal("2029");
    return wallet.balance < payment.amount.inPoisha ? refusal("2023") : undefined;
  }

  #paidJustNow(payment: Payment): boolean {
    const windowMs = this.#settings.duplicateWindowSeconds * 1000;
    const last = windowMs > 0 ? this.#lastPaid.get(sumOf(payment)) : undefined;
    return last !== undefined && this.#clock.now() < last + windowMs;
  }

  #notePaid(payment: Payment, now: number): void {
    const windowMs = this.#settings.duplicateWindowSeconds * 1000;
    this.#lastPaid.delete(sumOf(payment));
    this.#lastPaid.set(sumOf(payment), now);
    for (const [sum, at] of this.#lastPaid) {
      if (now < at + windowMs) break;
      this.#lastPaid.delete(sum);
    }
  }

  #ledgerLine(payment: Payment, at: number): Capture {
    return {
      trxID: payment.trxID ?? "",
      paymentID: payment.paymentID,
      merchantInvoiceNumber: payment.invoice,
      amount: payment.amount.text,
      amountInPoisha: payment.amount.inPoisha,
      wallet: payment.wallet ?? "",
      reference: payment.reference,
      startedAt: payment.createdAt,
      at,
    };
  }

  #change(payment: Payment, state: PaymentState): void {
    payment.state = state;
    payment.updatedAt = this.#clock.now();
  }
}

const sumOf = (payment: Payment): string => `${payment.wallet}|${payment.amount.inPoisha}`;

// JSON has no undefined. An execute that was under way when the snapshot was taken has never moved money.
const revived = (saved: Payment): Payment => ({
  ...saved,
  hosted: saved.hosted,
  wallet: saved.wallet,
  trxID: saved.trxID,
  session: saved.session && { ...saved.session },
  state: saved.state === "executing" ? "declined" : saved.state,
});
