import pg from "pg";
import { queryAfter, type Before } from "./query-after.ts";

export type Statement = pg.QueryConfig & { rowMode?: "array" };
export type Answer = {
  rows: unknown[];
  fields: pg.FieldDef[];
  rowCount: number | null;
};
export type Said = { answer: Answer } | { error: unknown };

const NOTHING: Answer = { rows: [], fields: [], rowCount: 0 };
/** Real milliseconds after which a statement that has not answered is suspected to wait for a lock. */
const SUSPECT_AFTER_MS = 3;

/** Nobody lets go of a lock while a statement is being carried out, so any time at all is long enough. */
const PATIENCE_MS = 10;
const SAVEPOINT = { name: "savepoint", text: "SAVEPOINT torture" };
const LOCK_NOT_AVAILABLE = "55P03";

/** The same text has the same name, so that PostgreSQL plans it once for each line. */
const names = new Map<string, string>();
function nameOf(text: string): string {
  let name = names.get(text);
  if (!name) names.set(text, (name = `s${names.size}`));
  return name;
}

/** Prepared on every line; they travel before a statement, in its packet. */
const BEGIN = { name: "begin", text: "BEGIN" };
const SET_NOW = { name: "now", text: "SELECT set_config('torture.now', $1, false)" };
const SET_NOW_WITHIN = { name: "now within", text: "SELECT set_config('torture.now', $1, true)" };

/** One connection to PostgreSQL that is told what time it is. */
export class Line {
  readonly #client: pg.Client;
  readonly #pid: number;
  readonly #isWaiting: (pid: number) => Promise<boolean>;
  isInTransaction = false;
  /** The instant of a transaction's beginning, as long as PostgreSQL has not heard of it: its first statement tells. */
  #begunAt: string | undefined;
  /** What it is at, when that waits for another line's lock. */
  #stuck: Promise<Said> | undefined;

  private constructor(client: pg.Client, pid: number, isWaiting: (pid: number) => Promise<boolean>) {
    this.#client = client;
    this.#pid = pid;
    this.#isWaiting = isWaiting;
  }

  static async connect(address: string, isWaiting: (pid: number) => Promise<boolean>): Promise<Line> {
    const client = new pg.Client({ connectionString: address, pipeline: true });
    await client.connect();
    const { rows } = await client.query<{ pid: number }>("SELECT pg_backend_pid() AS pid");
    await client.query(BEGIN);
    for (const setting of [SET_NOW, SET_NOW_WITHIN]) await client.query({ ...setting, values: [""] });
    await client.query("ROLLBACK");
    return new Line(client, rows[0]?.pid ?? 0, isWaiting);
  }

  /**
   * Carries out a statement at an instant. A transaction keeps the instant of its beginning, as PostgreSQL's does.
   * @returns "waits" when another line's lock is in the way: then `resume` tells the answer later.
   */
  async run(statement: Statement, now: number): Promise<Said | "waits"> {
    return this.#await(this.#say(this.#send(statement, now)));
  }

  /**
   * The same, for when another line waits already: PostgreSQL leaves it open who of several comes first, and a story that
   * is to be told again may leave nothing open. So this one does not queue there.
   * @returns "locked" when another line's lock is in the way, and then nothing has happened.
   */
  async runUnlessLocked(statement: Statement, now: number): Promise<Said | "locked"> {
    const { text } = statement;
    if (text === "BEGIN" || text === "COMMIT" || text === "ROLLBACK")
      return this.#say(this.#send(statement, now));
    const isGuarded = this.isInTransaction;
    if (isGuarded) await queryAfter(this.#client, this.#before(now), SAVEPOINT);
    await this.#client.query(`SET ${isGuarded ? "LOCAL " : ""}lock_timeout = '${PATIENCE_MS}ms'`);
    const said = await this.#say(this.#send(statement, now));
    const isLocked = "error" in said && (said.error as { code?: unknown }).code === LOCK_NOT_AVAILABLE;
    if (isGuarded && "error" in said) {
      if (isLocked) await this.#client.query("ROLLBACK TO SAVEPOINT torture; RELEASE SAVEPOINT torture");
      // Any other error has ended the transaction for the shop, too.
      return isLocked ? "locked" : said;
    }
    await this.#client.query(
      isGuarded ? "SET LOCAL lock_timeout = 0; RELEASE SAVEPOINT torture" : "SET lock_timeout = 0",
    );
    return isLocked ? "locked" : said;
  }

  /** After other lines have let go of their locks: the answer, or "waits" still. */
  async resume(): Promise<Said | "waits"> {
    if (!this.#stuck) throw new Error("This line waits for nothing");
    return this.#await(this.#stuck);
  }

  async rollBack(): Promise<void> {
    if (this.isInTransaction && !this.#begunAt) await this.#client.query("ROLLBACK");
    this.isInTransaction = false;
    this.#begunAt = undefined;
  }

  close(): Promise<void> {
    return this.#client.end();
  }

  async #send(statement: Statement, now: number): Promise<Answer> {
    const { text } = statement;
    if (text === "BEGIN") {
      this.isInTransaction = true;
      this.#begunAt = new Date(now).toISOString();
      return NOTHING;
    }
    if (text === "COMMIT" || text === "ROLLBACK") {
      this.isInTransaction = false;
      if (!this.#begunAt) await this.#client.query(text);
      this.#begunAt = undefined;
      return NOTHING;
    }
    return queryAfter(this.#client, this.#before(now), { ...statement, name: nameOf(text) });
  }

  /** What PostgreSQL has to hear before the next statement: a transaction keeps the instant of its beginning. */
  #before(now: number): Before[] {
    const begunAt = this.#begunAt;
    this.#begunAt = undefined;
    if (begunAt)
      return [
        { name: BEGIN.name, values: [] },
        { name: SET_NOW_WITHIN.name, values: [begunAt] },
      ];
    return this.isInTransaction ? [] : [{ name: SET_NOW.name, values: [new Date(now).toISOString()] }];
  }

  async #say(answer: Promise<Answer>): Promise<Said> {
    try {
      return { answer: await answer };
    } catch (error) {
      return { error };
    }
  }

  async #await(said: Promise<Said>): Promise<Said | "waits"> {
    this.#stuck = undefined;
    for (;;) {
      const first = await orSuspect(said);
      if (first !== "suspect") return first;
      if (!(await this.#isWaiting(this.#pid))) continue;
      this.#stuck = said;
      return "waits";
    }
  }
}

function orSuspect(said: Promise<Said>): Promise<Said | "suspect"> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => resolve("suspect"), SUSPECT_AFTER_MS);
    void said.then((answer) => {
      clearTimeout(timer);
      resolve(answer);
    });
  });
}
