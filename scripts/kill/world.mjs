// One shop with its own database and its own bKash, and the people who buy there.
import pg from "pg";
import { createDatabase } from "../database/connection.mjs";
import { freePort } from "../setup/ports.mjs";
import { testSettings } from "../setup/settings.mjs";
import { startBkash, WALLET } from "./bkash.mjs";
import { watchIdleTransactions } from "./idle-watch.mjs";
import { violations } from "./invariants.mjs";
import { Merchant } from "./merchant.mjs";
import { Shop } from "./shop.mjs";
import { callAsScheduler, must, Shopper } from "./shopper.mjs";
import { letTimePass } from "./time.mjs";

export const TOKEN_HOUR_SECONDS = 62 * 60;
const STOCK = 100_000;
const SKUS = ["HAAT-TEX-002", "HAAT-TEX-003"];

export class World {
  /** Shoppers of the round that runs now; what all shoppers ever asked to execute. */
  shoppers = [];
  #executedBefore = new Set();

  /**
   * @param {{ connection: object, template: string }} cluster where its database is made, as a copy of the template.
   * @param {string} name
   */
  static async open(cluster, name) {
    const world = new World();
    world.name = name;
    const address = await createDatabase(cluster.connection, name, { template: cluster.template });
    world.address = address;
    world.bkash = await startBkash(`${name}-bkash`);
    world.settings = testSettings({
      port: await freePort(),
      simulatorPort: world.bkash.port,
      databaseUrl: address,
    });
    world.shop = new Shop({ name: `${name}-shop`, settings: world.settings });
    world.merchant = new Merchant({
      origin: () => world.shop.origin,
      email: world.settings.DEMO_MERCHANT_EMAIL,
      password: world.settings.DEMO_MERCHANT_PASSWORD,
    });
    await world.connect();
    await world.database.query(`UPDATE "Variant" SET stock = $1`, [STOCK]);
    const { rows } = await world.database.query(`SELECT sku, stock FROM "Variant"`);
    world.stock = new Map(rows.map(({ sku, stock }) => [sku, stock]));
    world.idle = watchIdleTransactions(address);
    return world;
  }

  /** One more server of the same shop, at an address of its own. */
  async anotherShop() {
    const port = await freePort();
    const origin = `http://localhost:${port}`;
    const settings = { ...this.settings, PORT: String(port), APP_URL: origin, NEXTAUTH_URL: origin };
    return new Shop({ name: `${this.name}-shop-${port}`, settings });
  }

  /** Its own line to the database: to look, and to let time pass. */
  async connect() {
    this.database = new pg.Client({ connectionString: this.address, application_name: "kill" });
    this.database.on("error", () => {});
    await this.database.connect();
  }

  /** A shopper who wants to have paid in the end, unless `wants` says otherwise. */
  shopper({ wants = "paid", wallet = WALLET } = {}) {
    const shopper = new Shopper(
      {
        origin: () => this.shop.origin,
        authorise: (paymentID) => this.bkash.control("POST", `payments/${paymentID}/authorise`, { wallet }),
      },
      SKUS[this.shoppers.length % SKUS.length],
    );
    shopper.wants = wants;
    this.shoppers.push(shopper);
    return shopper;
  }

  letTimePass = (seconds) => letTimePass(this.database, this.bkash, seconds);

  /** Does something while bKash's clock is right, as its messages must be: the time that was let pass is taken back. */
  async atRealTime(work) {
    const { clockAheadSeconds } = await this.bkash.control("GET", "clock");
    await this.bkash.control("POST", "clock", { setTo: new Date().toISOString() });
    try {
      return await work();
    } finally {
      await this.bkash.advance(clockAheadSeconds);
    }
  }

  /**
   * Has bKash tell the shop of every payment from now on. The merchant has allowed it.
   *
   * @returns ends it again.
   */
  async subscribe() {
    await this.database.query(
      `INSERT INTO "WebhookWindow" (provider, mode, "openUntil", "openedBy")
       SELECT 'bkash', 'simulator', now() + interval '1 hour', id FROM "Merchant" LIMIT 1
       ON CONFLICT (provider, mode) DO UPDATE SET "openUntil" = EXCLUDED."openUntil"`,
    );
    const url = `${this.shop.origin}/api/payments/bkash/webhook`;
    const { id } = await this.bkash.control("POST", "webhooks/subscriptions", { url });
    return () => this.bkash.control("DELETE", `webhooks/subscriptions/${id}`);
  }

  /** What the system does by itself every minute, now. */
  runJobs = async () => must(await callAsScheduler(this.shop.origin, this.settings.CRON_SECRET), 200);

  violations() {
    const executed = new Set(this.#executedBefore);
    for (const shopper of this.shoppers) for (const paymentID of shopper.executed) executed.add(paymentID);
    return violations({ database: this.database, bkash: this.bkash, stock: this.stock, executed });
  }

  /** The round is over: its shoppers go home. The next one begins in another hour of bKash's token budget. */
  async endRound() {
    await this.letTimePass(TOKEN_HOUR_SECONDS);
    for (const shopper of this.shoppers)
      for (const paymentID of shopper.executed) this.#executedBefore.add(paymentID);
    this.shoppers = [];
  }

  /** Ends it, and tells whether a transaction was ever left open meanwhile. */
  async close(report) {
    const { found, longestSeconds } = await this.idle.stop();
    report.tell(`no transaction idled in ${this.name}`, found, `longest ${longestSeconds.toFixed(2)} s`);
    await this.shop.kill();
    await this.database.end().catch(() => {});
  }
}
