import type { Hono } from "hono";
import type { NodeEnv } from "../api/gateway.ts";
import { playScenario, SCENARIOS } from "../scenarios.ts";
import type { Simulator } from "../simulator.ts";
import { restoreSnapshot, takeSnapshot } from "../snapshot.ts";
import { reportFault, reportHealth } from "./report.ts";
import { complain, readObject } from "./respond.ts";

/** The whole state, to be kept and brought back, and named situations to be put into. */
export function addState(control: Hono<NodeEnv>, simulator: Simulator): void {
  control.get("/snapshot", (c) =>
    c.body(takeSnapshot(simulator), 200, { "content-type": "application/json" }),
  );
  control.post("/snapshot", async (c) => {
    const wrong = restoreSnapshot(simulator, await c.req.text());
    return wrong
      ? complain(c, 400, `This snapshot cannot be used. ${wrong}`)
      : c.json(reportHealth(simulator));
  });
  control.get("/scenarios", (c) => c.json({ scenarios: SCENARIOS }));
  control.post("/scenarios/:name", async (c) => {
    const body = await readObject(c);
    if (typeof body === "string") return complain(c, 400, body);
    const played = playScenario(simulator, c.req.param("name"), body);
    if (typeof played === "string") return complain(c, 400, played);
    const { scenario, faults } = played;
    return c.json({ ...scenario, faults: faults.map(reportFault), settings: simulator.settings });
  });
}
