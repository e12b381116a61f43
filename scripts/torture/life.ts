import { AsyncLocalStorage } from "node:async_hooks";
import type { Random } from "./random.ts";
import type { VirtualTime } from "./virtual-time.ts";

/** One life of one server process of the shop: from its start to its death. */
export interface Life {
  /** 0, 1, 2: which of the shop's processes. */
  readonly process: number;
  readonly time: VirtualTime;
  /** What this process calls by chance, such as a jitter. */
  readonly random: Random;
  /** How wrong its clock is, in milliseconds. */
  readonly skewMs: number;
  isDead: boolean;
  /** Who waits inside it for an answer of the database or of bKash: all of them hear of its death. */
  readonly waiting: Set<(death: Error) => void>;
  /** Dies when it has passed so many more points: before the point is carried out, or after, with the answer lost. */
  fuse: { left: number; when: "before" | "after" } | undefined;
  /** What lib/payments/providers/registry keeps for a process. */
  providers: unknown;
  /** And what lib/payments/providers/webhooks keeps. */
  webhooks: unknown;
}

/** Thrown at everything that a dead process still tries. */
export class ProcessDied extends Error {
  override name = "ProcessDied";
}

/** Whose code is running: every call of the shop happens inside a life. */
export const current = new AsyncLocalStorage<Life>();
