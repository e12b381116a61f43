import { writeSync } from "node:fs";
import { env } from "./env";

/** Set by next.config.mjs while it builds. In tests and scripts nobody has defined it. */
declare const __FAILPOINTS__: boolean | undefined;

/**
 * A place where this process may die, for `npm run kill`. In the build made for that, FAILPOINT=name:kill|throw|hang[:nth]
 * makes it end without a goodbye, throw, or stand still until SIGCONT, when it passes here for the nth time. In every other
 * build this function is empty, and a shop with that setting does not start.
 *
 * @param name `room:place`, unique in the whole source: the list of all places is read from it.
 */
export function failpoint(name: string): void {
  if (typeof __FAILPOINTS__ !== "undefined" && __FAILPOINTS__) strike(name);
}

let passed = 0;

function strike(name: string): void {
  const chosen = env().FAILPOINT;
  if (chosen?.name !== name || ++passed !== chosen.nth) return;
  writeSync(process.stderr.fd, `FAILPOINT ${name}\n`);
  switch (chosen.action) {
    case "kill":
      process.kill(process.pid, "SIGKILL");
      return;
    case "hang":
      process.kill(process.pid, "SIGSTOP");
      return;
    case "throw":
      throw new Error(`failpoint ${name}`);
  }
}
