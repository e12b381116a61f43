import { BoundedMap } from "./bounded-map.ts";
import { newTrxId, unused } from "./formats.ts";
import { poisha, type Poisha } from "./money.ts";

export type WalletStatus = "active" | "debit-blocked" | "pin-locked";

export interface Wallet {
  readonly msisdn: string;
  balance: Poisha;
  status: WalletStatus;
  wrongPins: number;
}

/** Money that moved from a customer to the merchant. Times are epoch milliseconds on the simulator's clock. */
export interface Capture {
  readonly trxID: string;
  readonly paymentID: string;
  readonly merchantInvoiceNumber: string;
  readonly amount: string;
  readonly amountInPoisha: Poisha;
  readonly wallet: string;
  readonly reference: string;
  readonly startedAt: number;
  readonly at: number;
}

/** Money that moved back. */
export interface RefundEntry {
  readonly trxID: string;
  readonly originalTrxID: string;
  readonly paymentID: string;
  readonly amountInPoisha: Poisha;
  readonly wallet: string;
  readonly at: number;
}

export const SANDBOX_OTP = "123456";
export const SANDBOX_PIN = "12121";
/** The first one is used when nobody names a wallet. All of them are bKash's own sandbox numbers (§9). */
export const GOOD_WALLETS = [
  "01770618575",
  "01929918378",
  "01770618576",
  "01877722345",
  "01619777282",
  "01619777283",
] as const;
export const POOR_WALLET = "01823074817";
export const BLOCKED_WALLET = "01823074818";

/** A thousand million taka: a load test must meet the rule it tests, not an empty wallet. */
export const FULL_WALLET = poisha(100_000_000_000);
const MERCHANT_FLOAT = poisha(100_000_000);

/** Wallets, the merchant's account and the ledger. Every change is synchronous, hence atomic. */
export class Bank {
  readonly #wallets = new Map<string, Wallet>();
  readonly #captures = new BoundedMap<Capture>();
  readonly #refunds = new BoundedMap<RefundEntry>();
  readonly #whenSettled: ((capture: Capture) => void)[] = [];
  #merchantBalance = MERCHANT_FLOAT;
  #totals = { captures: 0, capturedInPoisha: 0, refunds: 0, refundedInPoisha: 0 };

  constructor() {
    this.reset();
  }

  /** Fresh wallets, an empty ledger. */
  reset(): void {
    this.#wallets.clear();
    this.#captures.clear();
    this.#refunds.clear();
    this.#merchantBalance = MERCHANT_FLOAT;
    this.#totals = { captures: 0, capturedInPoisha: 0, refunds: 0, refundedInPoisha: 0 };
    for (const msisdn of GOOD_WALLETS) this.setWallet(msisdn, { balance: FULL_WALLET, status: "active" });
    this.setWallet(POOR_WALLET, { balance: poisha(0), status: "active" });
    this.setWallet(BLOCKED_WALLET, { balance: FULL_WALLET, status: "debit-blocked" });
  }

  /** Everything that a snapshot needs, as plain data. */
  save() {
    return {
      wallets: this.wallets().map((wallet) => ({ ...wallet })),
      captures: [...this.#captures.values()],
      refunds: [...this.#refunds.values()],
      merchantBalance: this.#merchantBalance,
      totals: this.totals(),
    };
  }

  load(saved: ReturnType<Bank["save"]>): void {
    this.#wallets.clear();
    for (const wallet of saved.wallets) this.#wallets.set(wallet.msisdn, { ...wallet });
    this.#captures.fill(saved.captures.map((capture) => [capture.trxID, capture]));
    this.#refunds.fill(saved.refunds.map((refund) => [refund.trxID, refund]));
    this.#merchantBalance = saved.merchantBalance;
    this.#totals = { ...saved.totals };
  }

  wallet(msisdn: string): Wallet | undefined {
    return this.#wallets.get(msisdn);
  }

  wallets(): Wallet[] {
    return [...this.#wallets.values()];
  }

  /** Changes a wallet or opens one. A status of "active" also forgives wrong PINs. */
  setWallet(msisdn: string, change: { balance?: Poisha; status?: WalletStatus }): Wallet {
    const wallet = this.#wallets.get(msisdn) ?? {
      msisdn,
      balance: poisha(0),
      status: "active",
      wrongPins: 0,
    };
    if (change.balance !== undefined) wallet.balance = change.balance;
    if (change.status !== undefined) wallet.status = change.status;
    if (change.status === "active") wallet.wrongPins = 0;
    this.#wallets.set(msisdn, wallet);
    return wallet;
  }

  /**
   * Takes money out of a wallet for a payment. The caller has checked state and balance.
   * @returns the trxID under which it is settled or released. @throws RangeError when the balance is short.
   */
  hold(wallet: Wallet, amount: Poisha, at: number): string {
    wallet.balance = poisha(wallet.balance - amount);
    return this.newTrxId(at);
  }

  /** Calls `tell` with every payment that completes, of whichever product. It must not throw. */
  onSettled(tell: (capture: Capture) => void): void {
    this.#whenSettled.push(tell);
  }

  /** Held money becomes the merchant's, and a line of the ledger. */
  settle(capture: Capture): void {
    this.#merchantBalance = poisha(this.#merchantBalance + capture.amountInPoisha);
    this.#captures.set(capture.trxID, capture);
    this.#totals.captures += 1;
    this.#totals.capturedInPoisha += capture.amountInPoisha;
    for (const tell of this.#whenSettled) tell(capture);
  }

  /** Held money goes back to the wallet, because the merchant voided an authorisation. */
  release(msisdn: string, amount: Poisha): void {
    const wallet = this.setWallet(msisdn, {});
    wallet.balance = poisha(wallet.balance + amount);
  }

  /** Moves money back. The caller has checked the amount. @throws RangeError when the merchant's account is short. */
  refund(capture: Capture, amount: Poisha, at: number): RefundEntry {
    this.#merchantBalance = poisha(this.#merchantBalance - amount);
    this.release(capture.wallet, amount);
    const entry: RefundEntry = {
      trxID: this.newTrxId(at),
      originalTrxID: capture.trxID,
      paymentID: capture.paymentID,
      amountInPoisha: amount,
      wallet: capture.wallet,
      at,
    };
    this.#refunds.set(entry.trxID, entry);
    this.#totals.refunds += 1;
    this.#totals.refundedInPoisha += amount;
    return entry;
  }

  /** The merchant moves money out of its collection account, or into it. @throws RangeError when it is short. */
  changeMerchantBalance(change: number): void {
    this.#merchantBalance = poisha(this.#merchantBalance + change);
  }

  captureOf(trxID: string): Capture | undefined {
    return this.#captures.get(trxID);
  }

  refundOf(trxID: string): RefundEntry | undefined {
    return this.#refunds.get(trxID);
  }

  /** The merchant's collection account, in poisha. */
  get merchantBalance(): Poisha {
    return this.#merchantBalance;
  }

  captures(): IterableIterator<Capture> {
    return this.#captures.values();
  }

  refunds(): IterableIterator<RefundEntry> {
    return this.#refunds.values();
  }

  totals(): Readonly<{
    captures: number;
    capturedInPoisha: number;
    refunds: number;
    refundedInPoisha: number;
  }> {
    return { ...this.#totals };
  }

  /** A trxID that no line of this ledger has, nor the caller's own lines. */
  newTrxId(at: number, isTakenElsewhere: (candidate: string) => boolean = () => false): string {
    return unused(
      () => newTrxId(at),
      (candidate) =>
        this.#captures.has(candidate) || this.#refunds.has(candidate) || isTakenElsewhere(candidate),
    );
  }
}
