import { defineConfig, devices } from "@playwright/test";
import { testSettings } from "./scripts/setup/settings.mjs";
import { launchOptions } from "./scripts/testing/browser.mjs";
import { store } from "./store.config";

// `npm test` and `npm run e2e` choose free ports and make a database. With one in DATABASE_URL, `npx playwright test` works too.
const port = Number(process.env.E2E_PORT ?? 3200);
const simulatorPort = Number(process.env.E2E_SIMULATOR_PORT ?? 4210);
const shop = `http://localhost:${port}`;
const simulator = `http://localhost:${simulatorPort}`;

const settings = testSettings({ port, simulatorPort, databaseUrl: process.env.DATABASE_URL ?? "" });
for (const [name, value] of Object.entries(settings)) process.env[name] ??= value; // the tests see what the shop sees
process.env.SIMULATOR_URL ??= simulator;

const node = JSON.stringify(process.execPath);
const piped = { stdout: "pipe", stderr: "pipe", reuseExistingServer: false, timeout: 60_000 } as const;

/**
 * What is tested in both languages is looked at in Bangla on a phone and in English on a desk: each language and each screen
 * once. What does not depend on the screen is tagged with the one it is looked at on, `@phone` or `@desk`. E2E_ALL=1 looks
 * at all four.
 */
const looksAtAll = process.env.E2E_ALL === "1";

/** What is about something that this shop does not offer is tagged with its name in `store.features`, and left out. */
const notOffered = Object.entries(store.features)
  .filter(([, isOffered]) => !isOffered)
  .map(([feature]) => new RegExp(`@${feature}\\b`));

export default defineConfig({
  testDir: "e2e",
  outputDir: process.env.E2E_RESULTS ?? ".data/test-results",
  globalSetup: "./e2e/support/stock-the-shop.ts",
  timeout: 60_000,
  expect: { timeout: 10_000 },
  workers: 1, // one shop, one simulator, one ledger
  forbidOnly: Boolean(process.env.CI),
  retries: process.env.CI ? 1 : 0, // a busy machine; what needed it is told in the summary
  reporter: [["list"], ["json", { outputFile: process.env.E2E_REPORT ?? ".data/reports/browser.json" }]],
  use: {
    baseURL: shop,
    timezoneId: "Asia/Dhaka",
    serviceWorkers: "block", // what the offline worker answers, a test could not intercept
    trace: "retain-on-failure",
    launchOptions: launchOptions(),
  },
  projects: [
    {
      name: "phone",
      testIgnore: "**/*.once.spec.ts", // what has no screen is tested once
      grepInvert: [...notOffered, ...(looksAtAll ? [] : [/\(en\)|@desk/])],
      use: {
        ...devices["Pixel 7"],
        viewport: { width: 360, height: 740 },
        deviceScaleFactor: 2,
      },
    },
    {
      name: "desktop",
      grepInvert: [...notOffered, ...(looksAtAll ? [] : [/\(bn\)|@phone/])],
      use: { viewport: { width: 1280, height: 800 } },
    },
  ],
  webServer: [
    {
      ...piped,
      command: `${node} simulator/src/main.ts --port ${simulatorPort}`,
      url: `${simulator}/__simulator/health`,
    },
    {
      ...piped,
      command: `${node} node_modules/next/dist/bin/next start -p ${port}`,
      url: `${shop}/api/health`,
    },
  ],
});
