/* eslint-disable @typescript-eslint/no-require-imports -- Jest loads an environment the old way */
// Node, and for each file of tests that ends in .db.test.ts a database of its own, copied from the migrated template: what one
// file leaves behind is never another's business, in whatever order they run.
const { TestEnvironment } = require("jest-environment-node");
const pg = require("pg");

let databases = 0;

async function copyTemplate(template) {
  const address = new URL(template);
  const from = address.pathname.slice(1);
  const prefix = `test_${process.env.JEST_WORKER_ID}_`;
  address.pathname = "/postgres";
  const client = new pg.Client({ connectionString: address.href });
  await client.connect();
  try {
    const { rows } = await client.query("SELECT datname FROM pg_database WHERE datname LIKE $1", [
      `${prefix.replaceAll("_", "\\_")}%`,
    ]);
    // Those of earlier files. One that is still spoken to stays, until the next file begins.
    for (const { datname } of rows) await client.query(`DROP DATABASE "${datname}"`).catch(() => undefined);
    const name = `${prefix}${process.pid}_${++databases}`;
    await client.query(`CREATE DATABASE "${name}" TEMPLATE "${from}"`);
    address.pathname = `/${name}`;
    return address.href;
  } finally {
    await client.end();
  }
}

module.exports = class OwnDatabaseEnvironment extends TestEnvironment {
  constructor(config, context) {
    super(config, context);
    this.needsDatabase = context.testPath.includes(".db.test.");
  }

  async setup() {
    await super.setup();
    const template = process.env.TEST_TEMPLATE_URL;
    if (this.needsDatabase && template) this.global.process.env.DATABASE_URL = await copyTemplate(template);
  }

  /** A line that is still open would keep Jest from ending. */
  async teardown() {
    await this.global.__shopDb?.$disconnect(); // lib/platform/db.ts
    await super.teardown();
  }
};
