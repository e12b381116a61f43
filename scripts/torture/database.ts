import pg from "pg";
import { Line } from "./database-line.ts";

/** The tables of the shop, quoted; Prisma's own and the zones, which a migration filled, are no part of them. */
const TABLES = `SELECT format('%I', tablename) AS name FROM pg_tables
  WHERE schemaname = 'public' AND tablename NOT IN ('_prisma_migrations', 'DeliveryZone') ORDER BY 1`;

/**
 * PostgreSQL with a clock of its own: `now()` finds ours before PostgreSQL's, and tells what the line was told. Columns
 * that fill themselves with the time are told the same way. Nobody sweeps these tables behind our back: autovacuum takes
 * locks, and a statement that waits for it waits for somebody whom no schedule knows.
 */
const VIRTUAL_CLOCK = `
  CREATE SCHEMA torture;
  CREATE FUNCTION torture.now() RETURNS timestamptz LANGUAGE sql STABLE
    AS $$ SELECT current_setting('torture.now')::timestamptz $$;
  DO $$ DECLARE c record; BEGIN
    FOR c IN SELECT table_name, column_name FROM information_schema.columns
      WHERE table_schema = 'public' AND column_default IN ('CURRENT_TIMESTAMP', 'now()')
    LOOP EXECUTE format('ALTER TABLE public.%I ALTER COLUMN %I SET DEFAULT torture.now()', c.table_name, c.column_name);
    END LOOP;
    FOR c IN SELECT table_name FROM information_schema.tables
      WHERE table_schema = 'public' AND table_type = 'BASE TABLE'
    LOOP EXECUTE format('ALTER TABLE public.%I SET (autovacuum_enabled = off)', c.table_name);
    END LOOP;
  END $$;
  DO $$ BEGIN
    EXECUTE format('ALTER DATABASE %I SET search_path = torture, pg_catalog, public', current_database());
    EXECUTE format('ALTER DATABASE %I SET deadlock_timeout = %L', current_database(), '50ms');
  END $$`;

/** Rows that are deleted leave their space behind; after so many schedules it is taken back. */
const EMPTIED_WHOLLY_EVERY = 200;

/** One worker's own database and its lines to it. */
export class Database {
  readonly #address: string;
  readonly #admin: pg.Client;
  readonly #tables: readonly string[];
  readonly #free: Line[] = [];
  #emptied = 0;

  private constructor(address: string, admin: pg.Client, tables: readonly string[]) {
    this.#address = address;
    this.#admin = admin;
    this.#tables = tables;
  }

  /** @param address a migrated database that nobody else uses. */
  static async open(address: string): Promise<Database> {
    const once = new pg.Client({ connectionString: address });
    await once.connect();
    await once.query(VIRTUAL_CLOCK);
    await once.end();
    const admin = new pg.Client({ connectionString: address });
    await admin.connect();
    // Rows of history refuse to be deleted; for this line their triggers do not exist.
    await admin.query("SET session_replication_role = replica");
    const { rows } = await admin.query<{ name: string }>(TABLES);
    return new Database(
      address,
      admin,
      rows.map(({ name }) => name),
    );
  }

  /** As after the migrations: no orders, and numbers that begin anew. */
  async empty(): Promise<void> {
    if (this.#emptied++ % EMPTIED_WHOLLY_EVERY === 0)
      await this.#admin.query(`TRUNCATE ${this.#tables.join(", ")} CASCADE`);
    else await this.#admin.query(this.#tables.map((table) => `DELETE FROM ${table}`).join(";"));
    await this.#admin.query("SELECT setval('order_number_seq', 10001, false)");
  }

  /** A statement of the harness itself, past every fault. One with a name is planned once. */
  async ask<Row extends pg.QueryResultRow>(
    statement: string | { name: string; text: string },
    values: unknown[] = [],
  ): Promise<Row[]> {
    const query = typeof statement === "string" ? { text: statement } : statement;
    return (await this.#admin.query<Row>({ ...query, values })).rows;
  }

  /** The same at an instant of the virtual clock. It is planned once: the same text comes again for every schedule. */
  async askAt<Row extends pg.QueryResultRow>(
    now: number,
    { text, values }: { text: string; values: unknown[] },
  ): Promise<Row[]> {
    await this.#admin.query(`SET torture.now = '${new Date(now).toISOString()}'`);
    return (await this.#admin.query<Row>({ name: String(text.length), text, values })).rows;
  }

  async takeLine(): Promise<Line> {
    return this.#free.pop() ?? (await Line.connect(this.#address, (pid) => this.#isWaiting(pid)));
  }

  giveBack(line: Line): void {
    if (this.#free.includes(line)) throw new Error("This line was given back before");
    this.#free.push(line);
  }

  async close(): Promise<void> {
    await Promise.all(this.#free.map((line) => line.close()));
    await this.#admin.end();
  }

  /** Does this line wait for a lock that another one holds? */
  async #isWaiting(pid: number): Promise<boolean> {
    const [row] = await this.ask<{ waits: boolean }>(
      "SELECT cardinality(pg_blocking_pids($1)) > 0 AS waits",
      [pid],
    );
    return row?.waits ?? false;
  }
}
