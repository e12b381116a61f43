const SETTINGS = {
  DATABASE_URL: "postgresql://shop:pw@localhost:5432/shop",
  APP_URL: "http://localhost:3000",
  NEXTAUTH_SECRET: "n".repeat(32),
  TOKEN_ENCRYPTION_KEY: Buffer.alloc(32, 1).toString("base64url"),
  CRON_SECRET: "c".repeat(32),
  BKASH_MODE: "simulator",
  BKASH_APP_KEY: "key",
  BKASH_APP_SECRET: "secret",
  BKASH_USERNAME: "user",
  BKASH_PASSWORD: "password",
};

const build = globalThis as { __FAILPOINTS__?: boolean };

/** The module as a process with this setting loads it, in a build that has places to die at or has none. */
async function processWith(FAILPOINT: string, { hasFailpoints }: { hasFailpoints: boolean }) {
  jest.resetModules();
  Object.assign(process.env, SETTINGS, { FAILPOINT });
  build.__FAILPOINTS__ = hasFailpoints;
  return (await import("./failpoint")).failpoint;
}

const before = { ...process.env };
afterEach(() => {
  process.env = { ...before };
  delete build.__FAILPOINTS__;
});

test("the place that was chosen throws at the pass that was chosen, and at no other", async () => {
  const failpoint = await processWith("execute:claimed:throw:3", { hasFailpoints: true });
  const passes = [
    "execute:claimed",
    "execute:answered",
    "execute:claimed",
    "execute:claimed",
    "execute:claimed",
  ];
  const thrown = passes.map((name) => {
    try {
      failpoint(name);
      return false;
    } catch {
      return true;
    }
  });
  expect(thrown).toEqual([false, false, false, true, false]);
});

test("without a number it is the first pass", async () => {
  const failpoint = await processWith("execute:claimed:throw", { hasFailpoints: true });
  expect(() => failpoint("execute:claimed")).toThrow("execute:claimed");
});

test("an ordinary build passes every place, whatever the setting says", async () => {
  const failpoint = await processWith("execute:claimed:throw", { hasFailpoints: false });
  expect(() => failpoint("execute:claimed")).not.toThrow();
});
