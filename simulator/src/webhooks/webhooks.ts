import { randomUUID } from "node:crypto";
import type { Bank, Capture } from "../bank.ts";
import type { Clock } from "../clock.ts";
import type { Payments } from "../payments.ts";
import type { Settings } from "../settings.ts";
import { authority } from "./certificates.ts";
import { compose } from "./compose.ts";
import { Deliveries, type Delivery } from "./deliveries.ts";
import type { EnvelopeType, SignatureVersion } from "./envelope.ts";
import { FORGERIES, type Forgery } from "./forgeries.ts";
import { messageOf } from "./message.ts";
import { isLoopback, Subscriptions, TOPIC_ARN, type Subscription } from "./subscriptions.ts";

/** What is sent: a genuine message, or a forgery by its name. */
export const GENUINE = "genuine";
const NOT_FORGED: Forgery = { about: "nothing is wrong with it" };
/** An overtaken notification that nobody overtakes goes out after a minute. */
const LONGEST_HOLD_MS = 60_000;

/** One message on its way to subscribers: its id is the same for all of them. */
interface Publication {
  readonly type: EnvelopeType;
  readonly message: Readonly<Record<string, string>> | ((subscription: Subscription) => string);
  readonly trxID: string | null;
  readonly variant: string;
  readonly copies: number;
  /** Milliseconds on the simulator's clock. */
  readonly delayMs: number;
}

/** bKash's word to the merchant's server about completed payments, through what looks like Amazon's SNS (§10). */
export class Webhooks {
  readonly subscriptions = new Subscriptions();
  readonly deliveries: Deliveries;
  /** May they leave this machine? */
  allowRemote = false;
  readonly #clock: Clock;
  readonly #settings: Settings;
  readonly #payments: Payments;
  #overtaken: (() => void) | undefined;

  constructor(clock: Clock, settings: Settings, bank: Bank, payments: Payments) {
    this.deliveries = new Deliveries(clock);
    this.#clock = clock;
    this.#settings = settings;
    this.#payments = payments;
    bank.onSettled((capture) => this.#paid(capture));
  }

  reset(): void {
    this.subscriptions.reset();
    this.deliveries.reset();
    this.#overtaken = undefined;
  }

  /** Asked before each message, because subscriptions also come out of snapshots that others have written. */
  mayReach(url: string): boolean {
    return this.allowRemote || isLoopback(new URL(url));
  }

  /** A new subscriber is asked to confirm first. @param origin where it reaches this simulator. */
  async subscribe(url: string, version: SignatureVersion, origin: string): Promise<Subscription> {
    const subscription = this.subscriptions.add(url, version, origin);
    await this.#publish(confirmation("SubscriptionConfirmation"), [subscription]);
    return subscription;
  }

  /** Ends a subscription and says so, with a link that takes it back. */
  async unsubscribe(subscription: Subscription): Promise<void> {
    this.subscriptions.end(subscription);
    await this.#publish(confirmation("UnsubscribeConfirmation"), [subscription]);
  }

  /**
   * Sends by hand, to every confirmed subscriber.
   * @param variant "genuine" or the name of a forgery. @param capture is what a notification speaks of.
   */
  send(capture: Capture, variant: string, copies: number, delayMs: number): Promise<Delivery[]> {
    const type = FORGERIES[variant]?.type ?? "Notification";
    const base =
      type === "Notification" ? this.#notification(capture, delayMs) : { ...confirmation(type), delayMs };
    return this.#publish({ ...base, variant, copies }, this.#confirmed());
  }

  /** The same message again, to the byte. */
  resend({ parcel }: Delivery): Delivery {
    return this.deliveries.send(parcel, 0);
  }

  #confirmed(): Subscription[] {
    return this.subscriptions.list().filter(({ state }) => state === "confirmed");
  }

  #paid(capture: Capture): void {
    const subscribers = this.#confirmed();
    if (subscribers.length === 0) return;
    const { webhookCopies: copies, webhookDelayMs, webhookOrder } = this.#settings;
    const notification = { ...this.#notification(capture, webhookDelayMs), copies };
    const overtaken = this.#overtaken;
    this.#overtaken = undefined;
    const send = (): void => void this.#publish(notification, subscribers, overtaken);
    if (webhookOrder === "as-paid" || overtaken) send();
    else this.#hold(send);
  }

  /** Keeps a notification back until the next one has been tried, or for a minute. */
  #hold(send: () => void): void {
    const letGo = (): void => {
      cancel();
      if (this.#overtaken === letGo) this.#overtaken = undefined;
      send();
    };
    const cancel = this.#clock.schedule(LONGEST_HOLD_MS, letGo);
    this.#overtaken = letGo;
  }

  #notification(capture: Capture, delayMs: number): Publication {
    const payment = this.#payments.find(capture.paymentID);
    const message = messageOf(capture, payment, this.#settings);
    return { type: "Notification", message, trxID: capture.trxID, variant: GENUINE, copies: 1, delayMs };
  }

  /** @param whenTried is called after the first attempt at the first subscriber. */
  async #publish(
    { type, message, trxID, variant, copies, delayMs }: Publication,
    subscribers: readonly Subscription[],
    whenTried?: () => void,
  ): Promise<Delivery[]> {
    const messageId = randomUUID();
    const at = this.#clock.now();
    const keys = await authority();
    const parcels = subscribers
      .filter(({ url }) => this.mayReach(url))
      .map((subscription) => {
        const text = typeof message === "function" ? message(subscription) : message;
        const draft = { type, messageId, message: text, at, subscription };
        const { headers, body } = compose(draft, keys, this.#settings, FORGERIES[variant] ?? NOT_FORGED);
        const { id: subscriptionId, url } = subscription;
        return { messageId, type, headers, body, subscriptionId, url, variant, trxID };
      });
    const sent = parcels.flatMap((parcel) => Array.from({ length: copies }, () => parcel));
    if (sent.length === 0) whenTried?.();
    return sent.map((parcel, index) =>
      this.deliveries.send(parcel, delayMs, index === 0 ? whenTried : undefined),
    );
  }
}

/** SNS's own sentences. */
function confirmation(type: Exclude<EnvelopeType, "Notification">): Publication {
  const isWelcome = type === "SubscriptionConfirmation";
  const message = ({ arn }: Subscription): string =>
    isWelcome
      ? `You have chosen to subscribe to the topic ${TOPIC_ARN}.\n` +
        "To confirm the subscription, visit the SubscribeURL included in this message."
      : `You have chosen to deactivate subscription ${arn}.\n` +
        "To cancel this operation and restore the subscription, visit the SubscribeURL included in this message.";
  return { type, message, trxID: null, variant: GENUINE, copies: 1, delayMs: 0 };
}
