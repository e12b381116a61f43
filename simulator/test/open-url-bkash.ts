import type { TestContext } from "node:test";
import { CREDENTIALS, GOOD, openBkash, type Answer, type Bkash, type Json } from "./open-bkash.ts";

const BASE = "/v1.2.0-beta/tokenized/checkout";
const REFUND_V2 = "/v2/tokenized-checkout/refund/payment";

/** A merchant of Checkout (URL). `bkash` holds the levers and the other product. */
export class UrlMerchant {
  readonly bkash: Bkash;
  #token: string | undefined;

  constructor(bkash: Bkash) {
    this.bkash = bkash;
  }

  askToken(kind: "grant" | "refresh", body: Json = {}): Promise<Answer> {
    const { username, password, appKey, appSecret } = CREDENTIALS;
    return this.bkash.send(
      "POST",
      `${BASE}/token/${kind}`,
      { app_key: appKey, app_secret: appSecret, ...body },
      { "content-type": "application/json", username, password },
    );
  }

  async call(path: string, body?: unknown, headers: Record<string, string> = {}): Promise<Answer> {
    this.#token ??= String((await this.askToken("grant")).body["id_token"]);
    const own = { authorization: this.#token, "x-app-key": CREDENTIALS.appKey };
    const address = path.startsWith("refund-v2/") ? path.replace("refund-v2", REFUND_V2) : `${BASE}/${path}`;
    return this.bkash.send("POST", address, body, { "content-type": "application/json", ...own, ...headers });
  }

  create(changes: Json = {}): Promise<Answer> {
    return this.call("create", {
      mode: "0011",
      payerReference: "customer-7",
      callbackURL: "https://shop.test/back?order=7",
      amount: "120.50",
      currency: "BDT",
      intent: "sale",
      merchantInvoiceNumber: "INV-7",
      ...changes,
    });
  }

  async createdId(changes: Json = {}): Promise<string> {
    return String((await this.create(changes)).body["paymentID"]);
  }

  async authorisedId(changes: Json = {}, wallet = GOOD): Promise<string> {
    const paymentID = await this.createdId(changes);
    await this.bkash.control("POST", `payments/${paymentID}/authorise`, { wallet });
    return paymentID;
  }

  async paid(changes: Json = {}): Promise<{ paymentID: string; trxID: string }> {
    const paymentID = await this.authorisedId(changes);
    const { body } = await this.call("execute", { paymentID });
    return { paymentID, trxID: String(body["trxID"]) };
  }
}

export const openUrlBkash = async (t: TestContext, settings: Json = {}): Promise<UrlMerchant> =>
  new UrlMerchant(await openBkash(t, settings));
