import { runStages } from "./run-stages.mjs";
import { stages } from "./stages.mjs";

await runStages(Object.keys(stages), { hasDatabase: true });
