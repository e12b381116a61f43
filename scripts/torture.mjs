// `npm run torture`: scripts/torture/main.ts on the Node that the project brings along.
import { spawn } from "node:child_process";
import { childEnvironment, inProject, pinnedNode, root } from "./setup/project.mjs";

const child = spawn(
  pinnedNode(),
  ["--import", "tsx", inProject("scripts/torture/main.ts"), ...process.argv.slice(2)],
  { cwd: root, env: childEnvironment(), stdio: "inherit" },
);
// Ctrl-C reaches both; the child ends what it has started, and then this ends.
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => child.kill(signal));
child.once("exit", (code, signal) => process.exit(code ?? (signal ? 1 : 0)));
