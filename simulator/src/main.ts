import { createApp } from "./app.ts";
import { GOOD_WALLETS, SANDBOX_OTP, SANDBOX_PIN } from "./bank.ts";
import { readCommandLine, USAGE, type CommandLine } from "./cli.ts";
import { SCRIPT_PATH } from "./checkout/pages.ts";
import { describeMagic } from "./magic.ts";
import { serve, type RunningServer } from "./server.ts";
import { createSimulator } from "./simulator.ts";
import { StateFile, StateFileError } from "./state-file.ts";

function introduce(url: string, { credentials }: CommandLine): string {
  return `
  This is not bKash: no money moves here.

  API base      ${url}/v1.2.0-beta
  Checkout URL  ${url}/v1.2.0-beta/tokenized/checkout
  Script        ${url}${SCRIPT_PATH}
  Workbench     ${url}/
  Control API   ${url}/__simulator/health

  username      ${credentials.username}
  password      ${credentials.password}
  app key       ${credentials.appKey}
  app secret    ${credentials.appSecret}

  Wallets       ${GOOD_WALLETS.join("  ")}
  OTP ${SANDBOX_OTP}    PIN ${SANDBOX_PIN}

  Magic wallets, and how magic amounts end:
${magicTable()}
`;
}

const magicTable = (): string =>
  describeMagic()
    .map(({ wallet, amountEnding, about }) => `    ${wallet}  …${amountEnding}  ${about}`)
    .join("\n");

function explain(error: NodeJS.ErrnoException | StateFileError, { port, host }: CommandLine): string {
  if (error instanceof StateFileError) return error.message;
  if (error.code === "EADDRINUSE") {
    return `Port ${port} is taken. Stop the program that uses it, or choose another: --port ${port + 1}`;
  }
  return `Cannot listen on ${host}:${port}: ${error.message}`;
}

function stopOnSignal(server: RunningServer, stateFile: StateFile | undefined): void {
  for (const signal of ["SIGINT", "SIGTERM"] as const) {
    process.once(signal, () => {
      // Waits of slow faults must not hold the process, so it does not wait for them.
      void server.close().then(() => {
        stateFile?.write();
        process.exit(0);
      });
    });
  }
}

const command = readCommandLine(process.argv.slice(2), process.env);
if (typeof command === "string") {
  const isHelp = command === USAGE;
  (isHelp ? console.log : console.error)(command);
  process.exit(isHelp ? 0 : 1);
}

try {
  const simulator = createSimulator(command.credentials, command.isAuto ? { autoMode: true } : {});
  const stateFile = command.stateFile === undefined ? undefined : new StateFile(command.stateFile, simulator);
  stateFile?.load();
  const app = createApp(simulator, { ...command, onChange: stateFile && (() => stateFile.touch()) });
  const server = await serve(app.fetch, command.host, command.port);
  stopOnSignal(server, stateFile);
  const url = `http://localhost:${server.port}`;
  if (!command.isQuiet) console.log(introduce(url, command));
  console.log(`bKash simulator ready on ${url}`);
} catch (error) {
  console.error(explain(error as NodeJS.ErrnoException, command));
  process.exit(1);
}
