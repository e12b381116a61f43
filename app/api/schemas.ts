import { z } from "zod";
import { parseMsisdn } from "@/lib/kernel/msisdn";
import { MAX_QUANTITY } from "@/lib/orders/place-order";

/** The shapes of the JSON API. They validate the requests and describe themselves at /api/openapi.json. */

const orderNumber = z
  .string()
  .regex(/^S-\d{1,12}$/, "must look like S-10042")
  .meta({ description: "The order's public number.", examples: ["S-10042"] });

const paymentId = z.uuid().meta({ description: "The shop's own id of a payment, from create." });

const poishaAmount = z.int().min(0).meta({ description: "Whole poisha: 1/100 taka." });

const line = (text: string, max: number) =>
  z
    .string()
    .trim()
    .min(1, `${text} is missing`)
    .max(max, `${text} is longer than ${max} characters`)
    .regex(/^[^\p{Cc}\p{Cs}]*$/u, `${text} has characters that cannot be printed`);

export const placeOrderRequest = z
  .strictObject({
    lines: z
      .array(z.strictObject({ sku: line("SKU", 64), quantity: z.int().min(1).max(MAX_QUANTITY) }))
      .min(1)
      .max(50),
    contact: z.strictObject({
      name: line("name", 100),
      phone: z
        .string()
        .max(40)
        .transform((typed, context) => {
          const number = parseMsisdn(typed);
          if (number) return number;
          context.addIssue({
            code: "custom",
            message: "must be a mobile number of Bangladesh, like 01712345678",
          });
          return z.NEVER;
        }),
      email: z.email().max(200).optional(),
    }),
    delivery: z.strictObject({
      district: line("district", 40),
      upazila: line("upazila", 40).optional().meta({
        description: "Upazila or metropolitan thana within the district, like `savar` or `dhanmondi`.",
      }),
      address: line("address", 500),
      note: line("note", 500).optional(),
      giftNote: line("gift note", 500).optional().meta({ description: "Goes into the parcel." }),
    }),
    locale: z.enum(["bn", "en"]).default("bn"),
    couponCode: line("couponCode", 40)
      .optional()
      .meta({ description: "A coupon of the shop, in any case. One that is not good is refused." }),
  })
  .meta({
    description:
      "What is bought, by whom, and where it goes. Prices are the shop's: a price in here is refused.",
  });

export const placedOrder = z.object({
  orderNumber,
  accessToken: z.string().meta({ description: "Opens the order: send it as `Authorization: Bearer …`." }),
  totalInPoisha: poishaAmount,
});

export const createPaymentRequest = z
  .strictObject({ orderNumber })
  .meta({ description: "Names what is paid for. The amount is the order's: one in here is refused." });

export const paymentRequest = z.strictObject({ paymentId });

const orderStatus = z.enum(["PENDING", "PAID", "PARTIALLY_REFUNDED", "REFUNDED", "CANCELLED"]);

export const openedPayment = z.object({
  paymentId,
  orderNumber,
  attempt: z.int().min(1),
  amountInPoisha: poishaAmount,
  currency: z.literal("BDT"),
  window: z
    .record(z.string(), z.unknown())
    .meta({ description: "The wallet's own answer to create, for its browser script." }),
});

export const paymentAnswer = z.object({
  paymentId,
  orderNumber,
  orderStatus,
  status: z
    .enum([
      "NEW",
      "CREATED",
      "EXECUTING",
      "UNCERTAIN",
      "WATCH",
      "COMPLETED",
      "DUPLICATE",
      "MISMATCH",
      "DECLINED",
      "CANCELLED",
      "EXPIRED",
      "ABANDONED",
      "AUTHORISED",
      "CAPTURING",
      "VOIDING",
      "VOIDED",
    ])
    .meta({ description: "EXECUTING and UNCERTAIN: money may have moved, ask again and do not pay again." }),
  amountInPoisha: poishaAmount,
  currency: z.literal("BDT"),
  trxId: z.string().nullable(),
  completedAt: z.iso.datetime().nullable(),
  refusal: z.object({ code: z.string(), message: z.string() }).nullable(),
});

export const orderAnswer = z.object({
  orderNumber,
  status: orderStatus,
  lines: z.array(
    z.object({
      sku: z.string(),
      name: z.object({ bn: z.string(), en: z.string() }),
      unitPriceInPoisha: poishaAmount,
      quantity: z.int(),
      lineTotalInPoisha: poishaAmount,
    }),
  ),
  subtotalInPoisha: poishaAmount,
  discountInPoisha: poishaAmount,
  couponCode: z.string().nullable(),
  vatInPoisha: poishaAmount.meta({ description: "All VAT of its lines." }),
  vatAddedInPoisha: poishaAmount.meta({ description: "Of it, what is paid on top of the prices." }),
  deliveryFeeInPoisha: poishaAmount,
  totalInPoisha: poishaAmount,
  payNowInPoisha: poishaAmount.meta({
    description:
      "What the wallet takes: the total, or the delivery fee of an order whose goods are paid at the door.",
  }),
  dueInPoisha: poishaAmount.meta({ description: "Still to be paid in cash at the door." }),
  currency: z.literal("BDT"),
  placedAt: z.iso.datetime(),
  paidAt: z.iso.datetime().nullable(),
  payment: paymentAnswer.nullable(),
  mayPay: z.boolean().meta({ description: "A payment may be created now." }),
});

export const followAnswer = z.object({
  orderStatus,
  paymentStatus: z.string().nullable().meta({ description: "Of the payment that decides what is shown." }),
  mayPay: z.boolean(),
  askedAt: z.iso
    .datetime()
    .nullable()
    .meta({ description: "When the wallet was last asked about that payment." }),
  mark: z.string().meta({ description: "Another one when anything changed that the order's page shows." }),
  lookAgainInMs: z
    .int()
    .nullable()
    .meta({ description: "When to ask again; null when nothing is expected to change any more." }),
});

export const linkAnswer = z.object({
  accessToken: z.string().meta({ description: "Opens the order: send it as `Authorization: Bearer …`." }),
  link: z.string().meta({ description: "Below the shop's address: opens the order in another browser." }),
});

export const searchRequest = z.strictObject({
  q: z.string().max(200),
  locale: z.enum(["bn", "en"]).default("bn"),
});

export const searchAnswer = z.object({
  products: z.array(
    z.object({
      slug: z.string(),
      name: z.string(),
      image: z.string(),
      priceInPoisha: poishaAmount.meta({ description: "The lowest of its variants' prices." }),
      price: z.string().meta({ description: "The same, as the reader writes it." }),
    }),
  ),
});

export const errorAnswer = z.object({
  error: z
    .object({ code: z.string(), message: z.string(), fields: z.record(z.string(), z.string()).optional() })
    .loose(),
});

export const webhookAnswer = z.object({ taken: z.literal(true) });

export const healthAnswer = z.object({
  status: z.enum(["ok", "unavailable"]),
  database: z.enum(["ok", "unavailable"]),
});

export const idempotencyKeyHeader = z
  .string()
  .regex(/^[\w-]{8,100}$/, "Idempotency-Key must be 8 to 100 letters, digits, - or _")
  .optional();
