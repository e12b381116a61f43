export const SUPERUSER = "shop";

export const addressOf = ({ port, password }, database) =>
  `postgresql://${SUPERUSER}:${password}@127.0.0.1:${port}/${database}`;

async function connect(address) {
  const { default: pg } = await import("pg"); // not at the top: this file is read before anything is installed
  const client = new pg.Client({ connectionString: address, connectionTimeoutMillis: 2000 });
  client.on("error", () => {}); // a server that stops closes the line; whoever waits for an answer hears of it there
  await client.connect();
  return client;
}

/** Runs `work` with one connection, and closes it. */
export async function withConnection(address, work) {
  const client = await connect(address);
  try {
    return await work(client);
  } finally {
    await client.end().catch(() => {});
  }
}

/** Creates a database, from `template` when given; one that exists already is left as it is. */
export async function createDatabase(connection, name, { template } = {}) {
  await withConnection(addressOf(connection, "postgres"), async (client) => {
    const { rowCount } = await client.query("select 1 from pg_database where datname = $1", [name]);
    if (rowCount) return;
    await client.query(`CREATE DATABASE "${name}"${template ? ` TEMPLATE "${template}"` : ""}`);
  });
  return addressOf(connection, name);
}
