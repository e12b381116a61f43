// bKash's script needs jQuery as a global. The shop serves its own copy, pinned by package.json, and no stranger's server.
import { copyFileSync, existsSync, mkdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { inProject } from "./setup/project.mjs";

export function vendorJquery() {
  const { version } = JSON.parse(readFileSync(inProject("node_modules/jquery/package.json"), "utf8"));
  const copy = inProject(`public/vendor/jquery-${version}.min.js`);
  if (existsSync(copy)) return copy;
  mkdirSync(inProject("public/vendor"), { recursive: true });
  copyFileSync(inProject("node_modules/jquery/dist/jquery.min.js"), copy);
  return copy;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) console.log(vendorJquery());
