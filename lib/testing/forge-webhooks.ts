import type { WebhookDelivery } from "@/lib/payments/wallet-webhooks";

type Envelope = Record<string, unknown>;
type Forge = (n: number, envelope: Envelope) => Partial<WebhookDelivery> | Envelope;

const HOSTS = [
  "127.0.0.1",
  "127.0.0.1:22",
  "[::1]",
  "localhost",
  "0.0.0.0",
  "2130706433",
  "169.254.169.254",
  "[::ffff:169.254.169.254]",
  "10.0.0.1",
  "attacker.example",
  "sns.ap-southeast-1.amazonaws.com.attacker.example",
  "sns.ap-southeast-1.amazonaws.com@attacker.example",
  "attacker.example#sns.ap-southeast-1.amazonaws.com",
  "sns.ap-southeast-1.amazonaws.com:8443",
  "sns.us-east-1.amazonaws.com",
  "sns.ap-southeast-1.amazonaws.com.cn",
  "sns-ap-southeast-1.amazonaws.com",
  "s3.amazonaws.com/sns.ap-southeast-1.amazonaws.com",
  "bucket.s3.amazonaws.com",
  "SNS.ap-southeast-1.amazonaws.com",
];
const SCHEMES = ["https:", "http:", "file:", "ftp:", "gopher:", "data:", "javascript:"];
const PATHS = [
  "/SimpleNotificationService-0123456789abcdef.pem",
  "/SimpleNotificationService-0123.pem?x=1",
  "/SimpleNotificationService-0123.pem#x",
  "/a/../SimpleNotificationService-0123.pem",
  "/SimpleNotificationService-0123.pem/../../etc/passwd",
  "/SimpleNotificationService-zz.pem",
  "/latest/meta-data/",
  "/__simulator/webhooks/attacker.pem",
  "//SimpleNotificationService-0123.pem",
  "/SimpleNotificationService-0123.PEM",
];
const TYPES = ["SubscriptionConfirmation", "UnsubscribeConfirmation", "notification", "", "Notification "];
const TOPICS = [
  "arn:aws:sns:ap-southeast-1:111111111111:bpt_attacker",
  "arn:aws:sns:ap-southeast-1:000000000000:bpt_01929918000x",
  " arn:aws:sns:ap-southeast-1:000000000000:bpt_01929918000",
  "arn:aws:sns:AP-SOUTHEAST-1:000000000000:bpt_01929918000",
  "*",
  "",
];
const JUNK: readonly unknown[] = [
  null,
  0,
  1e999,
  true,
  [],
  {},
  "",
  "\0",
  "x".repeat(5000),
  ["1"],
  { toString: 1 },
];
const FIELDS = ["Type", "MessageId", "TopicArn", "Message", "Timestamp", "SignatureVersion", "Signature"];

const pick = <T>(from: readonly T[], n: number): T => from[n % from.length]!;

/** One way each in which a message is not the wallet's. The first argument chooses among its variants. */
const FORGERIES: readonly Forge[] = [
  // an address for the certificate that is not the messenger's
  (n, e) => ({
    ...e,
    SigningCertURL: `${pick(SCHEMES, n)}//${pick(HOSTS, Math.trunc(n / 7))}${pick(PATHS, Math.trunc(n / 3))}`,
  }),
  (n, e) => ({ ...e, SigningCertURL: new URL(pick(PATHS.slice(1), n), String(e.SigningCertURL)).href + "?" }),
  // a signature that does not fit
  (n, e) => {
    const bytes = Buffer.from(String(e.Signature), "base64");
    bytes[n % bytes.length]! ^= 1 << (n % 8);
    return { ...e, Signature: bytes.toString("base64") };
  },
  (n, e) => ({ ...e, Signature: Buffer.alloc(n % 400, n).toString("base64") }),
  (n, e) => ({ ...e, SignatureVersion: pick(["0", "3", "", "1 ", "12", 1, null], n) }),
  (n, e) => ({ ...e, SignatureVersion: e.SignatureVersion === "1" ? "2" : "1", Subject: n % 2 ? "x" : "" }),
  // another story than the signed one
  (n, e) => ({
    ...e,
    Message: JSON.stringify({ ...(JSON.parse(String(e.Message)) as object), amount: `${n}.00` }),
  }),
  (n, e) => ({ ...e, MessageId: `${String(e.MessageId).slice(0, -4)}${String(n).padStart(4, "0")}` }),
  (n, e) => ({ ...e, Timestamp: new Date(Date.now() - n * 1000).toISOString() }),
  (n, e) => ({ ...e, Subject: `Subject ${n}` }),
  (n, e) => ({ ...e, TopicArn: pick(TOPICS, n) }),
  // one kind of message that says it is another
  (n, e) => ({
    ...e,
    Type: pick(TYPES, n),
    Token: "a".repeat(n + 1),
    SubscribeURL: `http://${pick(HOSTS, n)}/`,
  }),
  (n) => ({ header: () => pick([...TYPES, null], n) }),
  // no message at all
  (n, e) => ({ body: JSON.stringify(e).slice(0, n) }),
  (n, e) => ({ ...e, [pick(FIELDS, n)]: pick(JUNK, Math.trunc(n / FIELDS.length)) }),
  (n, e) => Object.fromEntries(Object.entries(e).filter(([name]) => name !== pick(FIELDS, n))),
  (n, e) => ({ body: `{"__proto__":${JSON.stringify(e)},"n":${n}}` }),
  (n) => ({ body: pick(["", "null", "[]", "[".repeat(20_000), '"x"', "\ufeff{}", "{}", "<xml/>"], n) }),
  (n, e) => ({ body: JSON.stringify(e) + " ".repeat(256 * 1024 + n) }),
];

/** So many messages that are not the wallet's, each made of a genuine one. The same number makes the same ones. */
export function* forgeWebhooks(genuine: WebhookDelivery, count: number): Generator<WebhookDelivery> {
  const envelope = JSON.parse(genuine.body) as Envelope;
  for (let n = 0; n < count; n++) {
    const forged = pick(FORGERIES, n)(Math.trunc(n / FORGERIES.length), envelope);
    if ("body" in forged || "header" in forged) yield { ...genuine, ...(forged as Partial<WebhookDelivery>) };
    else yield { ...genuine, body: JSON.stringify(forged) };
  }
}
