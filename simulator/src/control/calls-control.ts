import type { Context, Hono } from "hono";
import type { NodeEnv } from "../api/gateway.ts";
import type { WantedCalls } from "../calls.ts";
import { originOf } from "../origin.ts";
import type { Simulator } from "../simulator.ts";
import { callStream } from "./call-stream.ts";
import { asHar } from "./har.ts";
import { reportCall, reportExchange } from "./report-call.ts";
import { complain } from "./respond.ts";

const HAR_NAME = 'attachment; filename="bkash-simulator.har"';

/** What was asked and answered: as a list, one by one, live, and as a file for other tools. */
export function addCalls(control: Hono<NodeEnv>, simulator: Simulator): void {
  const { calls, payments } = simulator;
  control.get("/calls", (c) => {
    const wanted = readWanted(c);
    // A payment's timeline comes with headers and bodies; thousands of calls do so only when asked to.
    const isWhole = wanted.paymentID !== undefined || c.req.query("whole") === "true";
    const report = isWhole ? reportExchange : reportCall;
    return c.json({
      ...calls.summary(),
      paymentsExecutedTwice: payments.executedTwice,
      calls: calls.list(wanted).map(report),
    });
  });
  control.get("/calls/stream", (c) => {
    const after = Number(c.req.header("last-event-id") ?? c.req.query("after") ?? NaN);
    const headers = { "content-type": "text/event-stream", "cache-control": "no-store" };
    return new Response(callStream(calls, readWanted(c), after), { headers });
  });
  control.get("/calls/:number{[0-9]+}", (c) => {
    const call = calls.find(Number(c.req.param("number")));
    return call
      ? c.json(reportExchange(call))
      : complain(c, 404, "No such call is kept. GET calls lists those that are.");
  });
  control.get("/calls.har", (c) =>
    c.json(asHar(calls.list(readWanted(c)), originOf(c.req.url)), 200, { "content-disposition": HAR_NAME }),
  );
}

const readWanted = (c: Context<NodeEnv>): WantedCalls => ({
  paymentID: c.req.query("paymentID"),
  operation: c.req.query("operation"),
});
