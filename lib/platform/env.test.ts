import { EnvironmentError, logLevel, appUrl, databaseSettings, readEnvironment } from "./env";

const SETTINGS = {
  DATABASE_URL: "postgresql://shop:pw@localhost:5432/shop",
  APP_URL: "http://localhost:3000",
  NEXTAUTH_SECRET: "n".repeat(32),
  TOKEN_ENCRYPTION_KEY: Buffer.alloc(32, 1).toString("base64url"),
  CRON_SECRET: "c".repeat(32),
  BKASH_MODE: "simulator",
  BKASH_APP_KEY: "key",
  BKASH_APP_SECRET: "app-secret-canary",
  BKASH_USERNAME: "user",
  BKASH_PASSWORD: "password-canary",
};

/** The complaint about these settings; empty when there is none. */
function complaint(changed: Record<string, string | undefined>): string {
  try {
    readEnvironment({ ...SETTINGS, ...changed });
    return "";
  } catch (error) {
    if (error instanceof EnvironmentError) return error.message;
    throw error;
  }
}

/** Does something while this process has other variables. */
function withVariables<T>(variables: Record<string, string>, look: () => T): T {
  const before = { ...process.env };
  try {
    Object.assign(process.env, variables);
    return look();
  } finally {
    process.env = before;
  }
}

test("money is taken at once unless the shop says that it be set aside first, in bKash's own word", () => {
  expect(readEnvironment(SETTINGS).BKASH_INTENT).toBe("sale");
  expect(readEnvironment({ ...SETTINGS, BKASH_INTENT: "authorization" }).BKASH_INTENT).toBe("authorization");
  expect(complaint({ BKASH_INTENT: "authorisation" })).toContain("BKASH_INTENT");
});

test("a shop with the simulator starts on localhost, and what is not said has its default", () => {
  expect(readEnvironment(SETTINGS)).toMatchObject({
    BKASH_MODE: "simulator",
    DATABASE_POOL: 10,
    SETTLE_WINDOW_SECONDS: 120,
    SIMULATOR_PORT: 4010,
    DEMO_STORE: "0",
    LOG_LEVEL: "info",
  });
});

test.each(Object.keys(SETTINGS))(
  "without %s the shop does not start, and says which setting is missing",
  (name) => {
    for (const nothing of [undefined, ""])
      expect(complaint({ [name]: nothing })).toContain(`${name}: is missing`);
  },
);

test("every wrong setting is told at once", () => {
  const told = complaint({
    APP_URL: "shop",
    CRON_SECRET: "short",
    BKASH_MODE: undefined,
    DATABASE_POOL: "0",
  });
  for (const name of ["APP_URL", "CRON_SECRET", "BKASH_MODE", "DATABASE_POOL"]) expect(told).toContain(name);
});

test("a complaint repeats no secret", () => {
  const told = complaint({
    NEXTAUTH_SECRET: "canary",
    CRON_SECRET: "canary",
    TOKEN_ENCRYPTION_KEY: "canary",
    DATABASE_URL: "mysql://user:canary@host/db",
    BKASH_MODE: "canary",
  });
  expect(told.split("\n")).toHaveLength(6);
  expect(told).not.toContain("canary");
});

test.each([
  ["DATABASE_URL", ["mysql://localhost/shop", "localhost:5432", "postgresql"]],
  ["APP_URL", ["shop.example", "ftp://shop.example", "javascript:alert(1)", "//shop.example"]],
  ["NEXTAUTH_SECRET", ["x".repeat(31)]],
  ["CRON_SECRET", ["x".repeat(31)]],
  [
    "TOKEN_ENCRYPTION_KEY",
    ["x".repeat(32), Buffer.alloc(31).toString("base64url"), Buffer.alloc(33).toString("hex")],
  ],
  ["BKASH_MODE", ["Live", "production", "0"]],
  ["SETTLE_WINDOW_SECONDS", ["-1", "3601", "1.5", "two minutes"]],
  ["SIMULATOR_PORT", ["0", "65536", "http"]],
  ["DATABASE_POOL", ["0", "101", "many"]],
  ["DEMO_STORE", ["yes", "true"]],
  ["LOG_LEVEL", ["verbose", "INFO"]],
  ["NODE_ENV", ["staging"]],
  ["FAILPOINT", ["claimed", "execute:claimed", "execute:claimed:stop", "execute:claimed:kill:0"]],
])("%s does not accept %j", (name, wrong) => {
  for (const value of wrong) expect(complaint({ [name]: value })).toContain(`${name}: `);
});

test("an ordinary build does not start when it is told where to die", () => {
  expect(complaint({ FAILPOINT: "execute:claimed:kill" })).toContain("FAILPOINT: is for the build of");
});

test("a settle window of 0 is bKash's literal rule and allowed", () => {
  expect(readEnvironment({ ...SETTINGS, SETTLE_WINDOW_SECONDS: "0" }).SETTLE_WINDOW_SECONDS).toBe(0);
});

test.each([
  "https://shop.example",
  "http://192.168.1.5:3000",
  "https://localhost.shop.example",
  "http://0.0.0.0",
])("at %s simulated money is refused, unless the shop says that it ships nothing", (APP_URL) => {
  expect(complaint({ APP_URL })).toMatch(/BKASH_MODE: simulator takes no real money/);
  expect(complaint({ APP_URL, DEMO_STORE: "1" })).toBe("");
});

test("real money is taken over https only", () => {
  for (const APP_URL of ["http://shop.example", "http://localhost:3000"])
    expect(complaint({ APP_URL, BKASH_MODE: "live" })).toMatch(/APP_URL: must begin with https/);
  expect(complaint({ APP_URL: "https://shop.example", BKASH_MODE: "live" })).toBe("");
});

test.each(["http://localhost:3000", "http://127.0.0.1:3000", "http://[::1]:3000", "https://localhost"])(
  "at %s simulated money is fine",
  (APP_URL) => {
    expect(complaint({ APP_URL })).toBe("");
  },
);

test("without a database it is said which setting is missing", () => {
  expect(() => withVariables({ DATABASE_URL: "" }, databaseSettings)).toThrow("DATABASE_URL is missing");
});

test("a setting that is there but empty counts as not set", () => {
  expect(withVariables({ APP_URL: "" }, () => appUrl().href)).toBe("http://localhost:3000/");
  expect(withVariables({ LOG_LEVEL: "", NODE_ENV: "production" }, logLevel)).toBe("info");
});

test.each([
  [
    "arn:aws:sns:ap-southeast-1:123456789012:bpt_01711",
    ["arn:aws:sns:ap-southeast-1:123456789012:bpt_01711"],
  ],
  [
    "arn:aws:sns:ap-southeast-1:123456789012:a, arn:aws:sns:us-east-1:123456789012:b",
    ["arn:aws:sns:ap-southeast-1:123456789012:a", "arn:aws:sns:us-east-1:123456789012:b"],
  ],
])("bKash's messages come from %s", (BKASH_WEBHOOK_TOPIC_ARN, topics) => {
  expect(readEnvironment({ ...SETTINGS, BKASH_WEBHOOK_TOPIC_ARN })).toMatchObject({
    BKASH_WEBHOOK_TOPIC_ARN: topics,
  });
});

test.each([
  "*",
  "arn:aws:sns:*:123456789012:a",
  "arn:aws:sqs:ap-southeast-1:123456789012:a",
  "arn:aws:sns:x.evil.example:123456789012:a",
])("a shop does not start with %s as the topic of bKash's messages", (BKASH_WEBHOOK_TOPIC_ARN) => {
  expect(complaint({ BKASH_WEBHOOK_TOPIC_ARN })).toContain("BKASH_WEBHOOK_TOPIC_ARN: must be arn:aws:sns");
});
