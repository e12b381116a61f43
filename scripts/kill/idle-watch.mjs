// I11: no transaction of the shop stays open while it waits for somebody. Looked at all the time that anything else runs.
import pg from "pg";
import { setTimeout as pause } from "node:timers/promises";

const LOOK_EVERY_MS = 200;
const MAY_IDLE_SECONDS = 1;

/** Watches one database until `stop()`, which resolves to what was found, as sentences. */
export function watchIdleTransactions(address) {
  const found = new Map();
  let isOver = false;
  let longest = 0;
  const watching = (async () => {
    while (!isOver) {
      const client = new pg.Client({ connectionString: address, application_name: "idle-watch" });
      client.on("error", () => {});
      try {
        await client.connect();
        while (!isOver) {
          const { rows } = await client.query(LOOK);
          for (const { pid, seconds, query } of rows) {
            longest = Math.max(longest, seconds);
            if (seconds > MAY_IDLE_SECONDS)
              found.set(
                `${pid} ${query}`,
                `I11: idle in a transaction for ${seconds.toFixed(1)} s after: ${query}`,
              );
          }
          await pause(LOOK_EVERY_MS);
        }
      } catch {
        await pause(LOOK_EVERY_MS); // a database that is killed on purpose comes back
      } finally {
        await client.end().catch(() => {});
      }
    }
  })();
  return {
    stop: async () => {
      isOver = true;
      await watching;
      return { found: [...found.values()], longestSeconds: longest };
    },
  };
}

const LOOK = `
  SELECT pid, extract(epoch FROM now() - state_change)::float8 AS seconds, left(query, 120) AS query
  FROM pg_stat_activity
  WHERE datname = current_database() AND state LIKE 'idle in transaction%' AND pid <> pg_backend_pid()`;
