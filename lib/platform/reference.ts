import { AsyncLocalStorage } from "node:async_hooks";
import { randomUUID } from "node:crypto";

/** What every line of the log says besides: so that all lines of one request, order or payment are found by one word. */
export interface Reference {
  /** Of the request, or of the run of a job. The one that is told to people: they quote it. */
  requestId: string;
  orderNumber?: string;
  paymentId?: string;
  job?: string;
}

/** Server, routes and jobs are bundled apart, and all speak of the same request. */
const store = globalThis as { __shopReference?: AsyncLocalStorage<Reference> };
const storage = (): AsyncLocalStorage<Reference> => (store.__shopReference ??= new AsyncLocalStorage());

export const currentReference = (): Readonly<Reference> | undefined => storage().getStore();

/** Runs something under a reference of its own: that of its surroundings, and what is given. */
export function withReference<Result>(given: Partial<Reference>, run: () => Result): Result {
  const surroundings = currentReference();
  return storage().run({ requestId: randomUUID(), ...surroundings, ...given }, run);
}

/** Says what the present request or job is about, as soon as that is known. Outside of both it does nothing. */
export function referTo(found: { orderNumber?: string; paymentId?: string }): void {
  const current = storage().getStore();
  if (current) Object.assign(current, found);
}

const PLAIN_ID = /^[\w.-]{8,64}$/;
/** W3C Trace Context: version, trace id, parent id, flags. */
const TRACE_PARENT = /^[\da-f]{2}-([\da-f]{32})-[\da-f]{16}-[\da-f]{2}$/;

/**
 * What a request is called: the name that a proxy gave it (`x-request-id`), else that of its trace (`traceparent`), else a
 * new one. A name that is no plain word is not taken over: it stands in logs and answers.
 */
export function requestIdOf(header: (name: string) => string | null): string {
  const given = header("x-request-id");
  if (given !== null && PLAIN_ID.test(given)) return given;
  return TRACE_PARENT.exec(header("traceparent") ?? "")?.[1] ?? randomUUID();
}
