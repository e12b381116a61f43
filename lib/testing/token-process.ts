/**
 * One of the shop's processes as far as its wallet's token is concerned: the child of lib/testing/start-token-process.ts.
 * SKEW_MINUTES sets its clock wrong before anything reads it.
 */
import { obey } from "./start-process";

const skewMs = Number(process.env.SKEW_MINUTES ?? 0) * 60_000;
const rightNow = Date.now;
Date.now = () => rightNow() + skewMs;

/** The places to die at are live, as in the build of `npm run kill`. */
(globalThis as { __FAILPOINTS__?: boolean }).__FAILPOINTS__ = true;

/** Makes the wallet ready, or renews its token; `forget`: what a restart forgets. */
export type TokenWork = "ready" | "renew" | "forget";

const registry = import("@/lib/payments/providers/registry");

/** @returns what came of it, in one word. */
async function once(work: TokenWork): Promise<string> {
  const { findProvider } = await registry;
  if (work === "forget") {
    delete (globalThis as { __paymentProviders?: unknown }).__paymentProviders;
    return "forgotten";
  }
  const bkash = findProvider("bkash");
  if (!bkash) throw new Error("bKash is not installed");
  if (work === "renew") return bkash.renewToken();
  return bkash.ready("execute").then(
    () => "ready",
    (error: unknown) => (error instanceof Error ? error.name : String(error)),
  );
}

obey(registry, once);
