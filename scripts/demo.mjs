// `npm run demo` and `npm run dev`. This file has to be readable for any Node, so that an old one gets a sentence and not a
// syntax error; the work is in setup/demo.mjs.
var version = process.versions.node.split(".").map(Number);
if (version[0] > 20 || (version[0] === 20 && version[1] >= 12)) {
  import("./setup/demo.mjs");
} else {
  console.error("\n✗ Node " + process.versions.node + " is too old: Node 20.12 or newer is needed to begin.");
  console.error("  (The shop then runs on a Node 24 of its own.)");
  console.error(
    "  → Get one from https://nodejs.org, or with nvm: nvm install 24, and run the command again.\n",
  );
  process.exitCode = 1;
}
