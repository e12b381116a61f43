import type { Database } from "./database.ts";
import type { Answer, Line, Said, Statement } from "./database-line.ts";
import type { Life } from "./life.ts";
import { Random } from "./random.ts";
import type { World } from "./world.ts";

/** A transaction of a process: one line for all its statements, from BEGIN to COMMIT. */
export class Session {
  line: Line | undefined;
  isCut = false;
  /** One of its statements waits for a lock; those that come meanwhile wait behind it. */
  behind: (() => Promise<void>)[] | undefined;
  constructor(readonly life: Life) {}
}

type Tell = (said: Said) => Promise<void> | void;

/** The statement that waits for another line's lock, and who is told of its end. */
interface Waiter {
  line: Line;
  tell: Tell;
}

/** A statement that is tried again when a lock has been let go of. */
interface Queued {
  tryAgain: () => Promise<void>;
  /** Two wait for each other, and this one is the victim. */
  refuse: () => Promise<void>;
}

/** As Node reports a connection that PostgreSQL has cut, or refused. */
const connectionLost = () =>
  Object.assign(new Error("read ECONNRESET"), {
    code: "ECONNRESET",
    errno: -104,
    syscall: "read",
  });
const connectionRefused = () =>
  Object.assign(new Error("connect ECONNREFUSED"), {
    code: "ECONNREFUSED",
    errno: -111,
    syscall: "connect",
  });

/** Where the shop's statements are carried out: one at a time, each at its moment, and some of them not, or in vain. */
export class StatementRoom {
  readonly #world: World;
  readonly #database: Database;
  readonly #random: Random;
  readonly #sessions = new Set<Session>();
  /** One statement waits in PostgreSQL itself; those that come after it wait here, in their order. */
  #waiter: Waiter | undefined;
  #queue: Queued[] = [];
  /** Nobody reaches the database. */
  isDown = false;

  constructor(world: World, database: Database) {
    this.#world = world;
    this.#database = database;
    this.#random = new Random(world.seed, "statements");
  }

  get someWait(): boolean {
    return this.#waiter !== undefined || this.#queue.length > 0;
  }

  open(life: Life): Session {
    const session = new Session(life);
    this.#sessions.add(session);
    return session;
  }

  close(session: Session): void {
    // A dead process gives nothing back: its lines are cut.
    if (session.life.isDead) return;
    if (this.#sessions.delete(session) && session.line) this.#database.giveBack(session.line);
  }

  /** Resolves when the database has answered; rejects with its error, with a lost connection, or with the process's death. */
  carryOut(life: Life, session: Session | undefined, statement: Statement): Promise<Answer> {
    return new Promise<Answer>((resolve, reject) => {
      const death = this.#world.reach(life);
      life.waiting.add(reject);
      const answer: Tell = (said) => {
        const hear = (): void => {
          if (life.isDead) return;
          life.waiting.delete(reject);
          if ("error" in said) reject(said.error as Error);
          else resolve(said.answer);
        };
        // While others are let go on, nobody's code may run at the same time.
        if (this.someWait) this.#world.time.after(0, hear);
        else hear();
      };
      this.#world.time.after(this.#latency(), async () => {
        if (life.isDead) return;
        if (death === "before") return this.#world.kill(life);
        const tell: Tell = death === "after" ? () => this.#world.kill(life) : answer;
        await this.#perform(life, session, statement, tell);
      });
    });
  }

  async #perform(life: Life, session: Session | undefined, statement: Statement, tell: Tell): Promise<void> {
    if (session?.behind) {
      session.behind.push(() => this.#perform(life, session, statement, tell));
      return;
    }
    const fate = this.#fate(statement);
    if (this.isDown || session?.isCut || fate === "lost before") {
      const error = session?.line || !this.isDown ? connectionLost() : connectionRefused();
      if (session) await this.#cut(session);
      return tell({ error });
    }
    const line = session?.line ?? (await this.#database.takeLine());
    if (session) session.line = line;
    const ended: Tell = async (said) => {
      if (!session) this.#database.giveBack(line);
      this.#note(life, statement, said);
      if (fate !== "answer lost") return tell(said);
      if (session) await this.#cut(session);
      return tell({ error: connectionLost() });
    };
    const { now } = this.#world.time;
    const said = this.someWait ? await line.runUnlessLocked(statement, now) : await line.run(statement, now);
    if (said !== "waits" && said !== "locked") {
      await ended(said);
      if (!line.isInTransaction) await this.letWaitersGoOn();
      return;
    }
    this.#world.tell(`  @${life.process} waits: ${shortly(statement.text)}`);
    if (session) session.behind ??= [];
    const goOn: Tell = async (afterAll) => {
      const behind = session?.behind ?? [];
      if (session) session.behind = undefined;
      await ended(afterAll);
      for (const next of behind) await next();
    };
    if (said === "waits") this.#waiter = { line, tell: goOn };
    else this.#putInQueue(line, session, statement, goOn);
  }

  #putInQueue(line: Line, session: Session | undefined, statement: Statement, tell: Tell): void {
    this.#queue.push({
      tryAgain: () => this.#tryAgain(line, session, statement, tell),
      refuse: async () => {
        if (session) await this.#cut(session);
        await tell({
          error: Object.assign(new Error("deadlock detected"), {
            code: DEADLOCK,
          }),
        });
      },
    });
  }

  /** One of the queue, when a lock has been let go of. */
  async #tryAgain(line: Line, session: Session | undefined, statement: Statement, tell: Tell): Promise<void> {
    // Its connection is gone, and with it what it waited for.
    if (session?.isCut) return;
    const { now } = this.#world.time;
    const said = this.#waiter ? await line.runUnlessLocked(statement, now) : await line.run(statement, now);
    if (said === "waits") this.#waiter = { line, tell };
    else if (said === "locked") this.#putInQueue(line, session, statement, tell);
    else {
      await tell(said);
      if (!line.isInTransaction) this.#isFreed = true;
    }
  }

  /** Something has let go of its locks since somebody was last let go on. */
  #isFreed = false;

  /** After somebody has let go of locks: those who can have theirs now are carried on, in the order in which they came. */
  async letWaitersGoOn(): Promise<void> {
    do {
      this.#isFreed = false;
      const waiter = this.#waiter;
      if (waiter) {
        const said = await waiter.line.resume();
        if (said !== "waits") {
          this.#waiter = undefined;
          await waiter.tell(said);
          if (!waiter.line.isInTransaction) this.#isFreed = true;
        }
      }
      const queue = this.#queue;
      this.#queue = [];
      for (const { tryAgain } of queue) await tryAgain();
    } while (this.#isFreed && this.someWait);
  }

  /** Everybody who could let go of a lock waits for another: one of them has to give up. */
  async breakDeadlock(): Promise<void> {
    const victim = this.#queue.shift();
    if (!victim) throw new Error("A statement waits for a lock that nobody seems to hold");
    await victim.refuse();
    await this.letWaitersGoOn();
  }

  /** What a process that died leaves behind: its transactions end without effect, its waiting statements when they have their lock. */
  async forget(life: Life): Promise<void> {
    for (const session of [...this.#sessions]) if (session.life === life) await this.#cut(session);
  }

  /** The connection is gone, and PostgreSQL has noticed. */
  async #cut(session: Session): Promise<void> {
    this.#sessions.delete(session);
    if (session.isCut) return;
    session.isCut = true;
    const { line } = session;
    if (!line) return;
    const leave = async (): Promise<void> => {
      await line.rollBack();
      this.#database.giveBack(line);
    };
    if (this.#waiter?.line === line) this.#waiter.tell = leave;
    else {
      await leave();
      await this.letWaitersGoOn();
    }
  }

  #latency(): number {
    return this.#random.chance(0.02) ? this.#random.between(20, 400) : this.#random.next() * 4;
  }

  #fate({ text }: Statement): "lost before" | "answer lost" | "none" {
    if (text === "ROLLBACK" || !this.#random.chance(this.#world.weather.databaseFaults)) return "none";
    return this.#random.chance(0.5) ? "lost before" : "answer lost";
  }

  #note(life: Life, { text }: Statement, said: Said): void {
    const code = "error" in said ? String((said.error as { code?: unknown }).code) : "";
    if (code === DEADLOCK) this.#world.scandals.push(`a deadlock, in ${shortly(text)}`);
    const result = "error" in said ? `error ${code}` : String(said.answer.rowCount);
    this.#world.tell(`  @${life.process} ${shortly(text)} → ${result}`);
  }
}

const DEADLOCK = "40P01";

const shortly = (text: string): string => text.replace(/\s+/g, " ").trim().slice(0, 90);
