import { expect, type APIRequestContext } from "@playwright/test";

/** Somebody who buys through the JSON API: an app, a machine, a test. */

interface Opened {
  paymentId: string;
  window: { paymentID: string; amount: string };
}

export interface PaymentAnswer {
  status: string;
  orderStatus: string;
  trxId: string | null;
  amountInPoisha: number;
  refusal: { code: string; message: string } | null;
}

export const SKU_IN_STOCK = "HAAT-TEX-002";

export class ApiShopper {
  private constructor(
    private readonly request: APIRequestContext,
    readonly orderNumber: string,
    readonly accessToken: string,
    readonly totalInPoisha: number,
  ) {}

  static async placeOrder(request: APIRequestContext, sku = SKU_IN_STOCK): Promise<ApiShopper> {
    const response = await request.post("/api/orders", {
      data: {
        lines: [{ sku, quantity: 1 }],
        contact: { name: "Rahima Khatun", phone: "01712345678" },
        delivery: { district: "dhaka", address: "House 12, Road 5, Dhanmondi" },
        locale: "en",
      },
    });
    const placed = (await response.json()) as {
      orderNumber: string;
      accessToken: string;
      totalInPoisha: number;
    };
    expect(response.status(), JSON.stringify(placed)).toBe(201);
    return new ApiShopper(request, placed.orderNumber, placed.accessToken, placed.totalInPoisha);
  }

  private get headers() {
    return { authorization: `Bearer ${this.accessToken}` };
  }

  create = (data: Record<string, unknown> = {}) =>
    this.request.post("/api/payments/bkash/create", {
      headers: this.headers,
      data: { orderNumber: this.orderNumber, ...data },
    });

  async open(): Promise<Opened> {
    const response = await this.create();
    const opened = (await response.json()) as Opened;
    expect(response.status(), JSON.stringify(opened)).toBe(201);
    return opened;
  }

  execute = (paymentId: string) =>
    this.request.post("/api/payments/bkash/execute", {
      headers: this.headers,
      data: { paymentId },
      timeout: 90_000,
    });

  async query(paymentId: string): Promise<PaymentAnswer> {
    const response = await this.request.get(`/api/payments/bkash/query?paymentId=${paymentId}`, {
      headers: this.headers,
    });
    return (await response.json()) as PaymentAnswer;
  }

  async order(): Promise<{ status: string; mayPay: boolean; payment: PaymentAnswer | null }> {
    const response = await this.request.get(`/api/orders/${this.orderNumber}`, { headers: this.headers });
    return (await response.json()) as { status: string; mayPay: boolean; payment: PaymentAnswer | null };
  }

  /** The order's link: opens it in a browser that did not place it. */
  link = (locale = "en") => `/api/orders/${this.orderNumber}/open?token=${this.accessToken}&locale=${locale}`;
}
