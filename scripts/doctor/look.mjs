import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { inProject } from "../setup/project.mjs";
import { loadDotEnv } from "../setup/settings.mjs";
import { examineDatabase } from "./database.mjs";
import { examineEnvironment, examinePictures, examineStore } from "./rules.mjs";

const LOGOS = [
  "public/art/logo.svg",
  "public/art/logo-on-dark.svg",
  "public/art/icon.svg",
  "public/art/hero.svg",
];

const digest = (path) =>
  existsSync(inProject(path))
    ? createHash("sha256")
        .update(readFileSync(inProject(path)))
        .digest("hex")
        .slice(0, 16)
    : null;

loadDotEnv();
const { store } = await import("../../store.config.ts");
const findings = [
  ...examineStore(store),
  ...examinePictures(Object.fromEntries(LOGOS.map((path) => [path, digest(path)]))),
  ...examineEnvironment(process.env),
  ...(await examineDatabase(process.env.DATABASE_URL)),
];
for (const { isGrave, what, where } of findings)
  console.log(`${isGrave ? "✗" : "!"} ${what}\n    → ${where}`);
const grave = findings.filter(({ isGrave }) => isGrave).length;
console.log(
  grave
    ? `\n${grave} things to put right before real people buy here (✗), ${findings.length - grave} to think about (!).`
    : `\n✓ Nothing of the template is left where shoppers or money would meet it. ${findings.length} things to think about.`,
);
process.exitCode = grave ? 1 : 0;
