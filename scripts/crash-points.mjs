// `npm run crash-points`: writes into docs/crash-points.md where the tests of each point are, and names points without any.
import { readFileSync, writeFileSync } from "node:fs";
import { findTests, readPoints, withPlaces } from "./crash-points/points.mjs";
import { inProject } from "./setup/project.mjs";

const file = inProject("docs/crash-points.md");
const table = withPlaces(readFileSync(file, "utf8"), findTests());
writeFileSync(file, table);

for (const { id, point, places } of readPoints(table))
  if (places.length === 0) {
    console.error(`${id} has no test: ${point}`);
    process.exitCode = 1;
  }
