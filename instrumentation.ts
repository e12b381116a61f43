/** Runs once when the server starts, before the first request. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== "nodejs") return;
  const { env, EnvironmentError } = await import("@/lib/platform/env");
  try {
    env();
  } catch (error) {
    // Next would keep running and answer 500 to everything; a shop with wrong settings must not run at all.
    if (error instanceof EnvironmentError) process.stderr.write(`${error.message}\n`);
    else process.stderr.write(`${String(error)}\n`);
    process.exit(1);
  }
  // On Vercel no process stays up: the scheduler calls /api/cron instead.
  if (process.env.VERCEL) return;
  const { startJobs } = await import("@/lib/platform/jobs");
  const { reconcileSome, releaseSomeOrders, renewTokens } = await import("@/lib/background-work");
  const { logger } = await import("@/lib/platform/logger");
  startJobs([
    { name: "renew-wallet-tokens", run: renewTokens },
    { name: "reconcile-payments", run: reconcileSome },
    { name: "release-expired-orders", run: releaseSomeOrders },
  ]).catch((error: unknown) => logger.error({ error }, "background jobs did not start"));
}
