import { after } from "next/server";
import { receiveWebhook } from "@/lib/payments/receive-webhook";
import { webhooksOf } from "@/lib/payments/providers/webhooks";
import { answer, door, readAtMost, refuse } from "../../../respond";
import { walletOf, type WalletContext } from "../wallet";

/** The sender has its answer at once; the question to the wallet after it may take 30 s. */
export const maxDuration = 60;

/** SNS's own limit for a message. */
const MAX_BODY_BYTES = 256 * 1024;

/** What the wallet's server says by itself. It moves no money: at most the wallet is asked about a payment. */
export const POST = door<WalletContext>(async (request, context) => {
  const wallet = await walletOf(context);
  const webhooks = webhooksOf(wallet.name);
  if (!webhooks) return refuse(request, "NO_WEBHOOKS");
  const body = await readAtMost(request, MAX_BODY_BYTES);
  const header = (name: string) => request.headers.get(name);
  const received = await receiveWebhook(wallet, webhooks, { body, header });
  switch (received.kind) {
    case "refused":
      return refuse(request, "WEBHOOK_REFUSED");
    case "again":
      return refuse(request, "TEMPORARILY_UNAVAILABLE");
    case "taken":
      if (received.afterwards) after(received.afterwards);
      return answer({ taken: true });
  }
});
