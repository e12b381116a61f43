import { lever } from "./lever.ts";
import { pathParameter, type Schema } from "./schema.ts";

/** Path → method → what it does, for webhooks. */
export const WEBHOOK_LEVERS: Readonly<Record<string, Schema>> = {
  "/webhooks": {
    get: lever({ summary: "Topic, subscribers, deliveries, variants", result: "Webhooks" }),
  },
  "/webhooks/subscriptions": {
    post: lever({
      summary: "Subscribe",
      takes: "SubscriptionWish",
      result: "Subscription",
      status: 201,
      errors: [400],
    }),
  },
  "/webhooks/subscriptions/{id}": {
    delete: lever({
      summary: "End a subscription",
      result: "Subscription",
      errors: [404],
      parameters: [pathParameter("id", "from subscribing")],
    }),
  },
  "/webhooks/send": {
    post: lever({
      summary: "Send by hand, genuine or forged",
      takes: "SendWish",
      result: "Deliveries",
      status: 201,
      errors: [400, 404, 409],
    }),
  },
  "/webhooks/messages/{messageId}/resend": {
    post: lever({
      summary: "The same message again",
      result: "Delivery",
      status: 201,
      errors: [404],
      parameters: [pathParameter("messageId", "of a delivery")],
    }),
  },
};
