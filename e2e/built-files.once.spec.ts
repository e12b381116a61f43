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
