import { runStages } from "./run-stages.mjs";

await runStages(["types", "lint", "format", "knip", "scripts", "unit"], { hasDatabase: false });
