import { randomBytes, randomUUID } from "node:crypto";
import type { SignatureVersion } from "./envelope.ts";

/** An address that wants to hear of payments. It hears of them once it is confirmed. */
export interface Subscription {
  readonly id: string;
  readonly url: string;
  readonly signatureVersion: SignatureVersion;
  /** Where the subscriber reaches this simulator; certificate and confirmation links begin with it. */
  readonly origin: string;
  readonly arn: string;
  /** Proves to SNS that whoever confirms has read the message (§10). */
  token: string;
  state: "pending" | "confirmed" | "unsubscribed";
}

/** An account number that belongs to nobody, in the form of bKash's topics (§10). */
export const TOPIC_ARN = "arn:aws:sns:ap-southeast-1:000000000000:bpt_01929918000";

/** Who has subscribed, and who of them has confirmed it. */
export class Subscriptions {
  readonly #byId = new Map<string, Subscription>();
  #next = 1;

  add(url: string, signatureVersion: SignatureVersion, origin: string): Subscription {
    const subscription: Subscription = {
      id: `subscription-${this.#next}`,
      url,
      signatureVersion,
      origin,
      arn: `${TOPIC_ARN}:${randomUUID()}`,
      token: newToken(),
      state: "pending",
    };
    this.#next += 1;
    this.#byId.set(subscription.id, subscription);
    return subscription;
  }

  find(id: string): Subscription | undefined {
    return this.#byId.get(id);
  }

  list(): Subscription[] {
    return [...this.#byId.values()];
  }

  /** @returns the subscription that the token belongs to, now confirmed. */
  confirm(topicArn: string | undefined, token: string | undefined): Subscription | undefined {
    const found = this.list().find((candidate) => candidate.token === token);
    if (!found || topicArn !== TOPIC_ARN) return undefined;
    found.state = "confirmed";
    return found;
  }

  /** Ends it; the new token can take that back (§10, UnsubscribeConfirmation). */
  end(subscription: Subscription): void {
    subscription.state = "unsubscribed";
    subscription.token = newToken();
  }

  findByArn(arn: string | undefined): Subscription | undefined {
    return this.list().find((candidate) => candidate.arn === arn);
  }

  reset(): void {
    this.#byId.clear();
  }

  /** Everything that a snapshot needs, as plain data. */
  save() {
    return { subscriptions: this.list().map((subscription) => ({ ...subscription })), next: this.#next };
  }

  load({ subscriptions, next }: ReturnType<Subscriptions["save"]>): void {
    this.#byId.clear();
    for (const subscription of subscriptions) this.#byId.set(subscription.id, { ...subscription });
    this.#next = next;
  }
}

const newToken = (): string => randomBytes(128).toString("hex");

/** Whether a webhook stays on this machine. Names are taken literally: no name server is asked. */
export function isLoopback(url: URL): boolean {
  return url.hostname === "localhost" || url.hostname === "[::1]" || /^127(\.\d+){3}$/.test(url.hostname);
}
