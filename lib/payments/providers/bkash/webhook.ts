import type { X509Certificate } from "node:crypto";
import type { WalletWebhooks, WebhookReading } from "../../wallet-webhooks";
import { Certificates } from "./webhook-certificates";
import { isSignedBy, readEnvelope, type SnsEnvelope } from "./webhook-envelope";
import { readMessage } from "./webhook-message";

const MAX_BYTES = 256 * 1024;
/** SNS tries for at most an hour, and clocks differ a little. */
const OLDEST_MS = 70 * 60_000;
const NEWEST_MS = 5 * 60_000;

const CERTIFICATE_PATH = /^\/SimpleNotificationService-[0-9a-f]+\.pem$/;

export interface BkashWebhookParts {
  /** The topics that are bKash's: `arn:aws:sns:<region>:<account>:<name>`. Of anybody else's we take nothing. */
  topics: readonly string[];
  /** Where a topic's certificates lie; the first is also where subscriptions are confirmed. */
  originsOf: (topic: string) => readonly string[];
  /** The shop's account at bKash, where it is known. */
  shortCode: string | undefined;
  /** A small text from an address that was checked; throws when it cannot be had. */
  getText: (url: string) => Promise<string>;
}

/**
 * bKash's instant payment notifications, which come through Amazon SNS. Anybody with an Amazon account can have SNS sign
 * something, so the signature counts only together with the topic; and no address that a message names is ever opened,
 * but for a certificate on the messenger's own host.
 */
export function bkashWebhooks({ topics, originsOf, shortCode, getText }: BkashWebhookParts): WalletWebhooks {
  const certificates = new Certificates(getText);

  return {
    topics,
    read: async ({ body, header }, now) => {
      if (Buffer.byteLength(body) > MAX_BYTES) return refused("too large");
      const envelope = readEnvelope(body);
      if (!envelope) return refused("no envelope");
      if (header("x-amz-sns-message-type") !== envelope.Type) return refused("type header");
      if (!topics.includes(envelope.TopicArn)) return refused("topic");
      if (!isCertificateAddress(envelope.SigningCertURL, originsOf(envelope.TopicArn)))
        return refused("certificate address");
      let certificate: X509Certificate;
      try {
        certificate = await certificates.at(envelope.SigningCertURL);
      } catch (error) {
        return { kind: "unverified", reason: `certificate: ${String(error)}` };
      }
      const { publicKey } = certificate;
      if (publicKey.asymmetricKeyType !== "rsa" || !isSignedBy(envelope, publicKey))
        return refused("signature");
      const at = (await now()).getTime();
      if (at < certificate.validFromDate.getTime() || at > certificate.validToDate.getTime())
        return refused("certificate not valid now");
      const age = at - Date.parse(envelope.Timestamp);
      if (age > OLDEST_MS) return refused("too old");
      if (age < -NEWEST_MS) return refused("from the future");
      return understand(envelope, shortCode);
    },

    confirm: async ({ topic, token }) => {
      const [origin] = originsOf(topic);
      const query = new URLSearchParams({ Action: "ConfirmSubscription", TopicArn: topic, Token: token });
      return getText(`${origin}/?${query}`).then(
        () => true,
        () => false,
      );
    },
  };
}

const refused = (reason: string): WebhookReading => ({ kind: "refused", reason });

/** Written exactly as Amazon does, in every letter: what would have to be tidied up first is not Amazon's. */
function isCertificateAddress(written: string, origins: readonly string[]): boolean {
  if (!URL.canParse(written)) return false;
  const url = new URL(written);
  return (
    origins.includes(url.origin) &&
    CERTIFICATE_PATH.test(url.pathname) &&
    written === `${url.origin}${url.pathname}`
  );
}

function understand(envelope: SnsEnvelope, shortCode: string | undefined): WebhookReading {
  const from = { messageId: envelope.MessageId, topic: envelope.TopicArn };
  switch (envelope.Type) {
    case "Notification": {
      const notice = readMessage(envelope.Message, shortCode);
      return notice ? { ...from, kind: "notice", notice } : { ...from, kind: "other" };
    }
    case "SubscriptionConfirmation":
      return envelope.Token
        ? { ...from, kind: "subscription", token: envelope.Token }
        : { ...from, kind: "other" };
    case "UnsubscribeConfirmation":
      return { ...from, kind: "unsubscribed" };
  }
}
