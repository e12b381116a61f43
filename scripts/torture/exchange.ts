import type { Dispatcher } from "undici";

/** One HTTP exchange as undici's `request` sees it. */
export class Exchange implements Dispatcher.DispatchController {
  aborted = false;
  paused = false;
  reason: Error | null = null;
  rawHeaders = null;
  isDone = false;
  whenDone = (): void => undefined;
  readonly #handler: Dispatcher.DispatchHandler;

  constructor(handler: Dispatcher.DispatchHandler) {
    this.#handler = handler;
  }

  /** The request is on its way. */
  begin(): void {
    this.#handler.onRequestStart?.(this, {});
  }

  /** The shop has given up. */
  abort(reason: Error): void {
    this.aborted = true;
    this.reason = reason;
    this.fail(reason);
  }

  /** There will be no answer. */
  fail(error: Error): void {
    if (!this.#finish()) return;
    this.#handler.onResponseError?.(this, error);
  }

  /** @param isCut the connection breaks in the middle of the body. */
  respond(status: number, headers: Record<string, string>, body: string, isCut: boolean): void {
    if (!this.#finish()) return;
    this.#handler.onResponseStart?.(this, status, headers, "");
    this.#handler.onResponseData?.(this, Buffer.from(body));
    if (isCut) this.#handler.onResponseError?.(this, new Error("other side closed"));
    else this.#handler.onResponseEnd?.(this, {});
  }

  pause(): void {}
  resume(): void {}

  #finish(): boolean {
    if (this.isDone) return false;
    this.isDone = true;
    this.whenDone();
    return true;
  }
}
