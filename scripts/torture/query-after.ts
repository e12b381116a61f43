import pg from "pg";
import type { Answer, Statement } from "./database-line.ts";

/** What is said to PostgreSQL before a statement, in the same packet: a prepared statement by its name, and its values. */
export interface Before {
  readonly name: string;
  readonly values: readonly string[];
}

/** The parts of pg's Query and Connection that its types leave out. */
interface Connection {
  bind(config: { statement: string; values: readonly string[] }): void;
  execute(config: object): void;
  stream: { cork(): void; uncork(): void };
}
interface PlainQuery {
  submit(connection: Connection): Error | null;
  handleDataRow(message: unknown): void;
  handleCommandComplete(message: unknown, connection: unknown): void;
}
const PlainQuery = pg.Query as unknown as new (
  statement: Statement,
  values: undefined,
  callback: (error: Error | null, answer: Answer) => void,
) => PlainQuery;

/** A statement with others before it, on one way there and back. What those before it answer is passed over. */
class QueryAfter extends PlainQuery {
  readonly #before: readonly Before[];
  #unanswered: number;

  constructor(before: readonly Before[], ...rest: ConstructorParameters<typeof PlainQuery>) {
    super(...rest);
    this.#before = before;
    this.#unanswered = before.length;
  }

  override submit(connection: Connection): Error | null {
    connection.stream.cork();
    for (const { name, values } of this.#before) {
      connection.bind({ statement: name, values });
      connection.execute({});
    }
    const refused = super.submit(connection);
    connection.stream.uncork();
    return refused;
  }

  override handleDataRow(message: unknown): void {
    if (this.#unanswered === 0) super.handleDataRow(message);
  }

  override handleCommandComplete(message: unknown, connection: unknown): void {
    if (this.#unanswered === 0) super.handleCommandComplete(message, connection);
    else this.#unanswered--;
  }
}

/** Carries out a statement, those before it first. */
export const queryAfter = (
  client: pg.Client,
  before: readonly Before[],
  statement: Statement,
): Promise<Answer> =>
  new Promise((resolve, reject) => {
    const answer = (error: Error | null, result: Answer): void => (error ? reject(error) : resolve(result));
    client.query(new QueryAfter(before, statement, undefined, answer) as unknown as pg.Submittable);
  });
