import type { PaymentMode } from "../../payment-provider";

/** Where bKash lives. The only hosts in the code base; everything else follows from the mode. */
export interface BkashEnvironment {
  /** Merchant API of Checkout (iFrame). */
  api: string;
  /** The browser script that draws bKash's window. */
  script: string;
  /** Where that window's pages come from. */
  frameOrigin: string;
}

export function bkashEnvironment(mode: PaymentMode, simulatorPort: number): BkashEnvironment {
  switch (mode) {
    case "live":
      return {
        api: "https://checkout.pay.bka.sh/v1.2.0-beta/checkout",
        script: "https://scripts.pay.bka.sh/versions/1.2.0-beta/checkout/bKash-checkout.js",
        frameOrigin: "https://client.pay.bka.sh",
      };
    case "sandbox":
      return {
        api: "https://checkout.sandbox.bka.sh/v1.2.0-beta/checkout",
        script: "https://scripts.sandbox.bka.sh/versions/1.2.0-beta/checkout/bKash-checkout-sandbox.js",
        frameOrigin: "https://client.sandbox.bka.sh",
      };
    case "simulator": {
      const origin = `http://localhost:${simulatorPort}`;
      return {
        api: `${origin}/v1.2.0-beta/checkout`,
        script: `${origin}/versions/1.2.0-beta/checkout/bKash-checkout-sandbox.js`,
        frameOrigin: origin,
      };
    }
  }
}

/** The simulator's own topic and account, which belong to nobody. */
export const simulatedMessenger = {
  topic: "arn:aws:sns:ap-southeast-1:000000000000:bpt_01929918000",
  shortCode: "50011",
};

/** Where the messenger (Amazon SNS) of a topic `arn:aws:sns:<region>:…` is reached: its certificates, and confirmations. */
export function messengerOrigins(mode: PaymentMode, simulatorPort: number, topic: string): readonly string[] {
  if (mode !== "simulator") return [`https://sns.${topic.split(":")[3]}.amazonaws.com`];
  return ["localhost", "127.0.0.1", "[::1]"].map((host) => `http://${host}:${simulatorPort}`);
}
