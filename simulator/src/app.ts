import { Hono } from "hono";
import type { NodeEnv } from "./api/gateway.ts";
import { merchantApi } from "./api/merchant-api.ts";
import { checkoutPages } from "./checkout/pages.ts";
import { windowApi } from "./checkout/window-api.ts";
import { NOW_HEADER, obeyInstant } from "./control/clock-control.ts";
import { controlApi } from "./control/control-api.ts";
import { uiPages } from "./control/ui-pages.ts";
import { GATEWAY } from "./errors.ts";
import type { Simulator } from "./simulator.ts";
import { snsApi } from "./webhooks/sns-api.ts";
import { hostedPage } from "./tokenized/hosted-page.ts";
import { tokenizedApi } from "./tokenized/tokenized-api.ts";

export interface AppOptions {
  /** Origin to name in answers and in the script, when it is not the one that requests arrive at. */
  readonly publicUrl?: string | undefined;
  /** Told before and after each request that may change something. */
  readonly onChange?: (() => void) | undefined;
  /** Webhooks may leave this machine. */
  readonly allowRemoteWebhooks?: boolean | undefined;
}

/** The whole simulator as one fetch handler: usable behind Node's server and in-process alike. */
export function createApp(simulator: Simulator, options: AppOptions = {}): Hono<NodeEnv> {
  const app = new Hono<NodeEnv>();
  simulator.webhooks.allowRemote = options.allowRemoteWebhooks ?? false;
  app.use(async (c, next) => {
    const now = c.req.header(NOW_HEADER);
    if (now !== undefined) obeyInstant(simulator.clock, now);
    await next();
  });
  const { onChange } = options;
  if (onChange) {
    app.use(async (c, next) => {
      // SNS's links are followed with GET, and confirm or end a subscription.
      const isChange = c.req.method !== "GET" || c.req.query("Action") !== undefined;
      // Before, too: a call whose answer is lost never comes back here.
      if (isChange) onChange();
      await next();
      if (isChange) onChange();
    });
  }
  // Before the other product, which answers every path below /v1.2.0-beta that it does not know.
  app.route("/", tokenizedApi(simulator, options.publicUrl));
  app.route("/", hostedPage(simulator));
  app.route("/v1.2.0-beta", merchantApi(simulator, options.publicUrl));
  app.route("/checkout/2/api", windowApi(simulator));
  app.route("/", checkoutPages(simulator, options.publicUrl));
  app.route("/", snsApi(simulator.webhooks));
  app.route("/", uiPages());
  app.route("/__simulator", controlApi(simulator, options));
  app.notFound((c) => c.json(GATEWAY.notFound.body, 404));
  app.onError((error, c) => {
    console.error(error);
    return c.json(GATEWAY.internal.body, 500);
  });
  return app;
}
