import { expect, type Page } from "@playwright/test";
import { Client } from "pg";

/** The merchant that the seed makes for tests. */
export const MERCHANT = {
  email: process.env.DEMO_MERCHANT_EMAIL ?? "merchant@example.com",
  password: process.env.DEMO_MERCHANT_PASSWORD ?? "merchant-of-the-tests",
};

export async function typeSignIn(page: Page, { email, password } = MERCHANT) {
  await page.getByLabel("E-mail").fill(email);
  await page.getByLabel("Password").fill(password);
  await page.getByRole("button", { name: "Sign in" }).click();
}

/** Opens a page of the back office as the merchant, through the sign-in. */
export async function openAsMerchant(page: Page, path = "/admin") {
  await page.goto(path);
  await expect(page).toHaveURL(/\/admin\/sign-in/);
  await typeSignIn(page);
  await expect(page.getByRole("button", { name: "Sign out" })).toBeVisible();
}

/** One statement in the shop's own database. */
export async function inDatabase(statement: string, values: unknown[] = []) {
  const client = new Client({ connectionString: process.env.DATABASE_URL });
  await client.connect();
  try {
    return await client.query<Record<string, unknown>>(statement, values);
  } finally {
    await client.end();
  }
}
