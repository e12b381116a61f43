import { randomUUID } from "node:crypto";
import { placeOrder } from "@/lib/orders/place-order";
import type { Viewer } from "@/lib/orders/order-access";
import { createPayment, type CreatePaymentResult } from "@/lib/payments/create-payment";
import { executePayment } from "@/lib/payments/execute-payment";
import type { PaymentStatus } from "@/lib/payments/payment-status";
import type { PaymentView } from "@/lib/payments/payment-view";
import { findProvider } from "@/lib/payments/providers/registry";
import { queryPayment } from "@/lib/payments/query-payment";
import { db } from "@/lib/platform/db";

/** A shopper with one order in a shop with one article, on this test's own database. */
export interface TestShop {
  orderId: string;
  orderNumber: string;
  totalInPoisha: number;
  /** What the wallet takes of it. */
  payNowInPoisha: number;
  variantId: string;
  viewer: Viewer;
  create(idempotencyKey?: string): Promise<CreatePaymentResult>;
  /** Creates, and throws unless that worked. `paymentID` is bKash's id. */
  open(): Promise<{ paymentId: string; paymentID: string }>;
  execute(paymentId: string): Promise<PaymentView>;
  query(paymentId: string): Promise<PaymentView>;
  orderStatus(): Promise<string>;
  payment(
    paymentId: string,
  ): Promise<{ status: PaymentStatus; trxId: string | null; lastCode: string | null }>;
  /** The statuses that a payment went through, from its history. */
  history(paymentId: string): Promise<PaymentStatus[]>;
  /** Makes the order's payments older by so many seconds, as if that time had passed. */
  letTimePass(seconds: number): Promise<void>;
}

export const bkash = () => {
  const provider = findProvider("bkash");
  if (!provider) throw new Error("bKash is not installed");
  return provider;
};

interface ShopWish {
  priceInPoisha?: number;
  stock?: number;
  paymentMethod?: "WALLET" | "DELIVERY_FEE_IN_ADVANCE";
}

export async function openShop({
  priceInPoisha = 125_000,
  stock = 10,
  paymentMethod = "WALLET",
}: ShopWish = {}): Promise<TestShop> {
  const sku = `TEST-${randomUUID()}`;
  const variantId = await stockArticle(sku, priceInPoisha, stock);
  const placed = await placeOrder({
    lines: [{ sku, quantity: 1 }],
    contact: { name: "Rahima Khatun", phone: "+8801712345678" },
    delivery: { district: "dhaka", address: "Road 5" },
    locale: "en",
    paymentMethod,
  });
  if (!placed.ok) throw new Error(placed.code);
  const { id: orderId, number: orderNumber, accessToken, totalInPoisha, payNowInPoisha } = placed.order;
  const viewer = { accessToken };
  const create = (idempotencyKey?: string) => createPayment(bkash(), { orderNumber, viewer, idempotencyKey });
  return {
    orderId,
    orderNumber,
    totalInPoisha,
    payNowInPoisha,
    variantId,
    viewer,
    create,
    open: async () => {
      const result = await create();
      if (!result.ok) throw new Error(result.code);
      return { paymentId: result.payment.paymentId, paymentID: String(result.payment.windowData.paymentID) };
    },
    execute: async (paymentId) => {
      const result = await executePayment(bkash(), { paymentId, viewer });
      if (!result.ok) throw new Error(result.code);
      return result.payment;
    },
    query: async (paymentId) => {
      const payment = await queryPayment({ paymentId, viewer });
      if (!payment) throw new Error("not found");
      return payment;
    },
    orderStatus: async () => (await db.order.findUniqueOrThrow({ where: { id: orderId } })).status,
    payment: (paymentId) =>
      db.payment.findUniqueOrThrow({
        where: { id: paymentId },
        select: { status: true, trxId: true, lastCode: true },
      }),
    history: async (paymentId) =>
      (await db.paymentEvent.findMany({ where: { paymentId }, orderBy: { id: "asc" } })).map(({ to }) => to),
    letTimePass: async (seconds) => {
      await db.$executeRaw`
        UPDATE "Payment" SET "statusSince" = "statusSince" - ${seconds} * interval '1 second',
          "executingSince" = "executingSince" - ${seconds} * interval '1 second',
          "nextCheckAt" = "nextCheckAt" - ${seconds} * interval '1 second',
          "askedAt" = "askedAt" - ${seconds} * interval '1 second',
          "createdAt" = "createdAt" - ${seconds} * interval '1 second'
        WHERE "orderId" = ${orderId}::uuid`;
    },
  };
}

/** Puts an article on the shelf and returns its variant's id. */
export async function stockArticle(sku: string, priceInPoisha: number, stock: number): Promise<string> {
  const text = { bn: "পরীক্ষা", en: "Test" };
  const variant = await db.variant.create({
    data: {
      sku,
      priceInPoisha,
      stock,
      weightInGrams: 100,
      product: {
        create: {
          slug: sku.toLowerCase(),
          position: 0,
          nameBn: text.bn,
          nameEn: text.en,
          summaryBn: text.bn,
          summaryEn: text.en,
          descriptionBn: [text.bn],
          descriptionEn: [text.en],
          originBn: text.bn,
          originEn: text.en,
          image: "/art/logo.svg",
          imageAltBn: text.bn,
          imageAltEn: text.en,
          details: [],
          category: {
            connectOrCreate: {
              where: { slug: "test" },
              create: {
                slug: "test",
                position: 99,
                nameBn: text.bn,
                nameEn: text.en,
                descriptionBn: text.bn,
                descriptionEn: text.en,
                image: "/art/logo.svg",
              },
            },
          },
        },
      },
    },
    select: { id: true },
  });
  return variant.id;
}
