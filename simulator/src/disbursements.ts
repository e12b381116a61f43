import type { Bank } from "./bank.ts";
import { BoundedMap } from "./bounded-map.ts";
import type { Clock } from "./clock.ts";
import { refusal, type Refusal } from "./errors.ts";
import { poisha, type Poisha, type WrittenAmount } from "./money.ts";

/** The two directions in which a merchant moves money between its own accounts (§4.7). */
export const TRANSFER_TYPES = ["Collection2Disbursement", "Disbursement2Collection"] as const;
export type TransferType = (typeof TRANSFER_TYPES)[number];

interface Movement {
  readonly trxID: string;
  readonly amount: WrittenAmount;
  /** Epoch milliseconds on the simulator's clock. */
  readonly at: number;
}

export interface Transfer extends Movement {
  readonly type: TransferType;
}

/** Money that the merchant sent to a customer. */
export interface Payout extends Movement {
  readonly invoice: string;
  readonly receiver: string;
}

/**
 * The merchant's second account and what it is for. Customers pay into the collection account, which the bank keeps;
 * payouts leave from the disbursement account, which starts empty and is filled by a transfer (§4.7).
 */
export class Disbursements {
  readonly #movements = new BoundedMap<Transfer | Payout>();
  readonly #clock: Clock;
  readonly #bank: Bank;
  #balance = poisha(0);

  constructor(clock: Clock, bank: Bank) {
    this.#clock = clock;
    this.#bank = bank;
  }

  reset(): void {
    this.#movements.clear();
    this.#balance = poisha(0);
  }

  /** Everything that a snapshot needs, as plain data. */
  save() {
    return { movements: [...this.#movements.values()], balance: this.#balance };
  }

  load({ movements, balance }: ReturnType<Disbursements["save"]>): void {
    this.#movements.fill(movements.map((movement) => [movement.trxID, movement]));
    this.#balance = balance;
  }

  /** The disbursement account, in poisha. */
  get balance(): Poisha {
    return this.#balance;
  }

  find(trxID: string): Transfer | Payout | undefined {
    return this.#movements.get(trxID);
  }

  movements(): IterableIterator<Transfer | Payout> {
    return this.#movements.values();
  }

  /** Moves money between the merchant's own accounts; 2023 when the one it leaves is short. */
  transfer(type: TransferType, amount: WrittenAmount): Transfer | Refusal {
    const isFilling = type === "Collection2Disbursement";
    const available = isFilling ? this.#bank.merchantBalance : this.#balance;
    if (amount.inPoisha > available) return refusal("2023");
    const change = isFilling ? amount.inPoisha : -amount.inPoisha;
    this.#bank.changeMerchantBalance(-change);
    this.#balance = poisha(this.#balance + change);
    return this.#note({ trxID: this.#newTrxId(), amount, type, at: this.#clock.now() });
  }

  /** Sends money to a customer's wallet; 2012 when there is no such wallet, 2023 when the account is short. */
  payOut(receiver: string, amount: WrittenAmount, invoice: string): Payout | Refusal {
    if (!this.#bank.wallet(receiver)) return refusal("2012");
    if (amount.inPoisha > this.#balance) return refusal("2023");
    this.#balance = poisha(this.#balance - amount.inPoisha);
    this.#bank.release(receiver, amount.inPoisha);
    return this.#note({ trxID: this.#newTrxId(), amount, invoice, receiver, at: this.#clock.now() });
  }

  #newTrxId(): string {
    return this.#bank.newTrxId(this.#clock.now(), (candidate) => this.#movements.has(candidate));
  }

  #note<M extends Transfer | Payout>(movement: M): M {
    this.#movements.set(movement.trxID, movement);
    return movement;
  }
}
