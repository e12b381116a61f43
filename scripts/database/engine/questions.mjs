import pg from "pg";

/** PostgreSQL's reasons in Prisma's numbers. */
const PRISMA_CODES = { "3D000": "P1003", "28P01": "P1000" };

/** Runs `work` in the database that every server has, for the making and dropping of others. */
export async function inMaintenanceDatabase(url, work) {
  const address = new URL(url);
  const name = decodeURIComponent(address.pathname.slice(1));
  address.pathname = "/postgres";
  const client = new pg.Client({ connectionString: address.href });
  await client.connect();
  try {
    return await work(client, name);
  } finally {
    await client.end();
  }
}

export function createDatabase(url) {
  return inMaintenanceDatabase(url, async (client, name) => {
    await client.query(`CREATE DATABASE ${pg.escapeIdentifier(name)}`);
    return { databaseName: name };
  });
}

export async function canConnect(url) {
  const client = new pg.Client({ connectionString: url });
  try {
    await client.connect();
    await client.query("SELECT 1");
  } catch (error) {
    const prismaCode = PRISMA_CODES[error.code] ?? "P1001";
    throw Object.assign(new Error(error.message || String(error), { cause: error }), { prismaCode });
  } finally {
    await client.end().catch(() => {});
  }
}
