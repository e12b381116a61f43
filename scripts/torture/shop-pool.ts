import pg from "pg";
import type { Statement } from "./database-line.ts";
import { current } from "./life.ts";
import type { StatementRoom } from "./statement-room.ts";

/**
 * Stands where the shop's Prisma adapter expects its pool of connections, and hands every statement, BEGIN and COMMIT
 * included, to the room where they are carried out. Above it everything is the shop's own: Prisma, its adapter, its
 * mapping of errors. What no process asks (Prisma at its start) goes straight to the database.
 */
export class ShopPool extends pg.Pool {
  constructor(
    database: { ask(text: string, values: unknown[]): Promise<unknown[]> },
    room: () => StatementRoom,
  ) {
    super({ max: 1 });
    const query = async (statement: Statement): Promise<unknown> => {
      const life = current.getStore();
      if (life) return room().carryOut(life, undefined, statement);
      await database.ask(statement.text, statement.values ?? []);
      return { rows: [], fields: [], rowCount: 0 };
    };
    const connect = async (): Promise<unknown> => {
      const life = current.getStore();
      if (!life) throw new Error("A transaction outside every process of the shop");
      const desk = room();
      const session = desk.open(life);
      return {
        query: (statement: Statement) => desk.carryOut(life, session, statement),
        release: () => desk.close(session),
        on: () => undefined,
        removeListener: () => undefined,
      };
    };
    Object.assign(this, { query, connect });
  }
}
