import { reconcileSome, releaseSomeOrders, renewTokens } from "./background-work";
import { env, isServerless } from "./platform/env";
import { startJobs } from "./platform/jobs";
import { logger } from "./platform/logger";

/** What a server process does before its first request. */
export async function startServer(): Promise<void> {
  try {
    env();
  } catch (error) {
    // Next would keep running and answer 500 to everything; a shop with wrong settings must not run at all.
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exit(1);
  }
  if (isServerless()) return;
  startJobs([
    { name: "renew-wallet-tokens", run: renewTokens },
    { name: "reconcile-payments", run: reconcileSome },
    { name: "release-expired-orders", run: releaseSomeOrders },
  ]).catch((error: unknown) => logger.error({ error }, "background jobs did not start"));
}
