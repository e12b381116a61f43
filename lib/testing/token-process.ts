/**
 * One of the shop's processes as far as its wallet's token is concerned: the child of lib/testing/start-token-process.ts.
 * SKEW_MINUTES sets its clock wrong before anything reads it.
 */
const skewMs = Number(process.env.SKEW_MINUTES ?? 0) * 60_000;
const rightNow = Date.now;
Date.now = () => rightNow() + skewMs;

/** The places to die at are live, as in the build of `npm run kill`. */
(globalThis as { __FAILPOINTS__?: boolean }).__FAILPOINTS__ = true;

export interface Task {
  id: number;
  /** `forget`: what a restart forgets. */
  ask: "ready" | "renew" | "forget";
  times: number;
}

const registry = import("@/lib/payments/providers/registry");

async function work({ ask, times }: Task): Promise<string[]> {
  const { findProvider } = await registry;
  if (ask === "forget") {
    delete (globalThis as { __paymentProviders?: unknown }).__paymentProviders;
    return [];
  }
  const bkash = findProvider("bkash");
  if (!bkash) throw new Error("bKash is not installed");
  const once = () =>
    ask === "renew"
      ? bkash.renewToken()
      : bkash.ready("execute").then(
          () => "ready",
          (error: unknown) => (error instanceof Error ? error.name : String(error)),
        );
  return Promise.all(Array.from({ length: times }, once));
}

process.on("message", (task: Task) => {
  void work(task).then(
    (said) => process.send?.({ id: task.id, said }),
    (error: unknown) => process.send?.({ id: task.id, said: [`${error}`] }),
  );
});
process.on("disconnect", () => process.exit());
void registry.then(() => process.send?.({ id: 0, said: [] }));
