import type { RecordedRefundEvent } from "@/lib/payments/refund-history";
import type { NotRefundable } from "@/lib/payments/refund-rules";
import type { RefundStatus } from "@/lib/payments/refund-status";

/** What the back office says of money that goes back. */
export const refundWords = {
  refund: {
    heading: "Refunds",
    title: (number: number) => `Refund ${number}`,
    give: "Give money back",
    amount: "Amount to give back, in taka",
    left: (left: string) => `At most ${left}.`,
    amountWrong: (left: string) => `Enter an amount above 0 and up to ${left}, such as 1250 or 1250.50.`,
    reason: "Reason",
    reasonHint: "bKash keeps it. The customer does not read it here.",
    lastOne: (left: string) =>
      `bKash gives back money of one payment once. If you give back less than ${left}, the rest can no longer go back through bKash.`,
    review: "Review the refund",
    reviewTitle: "Please check before the money goes",
    reviewGoes: (amount: string, order: string) =>
      `${amount} will go back to the bKash account that paid order ${order}.`,
    reviewAll: "That is all that this payment took.",
    reviewRest: (rest: string) => `${rest} stays with you.`,
    reviewRestForGood: (rest: string) =>
      `${rest} stays with you for good: bKash gives back money of one payment once.`,
    password: "Your password, once more",
    passwordHint: "So that nobody refunds at a screen that you left.",
    send: (amount: string) => `Give ${amount} back`,
    sending: "Asking bKash…",
    change: "Change",
    portal: {
      open: "bKash does not say: record what its portal shows",
      about:
        "Look this refund up in bKash's merchant portal by the payment's trxID. What you record here is booked for good, and the history names you.",
      refunded: "It went back",
      notRefunded: "It did not go back: the amount is free again",
      trxId: "trxID of the refund, when it went back",
      send: "Record it",
      saving: "Recording…",
      errors: "Nothing was recorded",
    },
    errors: "The refund was not sent",
    requestedBy: "Asked for by",
    byShop: "the shop itself",
    requestedAt: "Asked for",
    completedAt: "Given back",
    trxId: "Refund trxID",
    why: "Reason",
    lastCode: "Last code",
    cannot: {
      NOT_CAPTURED: "This payment took no money.",
      OTHER_MODE: "This payment was made in another mode. Give it back in bKash's portal.",
      NOT_UNDERSTOOD:
        "It is not known how much this payment took, or under which trxID. Look it up in bKash's portal and give it back there.",
      REFUND_IN_PROGRESS: "A refund of this payment is on its way. When it has ended, you can go on here.",
      ALL_REFUNDED: "All the money of this payment has gone back.",
      NO_MORE_REFUNDS:
        "Some money of this payment is left, but bKash gives back no more of it. Send the rest to the customer in another way.",
      TOO_OLD:
        "bKash gives money back for 15 days after a payment, and this one is older. Send it to the customer in another way.",
    } satisfies Record<NotRefundable, string>,
  },

  refundStatus: {
    REQUESTED: "Waiting",
    SENDING: "Being sent",
    UNKNOWN: "In doubt",
    SUCCEEDED: "Given back",
    FAILED: "Failed",
  } satisfies Record<RefundStatus, string>,

  refundSentence: {
    REQUESTED: "The refund waits to be sent to bKash. The shop does that by itself.",
    SENDING: "bKash has been sent the refund; its answer is awaited.",
    UNKNOWN:
      "bKash gave no clear answer. The money may have gone back, so bKash is asked until it says. Do not refund it in another way.",
    SUCCEEDED: "bKash has given the money back.",
    FAILED: "No money has gone back.",
  } satisfies Record<RefundStatus, string>,

  refundSource: {
    merchant: "a merchant",
    refund: "bKash's answer to the refund",
    reconcile: "the regular check",
  } as Record<RecordedRefundEvent["source"], string>,
};
