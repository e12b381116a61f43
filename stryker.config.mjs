// For `npm run mutation`, which says what to mutate: scripts/mutation/parts.mjs.
const part = process.env.MUTATION_PART ?? "decide";

const config = {
  testRunner: "jest",
  jest: {
    configFile: "jest.config.mjs",
    config: { testMatch: JSON.parse(process.env.MUTATION_TESTS ?? "[]") },
    enableFindRelatedTests: false,
  },
  plugins: ["@stryker-mutator/jest-runner", "./scripts/mutation/ignore-failpoints.mjs"],
  ignorers: ["failpoints"],
  mutate: JSON.parse(process.env.MUTATE ?? "[]"),
  coverageAnalysis: "perTest",
  // Jest gives tests of one worker one database.
  concurrency: process.env.TEST_TEMPLATE_URL ? 1 : 2,
  timeoutMS: 30_000,
  tempDirName: `.data/mutation/${part}`,
  ignorePatterns: [".data", ".next", "public", "test-results", "bench", "docs", "e2e"],
  reporters: ["clear-text", "json", "progress"],
  clearTextReporter: { allowColor: false, reportTests: false, logTests: false },
  jsonReporter: { fileName: `.data/reports/mutation-${part}.json` },
  thresholds: { high: 95, low: 90, break: 90 },
  allowEmpty: false,
  disableTypeChecks: true,
};

export default config;
