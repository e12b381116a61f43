// Prisma's adapter for PostgreSQL, with what its engine needs and the adapter lacks.
import { randomUUID } from "node:crypto";
import { PrismaPg } from "@prisma/adapter-pg";
import { ColumnTypeEnum } from "@prisma/driver-adapter-utils";
import { inMaintenanceDatabase } from "./questions.mjs";

const LETTER = 18; // PostgreSQL's number for "char", a type of one letter that only its own catalogue uses
const TEXT = 25;

/**
 * Looking at a schema, the engine reads letters from the catalogue ('n' for a NOT NULL rule) and wants them as such. The adapter
 * does not know the type: lets it read text, then says what it was.
 */
function readLetters(adapter) {
  const queryable = Object.getPrototypeOf(Object.getPrototypeOf(adapter)); // also what transactions are made of
  if (queryable.readsLetters) return adapter;
  queryable.readsLetters = true;
  const { performIO, queryRaw } = queryable;
  const letters = new WeakMap();
  queryable.performIO = async function (query) {
    const result = await performIO.call(this, query);
    const columns = [...(result.fields ?? []).entries()].filter(([, field]) => field.dataTypeID === LETTER);
    for (const [, field] of columns) field.dataTypeID = TEXT;
    letters.set(
      query,
      columns.map(([index]) => index),
    );
    return result;
  };
  queryable.queryRaw = async function (query) {
    const answer = await queryRaw.call(this, query);
    for (const index of letters.get(query) ?? []) answer.columnTypes[index] = ColumnTypeEnum.Character;
    return answer;
  };
  return adapter;
}

/**
 * `migrate dev` tries migrations out in a shadow database. From a connection string the adapter's own way would try them in the
 * real one (`{ ...config, database }` loses to `connectionString`), and would drop it while still connected.
 */
export class AdapterFactory extends PrismaPg {
  constructor(datasource) {
    super({ connectionString: datasource?.url });
    this.datasource = datasource;
  }

  async connect() {
    return readLetters(await super.connect());
  }

  async connectToShadowDb() {
    const { url, shadowDatabaseUrl } = this.datasource;
    if (shadowDatabaseUrl) return new AdapterFactory({ url: shadowDatabaseUrl }).connect();
    const name = `prisma_migrate_shadow_db_${randomUUID()}`;
    const maintain = (sql) => inMaintenanceDatabase(url, (client) => client.query(sql));
    await maintain(`CREATE DATABASE "${name}"`);
    const address = new URL(url);
    address.pathname = `/${name}`;
    const adapter = await new AdapterFactory({ url: address.href }).connect();
    const dispose = adapter.dispose.bind(adapter);
    adapter.dispose = async () => {
      await dispose();
      await maintain(`DROP DATABASE "${name}" WITH (FORCE)`);
    };
    return adapter;
  }
}
