import { count, isoTime, listOf, object, oneWord, orNull, ref, text, type Schema } from "./schema.ts";

const type = oneWord("SubscriptionConfirmation", "Notification", "UnsubscribeConfirmation");

/** What the levers of the webhooks take and answer. */
export const WEBHOOK_SCHEMAS: Readonly<Record<string, Schema>> = {
  Webhooks: object({
    topicArn: text(),
    certificateUrl: text(),
    caUrl: text(),
    subscriptions: listOf(ref("Subscription")),
    deliveries: listOf(ref("Delivery")),
    variants: listOf(object({ variant: text(), type, about: text() })),
  }),
  SubscriptionWish: object({ url: text("on this machine"), "signatureVersion?": oneWord("1", "2") }),
  Subscription: object({
    id: text(),
    url: text(),
    signatureVersion: oneWord("1", "2"),
    arn: text(),
    state: oneWord("pending", "confirmed", "unsubscribed"),
  }),
  SendWish: object({
    trxID: text("of a completed payment"),
    "variant?": text("genuine, or a forgery"),
    "copies?": { type: "integer", minimum: 1, maximum: 100 },
    "delayMs?": count,
  }),
  Delivery: object({
    id: text(),
    messageId: text(),
    type,
    variant: text(),
    trxID: orNull("string"),
    subscription: text(),
    url: text(),
    createdAt: isoTime,
    outcome: oneWord("waiting", "sending", "delivered", "failed"),
    attempts: listOf(
      object({ at: isoTime, status: orNull("integer"), error: orNull("string"), durationMs: count }),
    ),
  }),
  Deliveries: object({ deliveries: listOf(ref("Delivery")) }),
};
