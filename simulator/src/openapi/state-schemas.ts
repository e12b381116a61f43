import { listOf, mapOf, object, ref, text, type Schema } from "./schema.ts";

const anything: Schema = {};
const described = { name: text(), about: text(), "steps?": listOf(text("what a person does in it")) };

/** The whole state, and named situations. */
export const STATE_SCHEMAS: Readonly<Record<string, Schema>> = {
  Snapshot: object({
    kind: text(),
    version: { type: "integer" },
    sha256: text("of `state` as JSON", "[0-9a-f]{64}"),
    state: mapOf(anything),
  }),
  Scenarios: object({
    scenarios: listOf(
      object({
        ...described,
        settings: mapOf(anything),
        faults: listOf(mapOf(anything)),
      }),
    ),
  }),
  ScenarioWish: object({ "seed?": { type: "integer", minimum: 0 } }),
  ScenarioPlayed: object({ ...described, settings: ref("Settings"), faults: listOf(ref("Fault")) }),
};
