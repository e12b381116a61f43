import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "@playwright/test";

// What a browser can download from the built shop.
function filesBelow(folder: string): string[] {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    return statSync(path).isDirectory() ? filesBelow(path) : [path];
  });
}

const browserFiles = () => [...filesBelow(".next/static"), ...filesBelow("public")];

test("the browser's files contain no secret of the shop", () => {
  const secrets = [
    "BKASH_APP_SECRET",
    "BKASH_PASSWORD",
    "BKASH_APP_KEY",
    "BKASH_USERNAME",
    "NEXTAUTH_SECRET",
    "TOKEN_ENCRYPTION_KEY",
    "CRON_SECRET",
    "DATABASE_URL",
  ];
  const values = secrets.map((name) => process.env[name] ?? "").filter((value) => value.length > 8);
  expect(values.length).toBeGreaterThan(5);
  for (const file of browserFiles()) {
    const text = readFileSync(file, "latin1");
    for (const secret of [...secrets, ...values])
      expect(text.includes(secret), `${secret} in ${file}`).toBe(false);
  }
});

test("nothing of the simulator is built into the shop, for browsers or for the server", () => {
  const built = [...browserFiles(), ...filesBelow(".next/server")].filter((file) =>
    /\.(m?js|html|css|rsc|json)$/.test(file),
  );
  expect(built.length).toBeGreaterThan(50);
  for (const file of built)
    expect(readFileSync(file, "latin1").includes("BKASH_SIMULATOR_MARKER"), file).toBe(false);
});

test("no place to die at is built into the shop that people use", () => {
  const built = filesBelow(".next/server").filter((file) => /\.m?js$/.test(file));
  const texts = built.map((file) => readFileSync(file, "latin1"));
  // The names of the places are there, as words that an empty function is called with: so these are the right files.
  expect(texts.some((text) => text.includes("execute:claimed"))).toBe(true);
  for (const [n, text] of texts.entries())
    expect(/FAILPOINT \$\{|"FAILPOINT "|SIGSTOP/.test(text), built[n]).toBe(false);
});

test("a shop that people use does not start when it is told where to die", () => {
  const { status, stderr } = spawnSync(
    process.execPath,
    ["node_modules/next/dist/bin/next", "start", "-p", "0"],
    {
      env: { ...process.env, FAILPOINT: "execute:claimed:kill" },
      encoding: "utf8",
      timeout: 30_000,
    },
  );
  expect(status).toBe(1);
  expect(stderr).toContain("FAILPOINT: is for the build of");
});

test("an order's page carries no token, no full wallet number and no bKash credential", async ({
  request,
  page,
}) => {
  const { ApiShopper } = await import("./support/api-shopper");
  const { simulator } = await import("./support/simulator");
  await simulator.reset();
  const shopper = await ApiShopper.placeOrder(request);
  const { paymentId, window } = await shopper.open();
  await simulator.authorise(window.paymentID);
  await shopper.execute(paymentId);
  await page.goto(shopper.link());
  const html = await page.content();
  expect(html).toContain(shopper.orderNumber);
  for (const secret of [
    shopper.accessToken,
    "simulator-app-key",
    "simulator-app-secret",
    "01770618575",
    "eyJ",
  ])
    expect(html.includes(secret), secret).toBe(false);
});
