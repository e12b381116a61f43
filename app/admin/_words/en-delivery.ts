import type { DeliveryStatus } from "@/lib/orders/delivery-status";

/** What the back office says of goods on their way. */
export const deliveryWords = {
  deliveryStatus: {
    TO_PACK: "To pack",
    PACKED: "Packed",
    HANDED_OVER: "With the courier",
    DELIVERED: "Delivered",
    RETURNED: "Came back",
  } satisfies Record<DeliveryStatus, string>,

  delivery: {
    heading: "Delivery",
    notYet: "Ship nothing yet: this order is not paid.",
    over: "Nothing is left to do.",
    says: {
      PACKED: "It is packed",
      TO_PACK: "Not packed after all",
      HANDED_OVER: "Hand it over",
      DELIVERED: "It was delivered",
      RETURNED: "It came back",
    } satisfies Record<DeliveryStatus, string>,
    backToPacked: "The courier did not take it",
    correct: "Correct the courier or number",
    courier: "Courier",
    trackingNumber: "Tracking number",
    trackingLink: "Address where the customer can follow it",
    trackingLinkHint: "Begins with https://",
    optional: "optional",
    handOver: "Handed over",
    cash: (due: string) =>
      `The customer pays ${due} in cash at the door. "It was delivered" records that you have received it.`,
    cashReceived: (amount: string) => `${amount} was received in cash.`,
    restock: "The goods can be sold again",
    note: "Note",
    returned: "Record that it came back",
    returnedEnds: "Nobody has paid: the order is cancelled.",
    returnedPaid: "The money stays where it is. Give it back below, if it is to go back.",
    cancel: "Cancel this order",
    cancelText: "It is to be paid at the door, and nobody has paid. Its goods are for sale again.",
    reason: "Reason",
    cancelNow: "Cancel the order",
    saving: "Saving…",
    steps: "What happened",
    by: "by",
    errors: "Nothing was changed",
    toPack: (count: number) => (count === 1 ? "1 order to pack" : `${count} orders to pack`),
    pickList: "Pick list",
    packingSlips: "Packing slips",
    packingSlip: "Packing slip",
    invoice: "Invoice",
  },
};
