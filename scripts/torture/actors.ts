import type { Viewer } from "@/lib/orders/order-access";
import type { PaymentView } from "@/lib/payments/payment-view";

/** An order as its shopper knows it. */
export interface KnownOrder {
  id: string;
  number: string;
  viewer: Viewer;
  payNowInPoisha: number;
}

/** A payment as the shopper's browser knows it, once its window has opened. */
export interface KnownPayment {
  id: string;
  /** bKash's id. */
  paymentID: string;
  order: KnownOrder;
  idempotencyKey: string;
  isAuthorised: boolean;
  /** The shopper's page has asked for execute. */
  isExecuteWanted: boolean;
}

/** What the people around the shop know and have been told. */
export class Actors {
  readonly orders: KnownOrder[] = [];
  readonly payments: KnownPayment[] = [];
  /** Ids of refunds that a merchant was told of. */
  readonly refunds: string[] = [];
  /** Every state of a payment that a page was given. */
  readonly shown: { at: number; view: PaymentView }[] = [];

  see(view: PaymentView | null, at: number): void {
    if (view) this.shown.push({ at, view });
  }
}
