import { repeatedJobs } from "./background-work";
import { DELIVER_SOON } from "./notifications/outbox";
import { deliverDueMessages } from "./orders/deliver-due-messages";
import { CHECK_SOON } from "./payments/ask-soon";
import { checkSoon } from "./payments/check-soon";
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
  void startJobsPersistently();
}

const RETRY_MS = [1_000, 5_000, 15_000];

/** The database may come up after the shop; without its jobs nobody would repair anything. */
async function startJobsPersistently(): Promise<void> {
  for (let attempt = 0; ; attempt++) {
    try {
      await startJobs(repeatedJobs, [
        { name: CHECK_SOON, run: checkSoon },
        { name: DELIVER_SOON, run: deliverDueMessages },
      ]);
      return;
    } catch (error) {
      logger.error({ error, attempt }, "background jobs did not start; trying again");
      await new Promise((wake) => setTimeout(wake, RETRY_MS[attempt] ?? 30_000));
    }
  }
}
