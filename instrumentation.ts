import type { Instrumentation } from "next";

/** Next calls this once when a server process starts. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME === "nodejs") await (await import("./lib/start-server")).startServer();
}

/** Next calls this for what a page, an action or a route threw and nobody caught. The digest is what the error page shows. */
export const onRequestError: Instrumentation.onRequestError = async (
  error,
  { path, method },
  { routePath, routeType },
) => {
  if (process.env.NEXT_RUNTIME !== "nodejs") return;
  const { logger } = await import("./lib/platform/logger");
  const digest = error instanceof Error && "digest" in error ? error.digest : undefined;
  const [address] = path.split("?"); // what comes after may hold an order's token
  logger.error({ error, digest, method, path: address, routePath, routeType }, "an error page was shown");
};
