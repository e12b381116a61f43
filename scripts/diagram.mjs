// `npm run diagram`: draws docs/payment-states.md from the tables that the shop runs by. With --check it only compares.
import { readFileSync, writeFileSync } from "node:fs";
import { drawStates } from "./diagram/draw-states.mjs";
import { inProject } from "./setup/project.mjs";

const file = "docs/payment-states.md";
const drawn = await drawStates();

if (!process.argv.includes("--check")) {
  writeFileSync(inProject(file), drawn);
  console.log(`Drawn: ${file}`);
} else if (readFileSync(inProject(file), "utf8") !== drawn) {
  console.error(`${file} is not what the tables say. Draw it again with: npm run diagram`);
  process.exitCode = 1;
}
