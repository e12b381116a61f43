import { env } from "@/lib/platform/env";
import type { PaymentProvider } from "../payment-provider";
import { bkashCheckout } from "./bkash/checkout/provider";
import { callObserver } from "./observe-calls";
import { TokenStore } from "./token-store";

/** The installed wallets. The only place that builds them. */
const build = (): readonly PaymentProvider[] => {
  const settings = env();
  return [
    bkashCheckout({
      mode: settings.BKASH_MODE,
      intent: settings.BKASH_INTENT,
      simulatorPort: settings.SIMULATOR_PORT,
      refundProfile: settings.BKASH_REFUND_PROFILE === "once" ? "once" : "up to 10",
      openTokenStore: (key, calls) => new TokenStore(key, calls),
      observer: callObserver,
      credentials: {
        appKey: settings.BKASH_APP_KEY,
        appSecret: settings.BKASH_APP_SECRET,
        username: settings.BKASH_USERNAME,
        password: settings.BKASH_PASSWORD,
      },
    }),
  ];
};

const store = globalThis as { __paymentProviders?: readonly PaymentProvider[] };

export const installedProviders = (): readonly PaymentProvider[] => (store.__paymentProviders ??= build());

/** The wallet of this name, or undefined. */
export const findProvider = (name: string): PaymentProvider | undefined =>
  installedProviders().find((provider) => provider.name === name);

/** The wallet of a payment that we stored, whatever mode it was made in: for words, not for calls. */
export function providerOf(payment: { provider: string }): PaymentProvider {
  const provider = findProvider(payment.provider);
  if (!provider) throw new Error(`The wallet "${payment.provider}" is not installed any more`);
  return provider;
}
