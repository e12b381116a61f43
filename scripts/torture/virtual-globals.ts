import { AsyncLocalStorage } from "node:async_hooks";
import { current } from "./life.ts";

/**
 * What a process knows of time and chance comes from its life, as long as the shop's own code is running; everything else
 * (the drivers, this harness) keeps the real things. Call it before any module of the shop is loaded.
 */
export function installVirtualGlobals(): void {
  installDate();
  installTimers();
  installAbortTimeout();
  const realNow = performance.now.bind(performance);
  // Real performance time begins with the process; a virtual one has no such beginning, and nobody asks for it.
  Object.defineProperty(performance, "now", {
    value: () => current.getStore()?.time.now ?? realNow(),
  });
  const realRandom = Math.random;
  Math.random = () => current.getStore()?.random.next() ?? realRandom();
}

function installDate(): void {
  const RealDate = globalThis.Date;
  const now = (): number => {
    const life = current.getStore();
    return life ? Math.round(life.time.now + life.skewMs) : RealDate.now();
  };
  globalThis.Date = new Proxy(RealDate, {
    construct: (target, given, newTarget) =>
      Reflect.construct(target, given.length === 0 ? [now()] : given, newTarget) as object,
    apply: () => new RealDate(now()).toString(),
    get: (target, property, receiver) =>
      property === "now" ? now : (Reflect.get(target, property, receiver) as unknown),
  });
}

/** Looks like Node's timer to those who ask it not to hold the process. */
class VirtualTimer {
  constructor(readonly cancel: () => void) {}
  ref(): this {
    return this;
  }
  unref(): this {
    return this;
  }
  hasRef(): boolean {
    return true;
  }
}

function installTimers(): void {
  const realSet = globalThis.setTimeout;
  const realClear = globalThis.clearTimeout;
  const set = (work: (...rest: unknown[]) => void, ms = 0, ...rest: unknown[]): unknown => {
    const life = current.getStore();
    if (!life) return realSet(work, ms, ...rest);
    const resume = AsyncLocalStorage.snapshot();
    return new VirtualTimer(
      life.time.after(ms, () => {
        if (!life.isDead) resume(work, ...rest);
      }),
    );
  };
  const clear = (timer: unknown): void => {
    if (timer instanceof VirtualTimer) timer.cancel();
    else realClear(timer as NodeJS.Timeout);
  };
  globalThis.setTimeout = Object.assign(set, realSet) as unknown as typeof setTimeout;
  globalThis.clearTimeout = clear as typeof clearTimeout;
}

function installAbortTimeout(): void {
  const realTimeout = AbortSignal.timeout.bind(AbortSignal);
  AbortSignal.timeout = (ms) => {
    const life = current.getStore();
    if (!life) return realTimeout(ms);
    const controller = new AbortController();
    const resume = AsyncLocalStorage.snapshot();
    life.time.after(ms, () => {
      if (life.isDead) return;
      resume(() =>
        controller.abort(new DOMException("The operation was aborted due to timeout", "TimeoutError")),
      );
    });
    return controller.signal;
  };
}
