import { Agent, type Dispatcher } from "undici";
import { chooseFate, fairFate, type Fate, type Operation } from "./fate.ts";
import { Exchange } from "./exchange.ts";
import { current, type Life } from "./life.ts";
import { Random } from "./random.ts";
import type { Simulator, SimulatorAnswer } from "./simulator.ts";
import { deny, spoil, tamper } from "./spoil.ts";
import type { World } from "./world.ts";

/** What a process heard from bKash, as far as it lived to hear it. */
interface Heard {
  operation: Operation;
  paymentID: string | undefined;
  at: number;
  status: number;
  body: string;
}

interface Call {
  operation: Operation;
  paymentID: string | undefined;
  method: "GET" | "POST";
  path: string;
  headers: Record<string, string>;
  body: string | undefined;
}

/** The wire between the shop's processes and bKash: every call meets the fate that the seed has for it. */
export class BkashLine {
  readonly heard: Heard[] = [];
  /** What was sent, whatever became of it. */
  readonly sent: {
    operation: Operation;
    paymentID: string | undefined;
    at: number;
  }[] = [];
  /** Receipt numbers of payments that went through, in their order. */
  readonly captured: string[] = [];
  readonly #world: World;
  readonly #simulator: Simulator;
  readonly #fates: Random;
  /** Payments that query denies until then. */
  readonly #denied = new Map<string, number>();
  /** Requests on their way, or whose effect is still being denied. */
  #unsettled = 0;
  isFair = false;
  #executes = 0;
  /** Tokens that were issued before are refused. */
  tokensRevokedAt = 0;

  constructor(world: World, simulator: Simulator) {
    this.#world = world;
    this.#simulator = simulator;
    this.#fates = new Random(world.seed, "fates");
  }

  /** Something that went wrong earlier is still going on. */
  get isUnsettled(): boolean {
    return this.#unsettled > 0;
  }

  dispatch(options: Dispatcher.DispatchOptions, handler: Dispatcher.DispatchHandler, life: Life): boolean {
    const call = readCall(options);
    const exchange = new Exchange(handler);
    let death: "before" | "after" | undefined;
    try {
      death = this.#world.reach(life);
    } catch (error) {
      exchange.fail(error as Error);
      return true;
    }
    if (death === "before") {
      this.#world.time.after(0, () => this.#world.kill(life));
      return true;
    }
    const hear = (died: Error): void => exchange.fail(died);
    life.waiting.add(hear);
    exchange.whenDone = () => void life.waiting.delete(hear);
    exchange.begin();
    void this.#send(life, call, exchange, death === "after");
    return true;
  }

  #send(life: Life, call: Call, exchange: Exchange, dies: boolean): void {
    const { time, weather } = this.#world;
    const fate = this.isFair
      ? fairFate(this.#fates)
      : chooseFate(this.#fates, weather, call.operation, this.#executes);
    this.#world.tell(`  @${life.process} ${call.operation}: ${fate.name}`);
    this.sent.push({
      operation: call.operation,
      paymentID: call.paymentID,
      at: time.now,
    });
    let answer: SimulatorAnswer | undefined;
    if (fate.arrivesAfterMs !== undefined) {
      this.#unsettled++;
      time.after(fate.arrivesAfterMs, async () => {
        this.#unsettled--;
        answer = await this.#arrive(call, fate);
      });
    }
    if (fate.answersAfterMs === undefined) {
      if (dies) time.after(fate.arrivesAfterMs ?? 1, () => this.#world.kill(life));
      return;
    }
    time.after(fate.answersAfterMs, async () => {
      if (dies) return this.#world.kill(life);
      if (life.isDead || exchange.isDone) return;
      this.#answer(life, call, exchange, fate, answer);
    });
  }

  async #arrive(call: Call, fate: Fate): Promise<SimulatorAnswer> {
    const { time } = this.#world;
    const body = fate.isTampered && call.body ? tamper(call.body, 1) : call.body;
    const answer = await this.#simulator.call(time.now, { ...call, body });
    this.#world.tell(`  bKash ${call.operation} → ${answer.status} ${summary(answer.body)}`);
    const trxID = call.operation === "execute" && /"trxID":"(\w+)"/.exec(answer.body)?.[1];
    if (trxID && !this.captured.includes(trxID)) this.captured.push(trxID);
    if (fate.deniedForMs && call.paymentID) {
      this.#denied.set(call.paymentID, time.now + fate.deniedForMs);
      this.#unsettled++;
      time.after(fate.deniedForMs, () => void this.#unsettled--);
    }
    const isDenied = call.operation === "query" && time.now < (this.#denied.get(call.paymentID ?? "") ?? 0);
    if (isDenied) return { ...answer, body: deny(answer.body) };
    return fate.isTampered ? { ...answer, body: tamper(answer.body, -1) } : answer;
  }

  #answer(life: Life, call: Call, exchange: Exchange, fate: Fate, real: SimulatorAnswer | undefined): void {
    const spoiled = spoil(fate.spoiled, real);
    if (spoiled === "reset") {
      exchange.fail(
        Object.assign(new Error("read ECONNRESET"), {
          code: "ECONNRESET",
          errno: -104,
          syscall: "read",
        }),
      );
      return;
    }
    const { status, headers, body, isCut } = spoiled;
    if (!isCut)
      this.heard.push({
        operation: call.operation,
        paymentID: call.paymentID,
        at: this.#world.time.now,
        status,
        body,
      });
    this.#world.tell(`  @${life.process} hears of ${call.operation}: ${status} ${summary(body)}`);
    exchange.respond(status, headers, body, isCut);
  }
}

/** From now on, what the shop sends goes through the wire of the world that `line` names; the harness's own calls do not. */
export function tapUndici(line: () => BkashLine): void {
  const real = Agent.prototype.dispatch;
  Agent.prototype.dispatch = function (this: Agent, options, handler) {
    const life = current.getStore();
    return life
      ? line().dispatch(options as Dispatcher.DispatchOptions, handler, life)
      : real.call(this, options, handler);
  };
}

const PATHS: readonly [RegExp, Operation][] = [
  [/\/token\/(grant)$/, "grant"],
  [/\/token\/(refresh)$/, "refresh"],
  [/\/payment\/(create)$/, "create"],
  [/\/payment\/execute\/(\w+)$/, "execute"],
  [/\/payment\/query\/(\w+)$/, "query"],
  [/\/payment\/(refund)$/, "refund"],
  [/(SimpleNotificationService)/, "certificate"],
];

function readCall({ path, method, headers, body }: Dispatcher.DispatchOptions): Call {
  const found = PATHS.map(([shape, operation]) => ({
    operation,
    id: shape.exec(path)?.[1],
  })).find(({ id }) => id !== undefined);
  if (!found) throw new Error(`The wire does not know ${path}`);
  const text = typeof body === "string" ? body : undefined;
  const fields = (text ? JSON.parse(text) : {}) as {
    paymentID?: string;
    amount?: string;
  };
  const isRefundStatus = found.operation === "refund" && fields.amount === undefined;
  return {
    operation: isRefundStatus ? "refundStatus" : found.operation,
    paymentID: found.operation === "execute" || found.operation === "query" ? found.id : fields.paymentID,
    method: method as "GET" | "POST",
    path,
    headers: (headers ?? {}) as Record<string, string>,
    body: text,
  };
}

const summary = (body: string): string =>
  /"(?:transactionStatus|errorCode|statusCode|message|msg)":"([^"]*)"/.exec(body)?.[1] ??
  `${body.length > 40}`;
