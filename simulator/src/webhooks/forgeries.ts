import type { Envelope, EnvelopeType } from "./envelope.ts";

/** What a forgery may bend, at the moment at which it may bend it. */
export interface Forgery {
  readonly about: string;
  /** The kind of envelope it is made of; a notification unless told. */
  readonly type?: EnvelopeType;
  /** Changes the message inside; the signature still fits. */
  readonly message?: (message: Readonly<Record<string, string>>) => Record<string, string>;
  /** Changes the envelope before it is signed. */
  readonly beforeSigning?: (envelope: Envelope, at: number) => void;
  /** Signed with a key that belongs to nobody. */
  readonly byAttacker?: boolean;
  readonly afterSigning?: (envelope: Envelope, origin: string) => void;
  readonly headerType?: EnvelopeType;
  readonly body?: (text: string) => string;
}

/** Served here, so that whoever fetches a certificate from just any URL is fooled by it. */
export const ATTACKER_CERTIFICATE_PATH = "/__simulator/webhooks/attacker.pem";

const TWO_HOURS_MS = 7_200_000;
const OVERSIZE_BYTES = 300 * 1024;
const set = (name: string, value: string) => (envelope: Envelope) => {
  envelope[name] = value;
};
const at = (shiftMs: number) => (envelope: Envelope, now: number) => {
  envelope["Timestamp"] = new Date(now + shiftMs).toISOString();
};
const subscribeAt = (url: string): Omit<Forgery, "about"> => ({
  type: "SubscriptionConfirmation",
  beforeSigning: set("SubscribeURL", url),
});

/** Messages that a careful receiver refuses or sets aside, each wrong in one point. */
export const FORGERIES: Readonly<Record<string, Forgery>> = {
  "bad-signature": {
    about: "the message was changed after signing",
    afterSigning: (envelope) => {
      envelope["Message"] = JSON.stringify({ ...messageIn(envelope), amount: "1" });
    },
  },
  "attacker-signature": { about: "signed with a key that is not the certificate's", byAttacker: true },
  "foreign-cert-url": {
    about: "SigningCertURL leads to an attacker's own certificate, and the signature fits it",
    byAttacker: true,
    afterSigning: (envelope, origin) => {
      envelope["SigningCertURL"] = origin + ATTACKER_CERTIFICATE_PATH;
    },
  },
  "other-topic": {
    about: "rightly signed, but from a topic in somebody else's account",
    beforeSigning: set("TopicArn", "arn:aws:sns:ap-southeast-1:111111111111:bpt_attacker"),
  },
  "old-timestamp": { about: "rightly signed two hours ago", beforeSigning: at(-TWO_HOURS_MS) },
  "future-timestamp": { about: "rightly signed, two hours ahead", beforeSigning: at(TWO_HOURS_MS) },
  "wrong-type-header": {
    about: "the header says SubscriptionConfirmation, the body Notification",
    headerType: "SubscriptionConfirmation",
  },
  "unknown-signature-version": {
    about: "SignatureVersion 3",
    afterSigning: set("SignatureVersion", "3"),
  },
  "subscribe-url-loopback": {
    about: "SubscribeURL leads to 127.0.0.1",
    ...subscribeAt("http://127.0.0.1:22/"),
  },
  "subscribe-url-metadata": {
    about: "SubscribeURL leads to a cloud's 169.254.169.254",
    ...subscribeAt("http://169.254.169.254/latest/meta-data/"),
  },
  "subscribe-url-file": { about: "SubscribeURL is a file:", ...subscribeAt("file:///etc/passwd") },
  "unknown-invoice": {
    about: "rightly signed, for an invoice that nobody made",
    message: (message) => ({ ...message, merchantInvoiceNumber: "NO-SUCH-INVOICE" }),
  },
  "wrong-amount": {
    about: "rightly signed, another amount",
    message: (message) => ({ ...message, amount: "1" }),
  },
  "other-short-code": {
    about: "rightly signed, paid to another merchant",
    message: (message) => ({ ...message, creditShortCode: "99999" }),
  },
  oversized: { about: "300 KiB", body: (text) => text + " ".repeat(OVERSIZE_BYTES) },
  "not-json": { about: "half a body", body: (text) => text.slice(0, text.length / 2) },
};

/** The forgeries as data, for the control API. */
export const describeForgeries = () =>
  Object.entries(FORGERIES).map(([variant, { about, type = "Notification" }]) => ({ variant, type, about }));

function messageIn(envelope: Envelope): object {
  const message = envelope["Message"];
  return typeof message === "string" ? (JSON.parse(message) as object) : (message ?? {});
}
