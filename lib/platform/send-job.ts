import type { PgBoss } from "pg-boss";
import type { Transaction } from "./db";
import { logger } from "./logger";

/** The server starts its jobs in one bundle and sends them from another, so the one queue lives on globalThis. */
const store = globalThis as { __shopQueue?: PgBoss | undefined };

/** Says where jobs are sent from now on; lib/platform/jobs calls it when it starts and stops. */
export function openQueue(queue: PgBoss | undefined): void {
  store.__shopQueue = queue;
}

/**
 * Sends a job in the transaction that makes it necessary: both are there, or neither. Where no process stays up nothing is
 * sent, and the scheduler finds the work by itself. What the queue cannot take never fails the transaction either.
 *
 * @param key what the job is about; of one key one job waits at most.
 */
export async function sendJob(
  tx: Transaction,
  name: string,
  key: string,
  { afterSeconds }: { afterSeconds: number },
): Promise<void> {
  const boss = store.__shopQueue;
  if (!boss) return;
  await tx.$executeRaw`SAVEPOINT sending_a_job`;
  try {
    await boss.send(
      name,
      { key },
      { db: through(tx), singletonKey: key, startAfter: Math.max(0, Math.ceil(afterSeconds)) },
    );
  } catch (error) {
    logger.error({ error, job: name, key }, "a job could not be sent; the regular check will do its work");
    await tx.$executeRaw`ROLLBACK TO SAVEPOINT sending_a_job`;
  }
}

/** pg-boss's own SQL over the connection of a transaction. Its texts are its own, and nothing of ours is in them. */
const through = (tx: Transaction) => ({
  executeSql: async (text: string, values: unknown[] = []) => ({
    // eslint-disable-next-line no-restricted-syntax -- not our statement, and its values are apart from it
    rows: await tx.$queryRawUnsafe<unknown[]>(text, ...values),
  }),
});
