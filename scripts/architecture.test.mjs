import assert from "node:assert/strict";
import { existsSync, globSync } from "node:fs";
import { test } from "node:test";
import { ESLint } from "eslint";
import config from "../eslint.config.mjs";
import { root } from "./setup/project.mjs";

// Plants imports that must not be, in every room of the house, and looks whether the rules bite. One ESLint for all.
const eslint = new ESLint({ cwd: root });

/** A file of each room: imports are planted beside it, and it is what other rooms try to import. */
const FILE_IN = {
  ui: "app/_ui/button.ts",
  i18n: "app/_i18n/routing.ts",
  session: "app/_session/shopper.ts",
  security: "app/_security/content-security-policy.ts",
  actions: "app/_actions/form-state.ts",
  api: "app/api/errors.ts",
  admin: "app/admin/error.tsx",
  shop: "app/(shop)/[locale]/cart/actions.ts",
  kernel: "lib/kernel/money.ts",
  platform: "lib/platform/sealed-box.ts",
  badge: "lib/auth/merchant.ts",
  auth: "lib/auth/shopper.ts",
  accounts: "lib/accounts/contact.ts",
  catalog: "lib/catalog/read-catalogue.ts",
  delivery: "lib/delivery/delivery-fee.ts",
  coupons: "lib/coupons/find-coupon.ts",
  cart: "lib/cart/read-cart.ts",
  notifications: "lib/notifications/outbox.ts",
  pictures: "lib/pictures/raster.ts",
  orders: "lib/orders/place-order.ts",
  reviews: "lib/reviews/read-reviews.ts",
  restock: "lib/restock/ask-for-restock.ts",
  wishes: "lib/wishes/change-wishes.ts",
  bkash: "lib/payments/providers/bkash/request.ts",
  contract: "lib/payments/payment-provider.ts",
  registry: "lib/payments/providers/registry.ts",
  payments: "lib/payments/create-payment.ts",
  fulfilment: "lib/fulfilment/change-delivery.ts",
  print: "lib/print/draw-invoice.ts",
  work: "lib/background-work.ts",
  database: "generated/prisma/enums.ts",
  settings: "store.config.ts",
  seed: "prisma/seed.ts",
  simulator: "simulator/src/main.ts",
  testing: "lib/testing/open-shop.ts",
  e2e: "e2e/support/simulator.ts",
};

const all = config.find((part) => part.rules?.["boundaries/dependencies"]);
const rooms = all.settings["boundaries/elements"].map(({ type }) => type);
const allowedFrom = new Map(
  all.rules["boundaries/dependencies"][1].policies.map(({ from, allow }) => [
    from.element.type,
    allow.to.element.types.anyOf,
  ]),
);
/** The generated client is not ours to lint: it is imported, and imports nothing of ours. */
const origins = rooms.filter((room) => room !== "database");

/** The numbers of the lines that a rule complains about, when this text stands in that file. */
async function complaints(rule, filePath, lines) {
  const [{ messages }] = await eslint.lintText(lines.join("\n"), { filePath });
  return messages.filter(({ ruleId }) => ruleId === rule).map(({ line }) => line - 1);
}

const withoutExtension = (file) => file.replace(/\.tsx?$/, "");

/** The rooms that a file is kept from importing, and those it may import. */
async function tryEveryRoom(filePath) {
  const lines = rooms.map((room) => `import "@/${withoutExtension(FILE_IN[room])}";`);
  const bitten = new Set(await complaints("boundaries/dependencies", filePath, lines));
  return { kept: rooms.filter((_, n) => bitten.has(n)), free: rooms.filter((_, n) => !bitten.has(n)) };
}

test("the rooms that are tried here are the rooms of eslint.config.mjs, with a real file in each", () => {
  assert.deepEqual(Object.keys(FILE_IN).toSorted(), rooms.toSorted());
  assert.deepEqual(
    Object.values(FILE_IN).filter((file) => !existsSync(file)),
    [],
  );
});

for (const origin of origins)
  test(`${origin} imports only what its arrows allow`, async () => {
    const { free } = await tryEveryRoom(FILE_IN[origin]);
    assert.deepEqual(
      free,
      rooms.filter((room) => allowedFrom.get(origin).includes(room)),
    );
  });

test("the arrows that money hangs on stand here a second time", async () => {
  const freeOf = async (room) => (await tryEveryRoom(FILE_IN[room])).free;
  assert.deepEqual(await freeOf("kernel"), ["kernel", "settings"]); // which digits amounts are written with
  assert.deepEqual(await freeOf("bkash"), ["kernel", "bkash", "contract"]);
  assert.deepEqual(await freeOf("contract"), ["kernel", "contract", "database"]);
  assert.ok(
    !(await freeOf("orders")).some((room) => ["payments", "registry", "contract", "bkash"].includes(room)),
  );
  for (const front of ["shop", "admin", "api", "session", "actions", "ui", "i18n"])
    assert.ok(
      !(await freeOf(front)).some((room) => ["database", "bkash", "simulator", "seed", "e2e"].includes(room)),
    );
  for (const origin of origins) {
    const free = await freeOf(origin);
    assert.ok(origin === "testing" || !free.includes("testing"), origin);
    assert.ok(origin === "simulator" || !free.includes("simulator"), origin);
    assert.ok(origin === "e2e" || !free.includes("e2e"), origin);
    assert.ok(
      origin === "registry" || origin === "bkash" || origin === "security" || !free.includes("bkash"),
      origin,
    );
  }
});

test("an import is found however it is written", async () => {
  const forbidden = "../payments/create-payment";
  const lines = [
    `import { createPayment } from "${forbidden}";`,
    `import { createPayment as again } from "@/lib/payments/create-payment";`,
    `import type { CreatePaymentResult } from "${forbidden}";`,
    `export { createPayment } from "${forbidden}";`,
    `export * from "${forbidden}";`,
    `const later = await import("${forbidden}");`,
    `const old = require("${forbidden}");`,
    `import "${forbidden}";`,
  ];
  assert.deepEqual(await complaints("boundaries/dependencies", FILE_IN.orders, lines), [...lines.keys()]);
});

test("no file of the shop stands outside every room", async () => {
  const files = globSync("{app,lib}/**/*.{ts,tsx}", { cwd: root }).filter(
    (file) => !/\.test\.tsx?$/.test(file),
  );
  assert.ok(files.length > 100);
  const outside = [];
  for (const filePath of files)
    if (
      (await complaints("boundaries/dependencies", filePath, ['import "@/e2e/support/simulator";']))
        .length === 0
    )
      outside.push(filePath);
  // Next wants these two where they are; they import nothing of the shop.
  assert.deepEqual(outside.toSorted(), ["app/global-error.tsx", "app/robots.ts"]);
});

test("lib knows neither Next nor React", async () => {
  const lines = [
    "next",
    "next/headers",
    "next/navigation",
    "react",
    "react-dom",
    "next-intl",
    "next-intl/server",
  ].map((name) => `import "${name}";`);
  const rule = "@typescript-eslint/no-restricted-imports";
  for (const room of [
    "kernel",
    "platform",
    "catalog",
    "delivery",
    "cart",
    "orders",
    "notifications",
    "bkash",
    "registry",
    "payments",
    "work",
  ])
    assert.deepEqual(await complaints(rule, FILE_IN[room], lines), [...lines.keys()], room);
  assert.deepEqual(await complaints(rule, FILE_IN.shop, lines), []);
});

test("pages, routes and actions do not talk to the database", async () => {
  const lines = [
    'import { db } from "@/lib/platform/db";',
    'import * as everything from "@/lib/platform/db";',
    'import { isDatabaseUp, db as hidden } from "@/lib/platform/db";',
    'import "@/lib/platform/jobs";',
    'import "pg";',
    'import "pg-boss";',
    'import "@prisma/client";',
    'import "@/generated/prisma/client";',
  ];
  const rule = "@typescript-eslint/no-restricted-imports";
  for (const room of ["shop", "admin", "api", "actions", "session", "ui", "i18n"])
    assert.deepEqual([...new Set(await complaints(rule, FILE_IN[room], lines))], [...lines.keys()], room);
  assert.deepEqual(
    await complaints(rule, FILE_IN.api, ['import { isDatabaseUp } from "@/lib/platform/db";']),
    [],
  );
  assert.deepEqual(await complaints(rule, FILE_IN.orders, ['import { db } from "@/lib/platform/db";']), []);
});

test("only env.ts reads the environment", async () => {
  const lines = [
    "const a = process.env.DATABASE_URL;",
    "const { env } = process;",
    'const b = process["env"];',
  ];
  const rule = "no-restricted-properties";
  for (const room of origins.filter((origin) => !["seed", "simulator", "testing", "e2e"].includes(origin)))
    assert.deepEqual(await complaints(rule, FILE_IN[room], lines), [...lines.keys()], room);
  assert.deepEqual(await complaints(rule, "lib/platform/env.ts", lines), []);
});

test("SQL is written as a tagged template", async () => {
  const lines = [
    "await db.$queryRawUnsafe(text);",
    "await tx.$executeRawUnsafe(text);",
    "await db?.$queryRawUnsafe(text);",
    'await db["$queryRawUnsafe"](text);',
    "const { $queryRawUnsafe } = db;",
  ];
  const bitten = new Set(await complaints("no-restricted-syntax", FILE_IN.orders, lines));
  assert.deepEqual([...bitten], [...lines.keys()]);
  assert.deepEqual(
    await complaints("no-restricted-syntax", FILE_IN.orders, ["await db.$queryRaw`SELECT 1`;"]),
    [],
  );
});
