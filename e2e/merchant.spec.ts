import { expect, test, type APIRequestContext, type APIResponse } from "@playwright/test";
import { accessFaults, expectFitForAll, isTooWide } from "./support/accessible";
import { ApiShopper, SKU_IN_STOCK } from "./support/api-shopper";
import { inDatabase, MERCHANT, openAsMerchant, typeSignIn } from "./support/back-office";
import { simulator } from "./support/simulator";

test.beforeEach(async () => {
  await simulator.reset();
  await inDatabase(`DELETE FROM "RateLimit" WHERE key LIKE 'sign-in:%'`);
  // These tests order more of it than the shop begins with.
  await inDatabase(`UPDATE "Variant" SET stock = GREATEST(stock, 10) WHERE sku = $1`, [SKU_IN_STOCK]);
});

async function paidOrder(request: APIRequestContext) {
  const shopper = await ApiShopper.placeOrder(request);
  const { paymentId, window } = await shopper.open();
  await simulator.authorise(window.paymentID);
  await shopper.execute(paymentId);
  return { shopper, paymentId, providerPaymentId: window.paymentID };
}

/** bKash took the money, but neither execute nor query says so. */
async function orderInDoubt(request: APIRequestContext) {
  const shopper = await ApiShopper.placeOrder(request);
  const { paymentId, window } = await shopper.open();
  await simulator.authorise(window.paymentID);
  const paymentID = window.paymentID;
  await simulator.fault({ operation: "execute", fault: "answer-lost", how: "reset", paymentID });
  await simulator.fault({ operation: "query", fault: "status-500", times: 1000, paymentID });
  await shopper.execute(paymentId);
  return { shopper, paymentId };
}

test(
  "without a session no address of the back office shows anything",
  { tag: "@desk" },
  async ({ request }) => {
    const { shopper } = await paidOrder(request);
    const paths = [
      "/admin",
      "/admin?show=PAID",
      `/admin?q=${shopper.orderNumber}`,
      `/admin/orders/${shopper.orderNumber}`,
      "/admin/orders/S-1",
      "/admin/outbox",
      "/admin/anything",
    ];
    for (const path of paths) {
      for (const headers of [{}, { rsc: "1" }]) {
        const last = await followWithoutData(request, path, headers);
        expect([path, last]).toEqual([path, expect.stringContaining("/admin/sign-in")]);
      }
      await followWithoutData(request, path, { rsc: "1", "next-router-prefetch": "1" }); // tells a page's shape at most
    }
  },
);

/** Follows redirects by hand, so that no answer on the way goes unread. Returns the last address and answer. */
async function followWithoutData(request: APIRequestContext, path: string, headers: object) {
  let next: string | undefined = path;
  let last = "";
  for (let hop = 1; next && hop <= 4; hop++) {
    const answer: APIResponse = await request.get(next, { headers: { ...headers }, maxRedirects: 0 });
    const text = await answer.text();
    for (const data of ["Rahima", "01712", "017•••••678", "৳"]) expect(text).not.toContain(data);
    last = `${next} ${text}`;
    next = answer.headers().location;
  }
  return last;
}

test(
  "the button behind the sign-in does nothing for somebody who is not signed in",
  { tag: "@desk" },
  async ({ page, request }) => {
    const { shopper, paymentId } = await orderInDoubt(request);
    await openAsMerchant(page, `/admin/orders/${shopper.orderNumber}`);
    const sent = page.waitForRequest((each) => each.method() === "POST" && "next-action" in each.headers());
    await page.getByRole("button", { name: "Ask bKash now" }).click();
    const action = await sent;
    await expect(page.getByText("bKash was asked.")).toBeVisible();
    const asked = await simulator.count("query");

    await page.context().clearCookies();
    const { cookie: _cookie, ...headers } = await action.allHeaders();
    const answer = await request.post(action.url(), {
      headers: Object.fromEntries(Object.entries(headers).filter(([name]) => !name.startsWith(":"))),
      data: action.postDataBuffer() ?? Buffer.from(""),
      maxRedirects: 0,
    });
    expect(answer.headers()["x-action-redirect"] ?? answer.headers().location).toContain("/admin/sign-in");
    expect(await answer.text()).not.toContain("Rahima");
    const events = await inDatabase(
      `SELECT 1 FROM "PaymentEvent" WHERE "paymentId" = $1 AND source = 'merchant'`,
      [paymentId],
    );
    expect(events.rowCount).toBe(0);
    const byReconciler = (await simulator.count("query")) - asked;
    expect(byReconciler).toBeLessThanOrEqual(2); // the regular check goes on beside this test
  },
);

test("a wrong password and an unknown e-mail get the same answer", { tag: "@desk" }, async ({ page }) => {
  await page.goto("/admin/sign-in");
  for (const email of [MERCHANT.email, "nobody@example.com"]) {
    await typeSignIn(page, { email, password: "not-the-password" });
    await expect(page.getByRole("alert").filter({ hasText: /\S/ })).toHaveText(
      "E-mail or password is wrong.",
    );
  }
});

test(
  "who guesses too often is told how long to wait, and the right password waits too",
  { tag: "@desk" },
  async ({ page }) => {
    await page.goto("/admin/sign-in");
    for (let guess = 1; guess <= 10; guess++) {
      await typeSignIn(page, { email: MERCHANT.email, password: `guess ${guess}` });
      await expect(page.getByText("E-mail or password is wrong.")).toBeVisible();
    }
    await typeSignIn(page);
    await expect(page.getByText("Too many tries. Wait 15 minutes, then try again.")).toBeVisible();
  },
);

test(
  "signing in leads on to the page that was asked for, and never to another site",
  { tag: "@desk" },
  async ({ page }) => {
    await page.goto("/admin/sign-in?callbackUrl=https%3A%2F%2Fevil.example%2Fadmin");
    await typeSignIn(page);
    await expect(page).toHaveURL(/localhost:\d+\/admin$/);
  },
);

test("the list shows an order, and finds it by number, phone and trxID", async ({ page, request }) => {
  const { shopper } = await paidOrder(request);
  const trxId = (await shopper.order()).payment?.trxId ?? "no trxID";
  await openAsMerchant(page);
  const row = page.getByRole("row").filter({ has: page.getByRole("link", { name: shopper.orderNumber }) });
  await expect(row).toContainText("Rahima Khatun");
  await expect(row).toContainText("017•••••678");
  await expect(row).not.toContainText("01712345678");
  await expect(row).toContainText("Paid");
  await expect(row).toContainText("Completed");
  for (const search of [shopper.orderNumber, "01712-345678", trxId.toLowerCase()]) {
    await page.getByLabel("Order number, phone or trxID").fill(search);
    await page.getByRole("button", { name: "Search", exact: true }).click();
    await expect(page).toHaveURL(/q=/);
    await expect(row).toBeVisible();
  }
  await page.goto(`/admin?show=CANCELLED&q=${shopper.orderNumber}`);
  await expect(page.getByText("No order fits.")).toBeVisible();
});

test("an order's page tells the whole story of its payment", async ({ page, request }) => {
  const { shopper, providerPaymentId } = await paidOrder(request);
  const trxId = (await shopper.order()).payment?.trxId ?? "no trxID";
  await openAsMerchant(page, `/admin/orders/${shopper.orderNumber}`);
  await expect(page.getByText("01712345678")).toBeVisible();
  const payment = page.getByRole("article", { name: "Attempt 1 · bKash" });
  for (const fact of [`${shopper.orderNumber}-1`, providerPaymentId, trxId, "The money has arrived"])
    await expect(payment).toContainText(fact);
  await expect(payment.getByRole("listitem")).toHaveText([
    /Opening.*told by the create call/,
    /Opening → In bKash's window/,
    /In bKash's window → Being executed.*told by the execute call/,
    /Being executed → Completed.*told by the execute call/,
  ]);
});

test("a merchant asks bKash about a payment in doubt, and the answer settles it", async ({
  page,
  request,
}) => {
  const { shopper } = await orderInDoubt(request);
  await openAsMerchant(page, `/admin?show=doubt`);
  await page.getByRole("link", { name: shopper.orderNumber }).click();
  await simulator.noFaults();
  await page.getByRole("button", { name: "Ask bKash now" }).click();
  await expect(page.getByText("The money has arrived and pays this order.")).toBeVisible();
  await expect(page.getByRole("button", { name: "Ask bKash now" })).toHaveCount(0);
});

test("a raised session version ends a session at the next click", { tag: "@desk" }, async ({ page }) => {
  await openAsMerchant(page);
  await inDatabase(`UPDATE "Merchant" SET "sessionVersion" = "sessionVersion" + 1`);
  await page.reload();
  await expect(page).toHaveURL(/\/admin\/sign-in/);
  expect(await (await page.request.get("/api/auth/session")).text()).toBe("{}");
});

test("after signing out the old cookie opens nothing", { tag: "@desk" }, async ({ page, context }) => {
  await openAsMerchant(page);
  const before = await context.cookies();
  await page.getByRole("button", { name: "Sign out" }).click();
  await expect(page.getByText("You are signed out, on every device.")).toBeVisible();
  await context.addCookies(before);
  await page.goto("/admin");
  await expect(page).toHaveURL(/\/admin\/sign-in/);
});

test("every page of the back office is readable for everybody", async ({ page, request }) => {
  const { shopper } = await paidOrder(request);
  const { shopper: other } = await orderInDoubt(request);
  await page.goto("/admin/sign-in");
  await expectFitForAll(page);
  await typeSignIn(page);
  await expect(page.getByRole("button", { name: "Sign out" })).toBeVisible();
  const paths = [
    "/admin",
    "/admin?q=nothing%20here!",
    `/admin/orders/${shopper.orderNumber}`,
    `/admin/orders/${other.orderNumber}`,
    "/admin/orders/S-1",
  ];
  for (const path of paths) {
    await page.goto(path);
    expect([path, await accessFaults(page)]).toEqual([path, []]);
    expect([path, await isTooWide(page)]).toEqual([path, false]);
  }
});
