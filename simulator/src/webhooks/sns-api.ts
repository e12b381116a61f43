import { randomUUID } from "node:crypto";
import { Hono, type Context } from "hono";
import type { NodeEnv } from "../api/gateway.ts";
import { authority } from "./certificates.ts";
import { ATTACKER_CERTIFICATE_PATH } from "./forgeries.ts";
import type { Webhooks } from "./webhooks.ts";

const PEM = { "content-type": "application/x-pem-file" };
const XML = { "content-type": "text/xml" };
const NAMESPACE = "http://sns.amazonaws.com/doc/2010-03-31/";

/** What a receiver of webhooks asks SNS for: the certificate, and links to confirm and to end a subscription (§10). */
export function snsApi(webhooks: Webhooks): Hono<NodeEnv> {
  const api = new Hono<NodeEnv>();
  api.get("/", (c, next) => {
    switch (c.req.query("Action")) {
      case "ConfirmSubscription":
        return confirm(webhooks, c);
      case "Unsubscribe":
        return unsubscribe(webhooks, c);
      default:
        return next();
    }
  });
  api.get("/:file{SimpleNotificationService-[0-9a-f]+\\.pem}", async (c, next) => {
    const { fileName, signer } = await authority();
    return c.req.param("file") === fileName ? c.body(signer.certificate, 200, PEM) : next();
  });
  api.get("/__simulator/webhooks/ca.pem", async (c) => c.body((await authority()).ca, 200, PEM));
  api.get(ATTACKER_CERTIFICATE_PATH, async (c) => c.body((await authority()).attacker.certificate, 200, PEM));
  return api;
}

function confirm({ subscriptions }: Webhooks, c: Context<NodeEnv>): Response {
  const confirmed = subscriptions.confirm(c.req.query("TopicArn"), c.req.query("Token"));
  if (!confirmed) return invalid(c, "Token");
  return answer(
    c,
    "ConfirmSubscription",
    `<ConfirmSubscriptionResult><SubscriptionArn>${confirmed.arn}</SubscriptionArn></ConfirmSubscriptionResult>`,
  );
}

async function unsubscribe(webhooks: Webhooks, c: Context<NodeEnv>): Promise<Response> {
  const subscription = webhooks.subscriptions.findByArn(c.req.query("SubscriptionArn"));
  if (!subscription) return invalid(c, "SubscriptionArn");
  await webhooks.unsubscribe(subscription);
  return answer(c, "Unsubscribe", "");
}

function answer(c: Context<NodeEnv>, action: string, result: string): Response {
  const metadata = `<ResponseMetadata><RequestId>${randomUUID()}</RequestId></ResponseMetadata>`;
  return c.body(`<${action}Response xmlns="${NAMESPACE}">${result}${metadata}</${action}Response>`, 200, XML);
}

function invalid(c: Context<NodeEnv>, parameter: string): Response {
  const error = `<Error><Type>Sender</Type><Code>InvalidParameter</Code><Message>Invalid parameter: ${parameter}</Message></Error>`;
  return c.body(
    `<ErrorResponse xmlns="${NAMESPACE}">${error}<RequestId>${randomUUID()}</RequestId></ErrorResponse>`,
    400,
    XML,
  );
}
