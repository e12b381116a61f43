import type { Poisha } from "@/lib/kernel/money";

/** One request from outside, as it came: nothing of it is believed yet. */
export interface WebhookDelivery {
  /** At most 256 KiB. */
  body: string;
  header: (name: string) => string | null;
}

/** What a wallet says by itself about money that moved. Never proof: it only says which payment to ask about. */
export interface CaptureNotice {
  trxId: string;
  invoiceNumber: string | null;
  /** Null when it is written so that nobody can read it: that equals no payment's amount. */
  amount: Poisha | null;
  currency: string;
  /** Paid to an account that is known not to be the shop's. */
  isForeign: boolean;
  isCompleted: boolean;
  /** All of it but the payer's number, fit to be kept. */
  kept: Record<string, string>;
}

/** Who sent it, and what it is called: a message that comes twice has one id. */
interface Envelope {
  messageId: string;
  topic: string;
}

export type WebhookReading =
  /** Not the wallet's, or too old to be believed. */
  | { kind: "refused"; reason: string }
  /** Nobody can say now whether it is the wallet's: it may come again. */
  | { kind: "unverified"; reason: string }
  | (Envelope & { kind: "notice"; notice: CaptureNotice })
  /** The wallet's messages can be had, once that is confirmed with this token. */
  | (Envelope & { kind: "subscription"; token: string })
  | (Envelope & { kind: "unsubscribed" })
  /** Rightly signed, and about nothing that we know. */
  | (Envelope & { kind: "other" });

/** How a wallet's server talks to the shop's. */
export interface WalletWebhooks {
  /** The names under which the wallet's messages come. */
  readonly topics: readonly string[];
  /**
   * Says whether a delivery is the wallet's, and what it means. Opens no connection but for a certificate of the wallet's
   * own. Does not throw for anything that a sender can do.
   *
   * @param now the database's clock, asked only once the signature fits.
   */
  read(delivery: WebhookDelivery, now: () => Promise<Date>): Promise<WebhookReading>;
  /** Confirms a subscription that `read` returned. False when the wallet's messenger did not take it. */
  confirm(subscription: { topic: string; token: string }): Promise<boolean>;
}
