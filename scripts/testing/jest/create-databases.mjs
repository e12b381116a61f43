// Before the tests: one database for each of Jest's workers, copied from the migrated template.
import { createRequire } from "node:module";

const require = createRequire(import.meta.url);

export default async function createDatabases({ maxWorkers }) {
  const template = process.env.TEST_TEMPLATE_URL;
  if (!template) return; // `npm run check`: no database, and no test that needs one
  const pg = require("pg");
  const address = new URL(template);
  const templateName = address.pathname.slice(1);
  address.pathname = "/postgres";
  const client = new pg.Client({ connectionString: address.href });
  await client.connect();
  for (let worker = 1; worker <= maxWorkers; worker++) {
    await client.query(`DROP DATABASE IF EXISTS "test_${worker}" WITH (FORCE)`);
    await client.query(`CREATE DATABASE "test_${worker}" TEMPLATE "${templateName}"`);
  }
  await client.end();
}
