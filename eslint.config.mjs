import next from "eslint-config-next/core-web-vitals";
import ts from "eslint-config-next/typescript";
import boundaries from "eslint-plugin-boundaries";

/**
 * The rooms of the house, most particular first, and the arrows between them: who may import whom. What is not written
 * here is not allowed. docs/architecture.md draws it; scripts/architecture.test.mjs plants a bad import for every arrow.
 */
const rooms = {
  // what people see
  ui: "app/_ui/**",
  i18n: "app/_i18n/**",
  session: "app/_session/**",
  security: "app/_security/**",
  actions: "app/_actions/**",
  api: "app/api/**",
  admin: "app/admin/**",
  shop: "app/[(]shop[)]/**",
  // what the shop knows
  kernel: "lib/kernel/**",
  platform: "lib/platform/**",
  badge: "lib/auth/merchant.ts",
  auth: "lib/auth/**",
  accounts: "lib/accounts/**",
  catalog: "lib/catalog/**",
  delivery: "lib/delivery/**",
  coupons: "lib/coupons/**",
  cart: "lib/cart/**",
  notifications: "lib/notifications/**",
  pictures: "lib/pictures/**",
  orders: "lib/orders/**",
  reviews: "lib/reviews/**",
  wishes: "lib/wishes/**",
  restock: "lib/restock/**",
  bkash: "lib/payments/providers/bkash/**",
  contract: "lib/payments/(payment-provider|wallet-tokens|wallet-webhooks|wallet-calls).ts",
  registry: "lib/payments/providers/*.ts",
  payments: "lib/payments/{*,self-check/*,statement/*}.ts",
  fulfilment: "lib/fulfilment/**",
  print: "lib/print/**",
  work: "lib/*.ts",
  database: "generated/prisma/**",
  // beside the shop
  settings: "store.config.ts",
  seed: "prisma/**",
  simulator: "simulator/**",
  testing: "lib/testing/**",
  e2e: "e2e/**",
};

const KNOWLEDGE = [
  "kernel",
  "badge",
  "auth",
  "accounts",
  "catalog",
  "delivery",
  "coupons",
  "cart",
  "notifications",
  "pictures",
  "orders",
  "reviews",
  "wishes",
  "restock",
  "payments",
  "fulfilment",
  "print",
  "contract",
  "registry",
];
const FRONT = ["ui", "i18n", "session", "actions", "settings", "platform", ...KNOWLEDGE];

const arrows = {
  ui: ["kernel"],
  i18n: ["kernel", "settings"],
  session: ["auth", "kernel", "platform"],
  // The one place that needs a wallet's hosts before there is a wallet.
  security: ["bkash", "platform", "ui"],
  actions: ["session", "i18n", "auth", "kernel", "platform"],
  shop: FRONT,
  admin: FRONT,
  api: ["session", "platform", "work", ...KNOWLEDGE],
  kernel: ["settings"],
  platform: ["kernel", "database", "settings"],
  /** The type that only a signed-in merchant can hand over. */
  badge: [],
  auth: ["badge", "kernel", "platform", "database"],
  /** Shoppers who keep their orders: what they had as guests comes with them. */
  accounts: ["auth", "cart", "delivery", "notifications", "kernel", "platform", "database"],
  catalog: ["kernel", "platform", "database"],
  delivery: ["kernel", "platform", "database"],
  coupons: ["badge", "kernel", "platform", "database"],
  cart: ["catalog", "coupons", "delivery", "kernel", "platform", "database"],
  notifications: ["badge", "settings", "kernel", "platform", "database"],
  pictures: [],
  // Money moves orders; orders never move money.
  orders: [
    "badge",
    "cart",
    "catalog",
    "coupons",
    "delivery",
    "notifications",
    "kernel",
    "platform",
    "database",
  ],
  reviews: ["badge", "orders", "kernel", "platform", "database"],
  restock: ["notifications", "kernel", "platform", "database"],
  wishes: ["catalog", "kernel", "platform", "database"],
  payments: ["badge", "registry", "contract", "notifications", "orders", "kernel", "platform", "database"],
  // Goods on their way: the door is where they meet the money.
  fulfilment: [
    "badge",
    "payments",
    "orders",
    "delivery",
    "notifications",
    "settings",
    "kernel",
    "platform",
    "database",
  ],
  // Paper: draws what it is given.
  print: ["fulfilment", "kernel"],
  registry: ["bkash", "contract", "kernel", "platform"],
  contract: ["kernel", "database"],
  // A wallet sees neither another wallet, nor the database, nor the settings of this machine.
  bkash: ["contract", "kernel"],
  work: [
    "accounts",
    "fulfilment",
    "payments",
    "registry",
    "contract",
    "notifications",
    "restock",
    "orders",
    "platform",
  ],
  settings: [],
  seed: ["auth", "platform"],
  // Second programs: they know the shop as a host name.
  simulator: [],
  testing: ["payments", "registry", "contract", "orders", "kernel", "platform", "settings"],
  e2e: ["settings"],
};

const restrictImports = (files, patterns, ignores = []) => ({
  files,
  ignores,
  rules: { "@typescript-eslint/no-restricted-imports": ["error", { patterns }] },
});

const LIB = ["lib/**/*.ts"];
const TESTS = ["**/*.test.ts", "**/*.test.tsx"];

export default [
  {
    ignores: [
      ".next/**",
      ".data/**",
      "generated/**",
      "public/**",
      "next-env.d.ts",
      "simulator/browser/**",
      "simulator/dist/**",
      "test-results/**",
      "playwright-report/**",
    ],
  },
  ...next,
  ...ts,
  {
    files: ["**/*.ts", "**/*.tsx"],
    rules: {
      "@typescript-eslint/no-unused-vars": ["error", { argsIgnorePattern: "^_", varsIgnorePattern: "^_" }],
      "@typescript-eslint/no-explicit-any": "error",
      "@typescript-eslint/consistent-type-imports": ["error", { fixStyle: "inline-type-imports" }],
      "no-restricted-syntax": [
        "error",
        {
          selector:
            ":matches(Identifier[name=/^\\$(query|execute)RawUnsafe$/], Literal[value=/^\\$(query|execute)RawUnsafe$/])",
          message: "Write SQL as a tagged template: $queryRaw`…` keeps values apart from the statement.",
        },
      ],
      "no-restricted-properties": [
        "error",
        {
          object: "process",
          property: "env",
          message: "lib/platform/env.ts is the only reader of process.env.",
        },
      ],
    },
  },
  {
    // Where a program begins, or what is no part of the shop, reads its own settings.
    files: [
      "lib/platform/env.ts",
      "lib/testing/**",
      "instrumentation.ts",
      "prisma.config.ts",
      "playwright.config.ts",
      "prisma/**",
      "e2e/**",
      "simulator/**",
      "scripts/**",
      ...TESTS,
    ],
    rules: { "no-restricted-properties": "off" },
  },
  {
    files: [
      "app/**/*.{ts,tsx}",
      "lib/**/*.{ts,tsx}",
      "prisma/**/*.ts",
      "e2e/**/*.ts",
      "simulator/**/*.ts",
      "store.config.ts",
    ],
    ignores: TESTS,
    plugins: { boundaries },
    settings: {
      "boundaries/elements": Object.entries(rooms).map(([type, pattern]) => ({
        type,
        pattern,
        mode: "full",
      })),
      "boundaries/include": [
        "app/**",
        "lib/**",
        "prisma/**",
        "e2e/**",
        "simulator/**",
        "generated/**",
        "store.config.ts",
      ],
    },
    rules: {
      "boundaries/dependencies": [
        "error",
        {
          default: "disallow",
          checkAllOrigins: false,
          policies: Object.entries(arrows).map(([type, to]) => ({
            from: { element: { type } },
            allow: { to: { element: { types: { anyOf: [type, ...to] } } } },
          })),
        },
      ],
    },
  },
  restrictImports(
    LIB,
    [
      {
        group: ["next", "next/*", "react", "react-dom", "next-intl", "next-intl/*"],
        message: "lib knows neither Next nor React; only an e-mail (.tsx) is written in it.",
      },
    ],
    ["lib/auth/merchant-*.ts", "lib/auth/session.ts"],
  ),
  restrictImports(
    ["app/**/*.{ts,tsx}"],
    [
      {
        group: ["@/lib/platform/jobs", "@/generated/*", "pg", "pg-boss", "@prisma/*"],
        message: "Pages and routes ask lib; only lib talks to the database.",
      },
      {
        group: ["@/lib/platform/db"],
        importNamePattern: "^(?!isDatabaseUp$)",
        message: "Pages and routes ask lib; only lib talks to the database.",
      },
    ],
  ),
];
