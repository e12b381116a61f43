import { env } from "@/lib/platform/env";
import type { WalletWebhooks } from "../wallet-webhooks";
import { bkashWebhooks } from "./bkash/webhook";
import { getText } from "./bkash/webhook-certificates";
import { messengerOrigins, simulatedMessenger } from "./bkash/environment";

/** How the installed wallets' servers talk to ours. The only place that builds them. */
function build(): ReadonlyMap<string, WalletWebhooks> {
  const { BKASH_MODE: mode, SIMULATOR_PORT, BKASH_WEBHOOK_TOPIC_ARN, BKASH_SHORT_CODE } = env();
  const isSimulated = mode === "simulator";
  const topics = isSimulated ? [simulatedMessenger.topic] : BKASH_WEBHOOK_TOPIC_ARN;
  if (topics.length === 0) return new Map();
  const bkash = bkashWebhooks({
    topics,
    originsOf: (topic) => messengerOrigins(mode, SIMULATOR_PORT, topic),
    shortCode: isSimulated ? simulatedMessenger.shortCode : BKASH_SHORT_CODE,
    getText,
  });
  return new Map([["bkash", bkash]]);
}

const store = globalThis as { __walletWebhooks?: ReadonlyMap<string, WalletWebhooks> };

/** Null for a wallet that tells nothing by itself, or whose topic the shop was not told. */
export const webhooksOf = (provider: string): WalletWebhooks | null =>
  (store.__walletWebhooks ??= build()).get(provider) ?? null;
