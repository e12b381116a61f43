import type { Settings } from "../settings.ts";
import type { Authority } from "./certificates.ts";
import { printEnvelope, signEnvelope, type Envelope, type EnvelopeType } from "./envelope.ts";
import type { Forgery } from "./forgeries.ts";
import { TOPIC_ARN, type Subscription } from "./subscriptions.ts";

export interface Draft {
  readonly type: EnvelopeType;
  readonly messageId: string;
  /** bKash's message, or SNS's sentence. */
  readonly message: Readonly<Record<string, string>> | string;
  /** Epoch milliseconds. */
  readonly at: number;
  readonly subscription: Subscription;
}

interface Composed {
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

const AMAZON = "https://sns.ap-southeast-1.amazonaws.com";

/** The address that stands in envelopes for SNS: this simulator's own, or Amazon's. */
const hostOf = ({ origin }: Subscription, settings: Settings): string =>
  settings.webhookHost === "amazon" ? AMAZON : origin;

/** Where a subscription is confirmed: GET it (§10). */
const subscribeUrl = (subscription: Subscription, settings: Settings): string =>
  `${hostOf(subscription, settings)}/?${new URLSearchParams({
    Action: "ConfirmSubscription",
    TopicArn: TOPIC_ARN,
    Token: subscription.token,
  })}`;

/** Headers and body of one POST, as SNS writes them (§10). `forgery` bends them in one point. */
export function compose(draft: Draft, authority: Authority, settings: Settings, forgery: Forgery): Composed {
  const { type, subscription } = draft;
  const origin = hostOf(subscription, settings);
  const envelope = unsigned(draft, settings, forgery);
  forgery.beforeSigning?.(envelope, draft.at);
  const version = subscription.signatureVersion;
  const key = (forgery.byAttacker ? authority.attacker : authority.signer).privateKey;
  envelope["SignatureVersion"] = version;
  envelope["Signature"] = signEnvelope(type, envelope, version, key);
  envelope["SigningCertURL"] = `${origin}/${authority.fileName}`;
  if (type === "Notification") {
    envelope["UnsubscribeURL"] =
      `${origin}/?${new URLSearchParams({ Action: "Unsubscribe", SubscriptionArn: subscription.arn })}`;
  }
  // The attacker's certificate is always served here, never at Amazon's.
  forgery.afterSigning?.(envelope, subscription.origin);
  const text = printEnvelope(envelope);
  return {
    headers: headersOf(draft, envelope, forgery.headerType ?? type),
    body: forgery.body?.(text) ?? text,
  };
}

// Fields are printed in the order in which they are set here, which is SNS's.
function unsigned(draft: Draft, settings: Settings, forgery: Forgery): Envelope {
  const { type, messageId, message, at, subscription } = draft;
  const isNotification = type === "Notification";
  return {
    Type: type,
    MessageId: messageId,
    ...(!isNotification && { Token: subscription.token }),
    TopicArn: TOPIC_ARN,
    ...(isNotification && settings.webhookSubject !== "" && { Subject: settings.webhookSubject }),
    Message: written(message, settings, forgery),
    ...(!isNotification && { SubscribeURL: subscribeUrl(subscription, settings) }),
    Timestamp: new Date(at).toISOString(),
  };
}

function written(message: Draft["message"], settings: Settings, forgery: Forgery): string | object {
  if (typeof message === "string") return message;
  const fields = forgery.message?.(message) ?? message;
  return settings.webhookMessageAs === "object" ? fields : JSON.stringify(fields);
}

function headersOf(draft: Draft, envelope: Envelope, type: EnvelopeType): Composed["headers"] {
  return {
    "content-type": "text/plain; charset=UTF-8",
    "user-agent": "Amazon Simple Notification Service Agent",
    "x-amz-sns-message-type": type,
    "x-amz-sns-message-id": draft.messageId,
    "x-amz-sns-topic-arn": String(envelope["TopicArn"]),
    // Whoever has not confirmed has no subscription yet to be named.
    ...(draft.type !== "SubscriptionConfirmation" && {
      "x-amz-sns-subscription-arn": draft.subscription.arn,
    }),
  };
}
