// `node scripts/database.mjs start|stop|url`: the shop's own PostgreSQL in the background, for work on the schema.
import { startCluster, stopCluster } from "./database/cluster.mjs";
import { createDatabase } from "./database/connection.mjs";
import { inData } from "./setup/project.mjs";
import { explain } from "./setup/trouble.mjs";

const folder = inData("postgres");

async function address() {
  const { connection } = await startCluster(folder, { isBackground: true });
  return createDatabase(connection, "shop");
}

const commands = {
  /** Starts it if need be, and prints DATABASE_URL, alone, so that a shell can take it: DATABASE_URL=$(… url). */
  start: async () => console.log(await address()),
  url: async () => console.log(await address()),
  stop: async () =>
    console.log((await stopCluster(folder)) ? "The database has stopped." : "The database was not running."),
};

const command = commands[process.argv[2]];
if (!command) {
  console.error("Use: node scripts/database.mjs start | stop | url");
  process.exit(2);
}
try {
  await command();
} catch (error) {
  console.error(explain(error));
  process.exit(1);
}
