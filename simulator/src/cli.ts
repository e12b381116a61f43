import { parseArgs } from "node:util";
import type { Credentials } from "./tokens.ts";

export interface CommandLine {
  readonly port: number;
  readonly host: string;
  readonly isQuiet: boolean;
  readonly isAuto: boolean;
  /** Path of the file that keeps the state. */
  readonly stateFile: string | undefined;
  readonly publicUrl: string | undefined;
  readonly allowRemoteWebhooks: boolean;
  readonly credentials: Credentials;
}

type Environment = Readonly<Record<string, string | undefined>>;

export const USAGE = `Usage: bkash-simulator [options]

  --port <number>        default: SIMULATOR_PORT or 4010
  --host <address>       default: 127.0.0.1 (reachable as localhost)
  --public-url <origin>  origin to name in answers and in the script, e.g. https://bkash.test
  --allow-remote-webhooks      webhooks may leave this machine
  --auto                 the payment window fills itself in: for demos
  --state <file>         keep payments, wallets and switches over a restart
  --quiet                print the ready line only
  --i-know-this-is-not-bkash   start although NODE_ENV is production
  --help

Credentials: BKASH_USERNAME, BKASH_PASSWORD, BKASH_APP_KEY, BKASH_APP_SECRET in the environment.`;

/** @returns what to do, or a sentence to show and to stop with; the usage text for --help. */
export function readCommandLine(args: string[], env: Environment): CommandLine | string {
  let values;
  try {
    ({ values } = parseArgs({
      args,
      options: {
        port: { type: "string" },
        host: { type: "string", default: "127.0.0.1" },
        "public-url": { type: "string" },
        "allow-remote-webhooks": { type: "boolean", default: false },
        auto: { type: "boolean", default: false },
        state: { type: "string" },
        quiet: { type: "boolean", default: false },
        "i-know-this-is-not-bkash": { type: "boolean", default: false },
        help: { type: "boolean", default: false },
      },
    }));
  } catch (error) {
    return `${(error as Error).message}\n\n${USAGE}`;
  }
  if (values.help) return USAGE;
  if (env["NODE_ENV"] === "production" && !values["i-know-this-is-not-bkash"]) {
    return "This is a simulator: its payments are not real, and NODE_ENV is production. Unset NODE_ENV, or add --i-know-this-is-not-bkash.";
  }
  const port = Number(values.port ?? env["SIMULATOR_PORT"] ?? 4010);
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    return `"${values.port ?? env["SIMULATOR_PORT"]}" is not a port.`;
  const publicUrl = values["public-url"];
  if (publicUrl !== undefined && !isOrigin(publicUrl)) {
    return `--public-url takes an origin like http://localhost:4010, not "${publicUrl}".`;
  }
  return {
    port,
    host: values.host,
    isQuiet: values.quiet,
    isAuto: values.auto,
    stateFile: values.state,
    publicUrl,
    allowRemoteWebhooks: values["allow-remote-webhooks"],
    credentials: readCredentials(env),
  };
}

/** Fixed defaults, so that a shop's example configuration works as it stands. */
function readCredentials(env: Environment): Credentials {
  return {
    username: env["BKASH_USERNAME"] || "sandboxTestUser",
    password: env["BKASH_PASSWORD"] || "simulator-password",
    appKey: env["BKASH_APP_KEY"] || "simulator-app-key",
    appSecret: env["BKASH_APP_SECRET"] || "simulator-app-secret",
  };
}

function isOrigin(text: string): boolean {
  return URL.canParse(text) && new URL(text).origin === text;
}
