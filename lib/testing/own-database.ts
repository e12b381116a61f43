import { randomBytes } from "node:crypto";
import { Client } from "pg";

/**
 * A migrated, empty database for one test file alone, for tests that count everything or break what the database guards.
 * To be called before the first query.
 *
 * @returns takes it away again; disconnect first.
 */
export async function useOwnDatabase(): Promise<() => Promise<void>> {
  const template = new URL(process.env.TEST_TEMPLATE_URL ?? "");
  const name = `own_${randomBytes(6).toString("hex")}`;
  const admin = async (statement: string) => {
    const address = new URL(template);
    address.pathname = "/postgres";
    const client = new Client({ connectionString: address.href });
    await client.connect();
    await client.query(statement).finally(() => client.end());
  };
  await admin(`CREATE DATABASE "${name}" TEMPLATE "${template.pathname.slice(1)}"`);
  const own = new URL(template);
  own.pathname = `/${name}`;
  process.env.DATABASE_URL = own.href;
  return () => admin(`DROP DATABASE "${name}" WITH (FORCE)`);
}
