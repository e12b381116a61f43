// What the shop is told through its environment. The real environment wins, then a `.env` in the project, then these.
import { randomBytes } from "node:crypto";
import { existsSync } from "node:fs";
import { readJson, writeJson } from "./keep.mjs";
import { inData, inProject } from "./project.mjs";
import { Trouble } from "./trouble.mjs";

const secret = () => randomBytes(32).toString("base64url");

export function loadDotEnv() {
  if (existsSync(inProject(".env"))) process.loadEnvFile(inProject(".env"));
}

/** Made once and kept: new ones would sign everybody out and make stored tokens unreadable. */
function keptSecrets() {
  const file = inData("secrets.json");
  const kept = readJson(file);
  if (!kept && existsSync(file))
    throw new Trouble(`${file} is damaged.`, {
      wayOut: "Delete it: new secrets are made, and the merchant's password is a new one.",
    });
  const made = {
    NEXTAUTH_SECRET: secret(),
    TOKEN_ENCRYPTION_KEY: secret(),
    CRON_SECRET: secret(),
    DEMO_MERCHANT_EMAIL: "merchant@example.com",
    DEMO_MERCHANT_PASSWORD: randomBytes(9).toString("base64url"),
    ...kept,
  };
  if (Object.keys(made).length !== Object.keys(kept ?? {}).length) writeJson(file, made);
  return made;
}

/** The simulator's own credentials: they open nothing but play money. */
const simulatorCredentials = {
  BKASH_USERNAME: "sandboxTestUser",
  BKASH_PASSWORD: "simulator-password",
  BKASH_APP_KEY: "simulator-app-key",
  BKASH_APP_SECRET: "simulator-app-secret",
};

function pick(defaults) {
  return Object.fromEntries(
    Object.entries(defaults).map(([name, value]) => [name, process.env[name] || value]),
  );
}

/** The shop's whole environment, for a shop on this machine. */
export function shopSettings({ port, simulatorPort, databaseUrl }) {
  const origin = process.env.APP_URL || `http://localhost:${port}`;
  return {
    ...pick({ ...keptSecrets(), BKASH_MODE: "simulator", APP_URL: origin, NEXTAUTH_URL: origin }),
    ...(usesSimulator() ? pick(simulatorCredentials) : {}),
    DATABASE_URL: databaseUrl,
    SIMULATOR_PORT: String(simulatorPort),
    PORT: String(port),
  };
}

export const usesSimulator = () => (process.env.BKASH_MODE || "simulator") === "simulator";

/** Nobody listens there: what must not need a database gets this one, whatever the person's own DATABASE_URL is. */
export const NO_DATABASE = "postgresql://nobody:nobody@127.0.0.1:1/none";

/** For tests: nothing of the person's own settings, and secrets that need no keeping. */
export const testSettings = ({ port, simulatorPort, databaseUrl }) => ({
  ...simulatorCredentials,
  NEXTAUTH_SECRET: secret(),
  TOKEN_ENCRYPTION_KEY: secret(),
  CRON_SECRET: secret(),
  DEMO_MERCHANT_EMAIL: "merchant@example.com",
  DEMO_MERCHANT_PASSWORD: "merchant-of-the-tests",
  BKASH_MODE: "simulator",
  APP_URL: `http://localhost:${port}`,
  NEXTAUTH_URL: `http://localhost:${port}`,
  DATABASE_URL: databaseUrl,
  SIMULATOR_PORT: String(simulatorPort),
  PORT: String(port),
  // Hundreds of shoppers who have no address: they are counted as in life, but not refused.
  ORDERS_PER_SESSION: "1000000",
  ORDERS_PER_ADDRESS: "1000000",
  PAYMENTS_PER_SESSION: "1000000",
  PAYMENTS_PER_ADDRESS: "1000000",
  QUESTIONS_PER_SECOND: "1000000",
});
