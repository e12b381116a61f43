import { availableParallelism } from "node:os";
import { fileURLToPath } from "node:url";
import nextJest from "next/jest.js";

/** Packages that come as ES modules only: Jest loads the older kind and has to translate them. */
const ES_MODULES_ONLY = [
  "next-intl",
  "use-intl",
  "icu-minify",
  "intl-messageformat",
  "@formatjs",
  "cockatiel",
  "pg-boss",
  "serialize-error",
  "non-error",
];

/** @type {import("jest").Config} */
const config = {
  testEnvironment: fileURLToPath(
    new URL("scripts/testing/jest/own-database-environment.cjs", import.meta.url),
  ),
  roots: ["<rootDir>/lib", "<rootDir>/app"],
  setupFiles: ["<rootDir>/lib/testing/offer-everything.ts"],
  testMatch: ["**/*.test.ts", "**/*.test.tsx"],
  // Tests that end in .db.test.ts want a real PostgreSQL; `npm test` starts one and names it here.
  testPathIgnorePatterns: process.env.TEST_TEMPLATE_URL ? [] : ["\\.db\\.test\\.tsx?$"],
  moduleNameMapper: {
    "^@/(.*)$": "<rootDir>/$1",
    "^server-only$": "<rootDir>/node_modules/server-only/empty.js",
  },
  // Real PostgreSQL and real HTTP, beside whatever else the machine does.
  testTimeout: 20_000,
  maxWorkers: Math.max(2, availableParallelism() - 1),
};

const withNext = nextJest({ dir: "./" })(config);

export default async function jestConfig() {
  const whole = await withNext();
  return {
    ...whole,
    transformIgnorePatterns: [
      `/node_modules/(?!(${ES_MODULES_ONLY.join("|")})/)`,
      "^.+\\.module\\.(css|sass|scss)$",
    ],
  };
}
