import type { Locale, Poisha } from "@/lib/kernel/money";
import type { PaymentIntent, PaymentMode } from "@/generated/prisma/enums";

export type { PaymentIntent, PaymentMode };

/** What the wallet wrote down about a payment: all of it must be ours before it counts. */
export interface WalletRecord {
  /** Null when the wallet wrote an amount that nobody can read: that equals no order's total. */
  amount: Poisha | null;
  currency: string;
  invoiceNumber: string;
  providerPaymentId: string;
}

/**
 * What a wallet said about a payment. Only a clear yes and a clear no are answers; a timeout is `unknown`, and the type
 * does not let anybody forget it.
 */
export type PaymentOutcome =
  | ({ kind: "completed"; trxId: string } & WalletRecord)
  /** The money is set aside at the wallet, and waits for capture or void. */
  | ({ kind: "authorised" } & WalletRecord)
  | { kind: "refused"; code: string }
  | { kind: "pending" }
  /** The wallet knows no payment of this id. */
  | { kind: "gone"; code: string }
  | { kind: "unknown"; code?: string; cause: string };

/** What a wallet said when asked to create a payment. */
export type CreateOutcome =
  | ({
      kind: "created";
      /** The wallet's answer as its browser script wants it. */
      windowData: Record<string, unknown>;
    } & WalletRecord)
  | { kind: "refused"; code: string }
  | { kind: "unknown"; code?: string; cause: string };

/** What a wallet says of money that it gave back. */
export interface RefundReceipt {
  kind: "refunded";
  refundTrxId: string;
  /** Null when the wallet wrote an amount that nobody can read: that equals no refund's. */
  amount: Poisha | null;
  /** The receipt number and the currency of the payment, when the wallet repeats them. */
  trxId: string | null;
  currency: string | null;
}

/** What a wallet said when it was sent a refund. */
export type RefundOutcome =
  RefundReceipt | { kind: "refused"; code: string } | { kind: "unknown"; code?: string; cause: string };

/** What a wallet said when it was asked about a refund. Only "not refunded" allows to send it again. */
export type RefundStatusOutcome =
  RefundReceipt | { kind: "not refunded" } | { kind: "unknown"; code?: string; cause: string };

/** How often money of one payment can be given back through the wallet's API. */
export type RefundProfile = "once" | "up to 10";

/** One refusal in the words of three readers. */
export interface Refusal {
  /** The wallet's own code. */
  code: string;
  customer: Record<Locale, string>;
  merchant: string;
  /** Said even while the payment is in doubt, because it helps and promises nothing about money. */
  isSaidInDoubt: boolean;
}

/** The contract that every wallet signs. No method throws for what a wallet or a network can do, but for PaymentsPaused. */
export interface PaymentProvider {
  /** Its name in URLs and in the database. */
  readonly name: string;
  readonly mode: PaymentMode;
  /** What `create` asks for: the money itself, or that it be set aside. */
  readonly intent: PaymentIntent;
  /** The script that the shopper's browser loads, and where the window that it opens comes from. */
  readonly window: { script: string; frameOrigin: string };
  /**
   * Makes sure that the wallet can be called now. Asked before anything is claimed, so that an outage of tokens never
   * leaves a claimed payment behind. A wallet that is silent is still executed at. Throws PaymentsPaused.
   */
  ready(purpose: "create" | "execute" | "refund"): Promise<void>;
  /** Whether it can be paid with now, as far as this process knows. */
  health(): Promise<WalletHealth>;
  create(payment: { amount: Poisha; invoiceNumber: string }): Promise<CreateOutcome>;
  /** Moves the money. Sent once for a payment; resent only after a clear "not processed" (401). */
  execute(providerPaymentId: string): Promise<PaymentOutcome>;
  /**
   * Takes the money that was set aside, or gives it free. The wallet's answer names no amount and so settles nothing: a
   * query tells what became of it. Sent again only when the wallet says that the money is still set aside.
   *
   * @returns the code of the wallet's refusal, for the merchant to read; null when there was none.
   */
  capture(providerPaymentId: string): Promise<string | null>;
  void(providerPaymentId: string): Promise<string | null>;
  /** May be repeated. `deadlineMs` is at most the wallet's own. */
  query(providerPaymentId: string, options: { deadlineMs: number }): Promise<PaymentOutcome>;
  readonly refundProfile: RefundProfile;
  /** Days after a payment in which the wallet gives its money back. */
  readonly refundDays: number;
  /**
   * Gives money back. A second one is sent only after `refundStatus` said "not refunded", or after a clear "not
   * processed" (401). `sku` and `reason` are for the wallet's records.
   */
  refund(refund: {
    providerPaymentId: string;
    trxId: string;
    amount: Poisha;
    sku: string;
    reason: string;
  }): Promise<RefundOutcome>;
  /** Asks about the last refund of a payment. May be repeated. */
  refundStatus(payment: { providerPaymentId: string; trxId: string }): Promise<RefundStatusOutcome>;
  /** Keeps its token fresh; called by the system every minute. */
  renewToken(): Promise<TokenRenewal>;
  explain(code: string): Refusal;
  /** What the code of a refused refund tells the merchant. */
  explainRefund(code: string): string;
}

/** `reason` is for the merchant. */
export type WalletHealth =
  | { kind: "well" }
  /** It has no token for us, and none is asked for before `until`. */
  | { kind: "paused"; since: Date; until: Date; reason: string }
  /** It did not answer this process the last times. */
  | { kind: "silent"; since: Date; reason: string };

/** No wallet's call takes longer: bKash demands 30 s on every API, and so does the owner of this shop. */
export const WALLET_DEADLINE_MS = 30_000;

/** `paused`: the hour's token calls are spent, or a failed one is not repeated yet. */
export type TokenRenewal = "fresh" | "renewed" | "busy" | "paused" | "failed";

/** The wallet cannot be called: no usable token, and none can be had now. */
export class PaymentsPaused extends Error {
  override name = "PaymentsPaused";

  /** By its name: a wallet lives on globalThis, and a build has this class once for each of its bundles. */
  static override [Symbol.hasInstance](thrown: unknown): boolean {
    return thrown instanceof Error && thrown.name === "PaymentsPaused";
  }

  /** `retryAfterSeconds` is 0 when nobody knows. */
  constructor(
    message: string,
    readonly retryAfterSeconds = 0,
  ) {
    super(message);
  }
}
