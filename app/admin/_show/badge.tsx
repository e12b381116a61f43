import type { DeliveryStatus } from "@/lib/orders/delivery-status";
import type { OrderStatus } from "@/lib/orders/order-status";
import type { ListedMessage } from "@/lib/notifications/list-messages";
import type { PaymentStatus } from "@/lib/payments/payment-status";
import type { RefundStatus } from "@/lib/payments/refund-status";
import { words } from "../_words/words";

type Tone = "good" | "waiting" | "doubt" | "bad" | "over";

const LOOK: Record<Tone, string> = {
  good: "border-brand bg-brand-tint text-brand-deep",
  waiting: "border-river bg-river-tint text-ink",
  doubt: "border-turmeric-deep bg-turmeric-tint text-ink",
  bad: "border-terracotta-deep bg-blush-tint text-terracotta-deep",
  over: "border-line-strong bg-jute-tint text-ink-soft",
};

const ORDER: Record<OrderStatus, Tone> = {
  PENDING: "waiting",
  PAID: "good",
  PARTIALLY_REFUNDED: "doubt",
  REFUNDED: "over",
  CANCELLED: "over",
};

const PAYMENT: Record<PaymentStatus, Tone> = {
  NEW: "waiting",
  CREATED: "waiting",
  EXECUTING: "doubt",
  UNCERTAIN: "doubt",
  WATCH: "doubt",
  COMPLETED: "good",
  DUPLICATE: "bad",
  MISMATCH: "bad",
  DECLINED: "over",
  CANCELLED: "over",
  EXPIRED: "over",
  ABANDONED: "over",
  AUTHORISED: "waiting",
  CAPTURING: "doubt",
  VOIDING: "doubt",
  VOIDED: "over",
};

/** A status: the word says it, the colour only helps the eye. */
function Badge({ tone, text }: { tone: Tone; text: string }) {
  return (
    <span
      className={`inline-block rounded-md border px-2 py-0.5 text-sm font-semibold leading-snug ${LOOK[tone]}`}
    >
      {text}
    </span>
  );
}

export const OrderBadge = ({ status }: { status: OrderStatus }) => (
  <Badge tone={ORDER[status]} text={words.orderStatus[status]} />
);

export const PaymentBadge = ({ status }: { status: PaymentStatus }) => (
  <Badge tone={PAYMENT[status]} text={words.paymentStatus[status]} />
);

const REFUND: Record<RefundStatus, Tone> = {
  REQUESTED: "waiting",
  SENDING: "waiting",
  UNKNOWN: "doubt",
  SUCCEEDED: "good",
  FAILED: "bad",
};

export const RefundBadge = ({ status }: { status: RefundStatus }) => (
  <Badge tone={REFUND[status]} text={words.refundStatus[status]} />
);

const MESSAGE: Record<ListedMessage["state"], Tone> = { waiting: "waiting", sent: "good", "given up": "bad" };

export const MessageBadge = ({ state }: { state: ListedMessage["state"] }) => (
  <Badge tone={MESSAGE[state]} text={words.outbox.state[state]} />
);

const DELIVERY: Record<DeliveryStatus, Tone> = {
  TO_PACK: "waiting",
  PACKED: "waiting",
  HANDED_OVER: "doubt",
  DELIVERED: "good",
  RETURNED: "over",
};

export const DeliveryBadge = ({ status }: { status: DeliveryStatus }) => (
  <Badge tone={DELIVERY[status]} text={words.deliveryStatus[status]} />
);

export const CashBadge = () => <Badge tone="waiting" text={words.cashOnDelivery} />;

export const ReviewBadge = () => <Badge tone="bad" text={words.toReview} />;
