import type { Call } from "../call.ts";
import { isWanted, type Calls, type WantedCalls } from "../calls.ts";
import { reportExchange } from "./report-call.ts";

/** Proxies and browsers give up on a silent connection; a comment now and then keeps it. */
const ALIVE_EVERY_MS = 15_000;
/** A reader that is this many messages behind is let go; it comes back with the number that it saw last. */
const MOST_UNREAD = 2_000;

/**
 * Server-sent events: `call` with a call as GET calls/{number} reports it, once when it arrives and once when it is
 * answered, with its number as the id; `reset` when all calls were forgotten.
 * @param after send the kept calls above this number first; NaN = none of them.
 */
export function callStream(calls: Calls, wanted: WantedCalls, after: number): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  let stop = (): void => undefined;
  const start = (controller: ReadableStreamDefaultController<Uint8Array>): void => {
    const send = (text: string): void => {
      if ((controller.desiredSize ?? 0) < -MOST_UNREAD) {
        stop();
        controller.close();
        return;
      }
      controller.enqueue(encoder.encode(text));
    };
    const sendCall = (call: Call): void => {
      if (isWanted(call, wanted))
        send(`id: ${call.number}\nevent: call\ndata: ${JSON.stringify(reportExchange(call))}\n\n`);
    };
    const alive = setInterval(() => send(": still here\n\n"), ALIVE_EVERY_MS).unref();
    const unlisten = calls.listen((call) => (call ? sendCall(call) : send("event: reset\ndata: {}\n\n")));
    stop = () => {
      clearInterval(alive);
      unlisten();
    };
    send("retry: 1000\n\n");
    for (const call of calls.list(wanted)) if (call.number > after) sendCall(call);
  };
  return new ReadableStream({ start, cancel: () => stop() });
}
