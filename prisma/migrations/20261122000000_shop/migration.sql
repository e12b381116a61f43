-- Order numbers begin where they look like a shop's.
CREATE SEQUENCE order_number_seq START 10001;

-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateEnum
CREATE TYPE "OrderStatus" AS ENUM ('PENDING', 'PAID', 'PARTIALLY_REFUNDED', 'REFUNDED', 'CANCELLED');

-- CreateEnum
CREATE TYPE "ReviewReason" AS ENUM ('MISMATCH', 'DUPLICATE_CAPTURE', 'LATE_CAPTURE_NO_STOCK', 'REFUND_UNKNOWN', 'STUCK');

-- CreateEnum
CREATE TYPE "PaymentStatus" AS ENUM ('NEW', 'CREATED', 'EXECUTING', 'UNCERTAIN', 'WATCH', 'COMPLETED', 'DUPLICATE', 'MISMATCH', 'DECLINED', 'CANCELLED', 'EXPIRED', 'ABANDONED');

-- CreateEnum
CREATE TYPE "PaymentMode" AS ENUM ('simulator', 'sandbox', 'live');

-- CreateEnum
CREATE TYPE "PaymentSource" AS ENUM ('create', 'execute', 'query', 'cancel', 'webhook', 'reconcile', 'merchant');

-- CreateTable
CREATE TABLE "Category" (
    "id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "nameBn" TEXT NOT NULL,
    "nameEn" TEXT NOT NULL,
    "descriptionBn" TEXT NOT NULL,
    "descriptionEn" TEXT NOT NULL,
    "image" TEXT NOT NULL,

    CONSTRAINT "Category_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Product" (
    "id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "categoryId" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "featured" BOOLEAN NOT NULL DEFAULT false,
    "nameBn" TEXT NOT NULL,
    "nameEn" TEXT NOT NULL,
    "summaryBn" TEXT NOT NULL,
    "summaryEn" TEXT NOT NULL,
    "descriptionBn" TEXT[],
    "descriptionEn" TEXT[],
    "originBn" TEXT NOT NULL,
    "originEn" TEXT NOT NULL,
    "image" TEXT NOT NULL,
    "imageAltBn" TEXT NOT NULL,
    "imageAltEn" TEXT NOT NULL,
    "details" JSONB NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Product_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Variant" (
    "id" UUID NOT NULL,
    "sku" TEXT NOT NULL,
    "productId" UUID NOT NULL,
    "position" INTEGER NOT NULL DEFAULT 0,
    "priceInPoisha" INTEGER NOT NULL,
    "compareAtPriceInPoisha" INTEGER,
    "weightInGrams" INTEGER NOT NULL,
    "stock" INTEGER NOT NULL,

    CONSTRAINT "Variant_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Shopper" (
    "id" UUID NOT NULL,
    "cookieHash" BYTEA NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Shopper_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Cart" (
    "id" UUID NOT NULL,
    "shopperId" UUID NOT NULL,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Cart_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "CartLine" (
    "cartId" UUID NOT NULL,
    "variantId" UUID NOT NULL,
    "quantity" INTEGER NOT NULL,
    "addedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "CartLine_pkey" PRIMARY KEY ("cartId","variantId")
);

-- CreateTable
CREATE TABLE "Order" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "number" TEXT NOT NULL DEFAULT ('S-'::text || nextval('order_number_seq'::regclass)),
    "accessTokenHash" BYTEA NOT NULL,
    "idempotencyKey" TEXT,
    "status" "OrderStatus" NOT NULL DEFAULT 'PENDING',
    "reviewReason" "ReviewReason",
    "currency" TEXT NOT NULL DEFAULT 'BDT',
    "subtotalInPoisha" INTEGER NOT NULL,
    "deliveryFeeInPoisha" INTEGER NOT NULL,
    "totalInPoisha" INTEGER NOT NULL,
    "locale" TEXT NOT NULL,
    "contactName" TEXT NOT NULL,
    "contactPhone" TEXT NOT NULL,
    "contactEmail" TEXT,
    "deliveryDistrict" TEXT NOT NULL,
    "deliveryAddress" TEXT NOT NULL,
    "deliveryNote" TEXT,
    "holdUntil" TIMESTAMPTZ(3) NOT NULL,
    "placedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "paidAt" TIMESTAMPTZ(3),
    "cancelledAt" TIMESTAMPTZ(3),
    "paidPaymentId" UUID,
    "cartId" UUID,

    CONSTRAINT "Order_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "OrderLine" (
    "id" UUID NOT NULL,
    "orderId" UUID NOT NULL,
    "variantId" UUID NOT NULL,
    "sku" TEXT NOT NULL,
    "nameBn" TEXT NOT NULL,
    "nameEn" TEXT NOT NULL,
    "image" TEXT NOT NULL,
    "unitPriceInPoisha" INTEGER NOT NULL,
    "quantity" INTEGER NOT NULL,

    CONSTRAINT "OrderLine_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "OrderViewer" (
    "orderId" UUID NOT NULL,
    "shopperId" UUID NOT NULL,

    CONSTRAINT "OrderViewer_pkey" PRIMARY KEY ("orderId","shopperId")
);

-- CreateTable
CREATE TABLE "Payment" (
    "id" UUID NOT NULL,
    "orderId" UUID NOT NULL,
    "attempt" INTEGER NOT NULL,
    "provider" TEXT NOT NULL,
    "mode" "PaymentMode" NOT NULL,
    "status" "PaymentStatus" NOT NULL DEFAULT 'NEW',
    "amountInPoisha" INTEGER NOT NULL,
    "currency" TEXT NOT NULL DEFAULT 'BDT',
    "invoiceNumber" TEXT NOT NULL,
    "providerPaymentId" TEXT,
    "trxId" TEXT,
    "idempotencyKey" TEXT,
    "windowData" JSONB,
    "lastCode" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "statusSince" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "executingSince" TIMESTAMPTZ(3),
    "completedAt" TIMESTAMPTZ(3),
    "checks" INTEGER NOT NULL DEFAULT 0,
    "nextCheckAt" TIMESTAMPTZ(3),

    CONSTRAINT "Payment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "PaymentEvent" (
    "id" BIGSERIAL NOT NULL,
    "paymentId" UUID NOT NULL,
    "from" "PaymentStatus",
    "to" "PaymentStatus" NOT NULL,
    "source" "PaymentSource" NOT NULL,
    "code" TEXT,
    "detail" JSONB,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "PaymentEvent_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "WalletToken" (
    "key" TEXT NOT NULL,
    "idTokenSealed" BYTEA,
    "refreshTokenSealed" BYTEA,
    "version" INTEGER NOT NULL DEFAULT 0,
    "issuedAt" TIMESTAMPTZ(3),
    "expiresAt" TIMESTAMPTZ(3),
    "refreshExpiresAt" TIMESTAMPTZ(3),
    "leaseUntil" TIMESTAMPTZ(3),

    CONSTRAINT "WalletToken_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "WalletTokenCall" (
    "id" BIGSERIAL NOT NULL,
    "key" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "ok" BOOLEAN,

    CONSTRAINT "WalletTokenCall_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Merchant" (
    "id" UUID NOT NULL,
    "email" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "passwordHash" TEXT NOT NULL,
    "sessionVersion" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Merchant_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "RateLimit" (
    "key" TEXT NOT NULL,
    "windowStart" TIMESTAMPTZ(3) NOT NULL,
    "count" INTEGER NOT NULL,

    CONSTRAINT "RateLimit_pkey" PRIMARY KEY ("key")
);

-- CreateIndex
CREATE UNIQUE INDEX "Category_slug_key" ON "Category"("slug");

-- CreateIndex
CREATE UNIQUE INDEX "Product_slug_key" ON "Product"("slug");

-- CreateIndex
CREATE INDEX "Product_categoryId_position_idx" ON "Product"("categoryId", "position");

-- CreateIndex
CREATE INDEX "Product_featured_position_idx" ON "Product"("featured", "position");

-- CreateIndex
CREATE UNIQUE INDEX "Variant_sku_key" ON "Variant"("sku");

-- CreateIndex
CREATE INDEX "Variant_productId_position_idx" ON "Variant"("productId", "position");

-- CreateIndex
CREATE UNIQUE INDEX "Shopper_cookieHash_key" ON "Shopper"("cookieHash");

-- CreateIndex
CREATE UNIQUE INDEX "Cart_shopperId_key" ON "Cart"("shopperId");

-- CreateIndex
CREATE INDEX "CartLine_variantId_idx" ON "CartLine"("variantId");

-- CreateIndex
CREATE UNIQUE INDEX "Order_number_key" ON "Order"("number");

-- CreateIndex
CREATE UNIQUE INDEX "Order_accessTokenHash_key" ON "Order"("accessTokenHash");

-- CreateIndex
CREATE UNIQUE INDEX "Order_idempotencyKey_key" ON "Order"("idempotencyKey");

-- CreateIndex
CREATE UNIQUE INDEX "Order_paidPaymentId_key" ON "Order"("paidPaymentId");

-- CreateIndex
CREATE INDEX "Order_status_holdUntil_idx" ON "Order"("status", "holdUntil");

-- CreateIndex
CREATE INDEX "Order_placedAt_idx" ON "Order"("placedAt");

-- CreateIndex
CREATE INDEX "Order_contactPhone_placedAt_idx" ON "Order"("contactPhone", "placedAt");

-- CreateIndex
CREATE INDEX "Order_cartId_idx" ON "Order"("cartId");

-- CreateIndex
CREATE UNIQUE INDEX "Order_id_paidPaymentId_key" ON "Order"("id", "paidPaymentId");

-- CreateIndex
CREATE INDEX "OrderLine_variantId_idx" ON "OrderLine"("variantId");

-- CreateIndex
CREATE UNIQUE INDEX "OrderLine_orderId_variantId_key" ON "OrderLine"("orderId", "variantId");

-- CreateIndex
CREATE INDEX "OrderViewer_shopperId_idx" ON "OrderViewer"("shopperId");

-- CreateIndex
CREATE UNIQUE INDEX "Payment_invoiceNumber_key" ON "Payment"("invoiceNumber");

-- CreateIndex
CREATE INDEX "Payment_nextCheckAt_idx" ON "Payment"("nextCheckAt");

-- CreateIndex
CREATE INDEX "Payment_status_statusSince_idx" ON "Payment"("status", "statusSince");

-- CreateIndex
CREATE UNIQUE INDEX "Payment_orderId_id_key" ON "Payment"("orderId", "id");

-- CreateIndex
CREATE UNIQUE INDEX "Payment_orderId_attempt_key" ON "Payment"("orderId", "attempt");

-- CreateIndex
CREATE UNIQUE INDEX "Payment_orderId_idempotencyKey_key" ON "Payment"("orderId", "idempotencyKey");

-- CreateIndex
CREATE UNIQUE INDEX "Payment_provider_mode_providerPaymentId_key" ON "Payment"("provider", "mode", "providerPaymentId");

-- CreateIndex
CREATE UNIQUE INDEX "Payment_provider_mode_trxId_key" ON "Payment"("provider", "mode", "trxId");

-- CreateIndex
CREATE INDEX "PaymentEvent_paymentId_id_idx" ON "PaymentEvent"("paymentId", "id");

-- CreateIndex
CREATE INDEX "WalletTokenCall_key_at_idx" ON "WalletTokenCall"("key", "at");

-- CreateIndex
CREATE UNIQUE INDEX "Merchant_email_key" ON "Merchant"("email");

-- AddForeignKey
ALTER TABLE "Product" ADD CONSTRAINT "Product_categoryId_fkey" FOREIGN KEY ("categoryId") REFERENCES "Category"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Variant" ADD CONSTRAINT "Variant_productId_fkey" FOREIGN KEY ("productId") REFERENCES "Product"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Cart" ADD CONSTRAINT "Cart_shopperId_fkey" FOREIGN KEY ("shopperId") REFERENCES "Shopper"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CartLine" ADD CONSTRAINT "CartLine_cartId_fkey" FOREIGN KEY ("cartId") REFERENCES "Cart"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CartLine" ADD CONSTRAINT "CartLine_variantId_fkey" FOREIGN KEY ("variantId") REFERENCES "Variant"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Order" ADD CONSTRAINT "Order_id_paidPaymentId_fkey" FOREIGN KEY ("id", "paidPaymentId") REFERENCES "Payment"("orderId", "id") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "Order" ADD CONSTRAINT "Order_cartId_fkey" FOREIGN KEY ("cartId") REFERENCES "Cart"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "OrderLine" ADD CONSTRAINT "OrderLine_orderId_fkey" FOREIGN KEY ("orderId") REFERENCES "Order"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "OrderLine" ADD CONSTRAINT "OrderLine_variantId_fkey" FOREIGN KEY ("variantId") REFERENCES "Variant"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "OrderViewer" ADD CONSTRAINT "OrderViewer_orderId_fkey" FOREIGN KEY ("orderId") REFERENCES "Order"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "OrderViewer" ADD CONSTRAINT "OrderViewer_shopperId_fkey" FOREIGN KEY ("shopperId") REFERENCES "Shopper"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Payment" ADD CONSTRAINT "Payment_orderId_fkey" FOREIGN KEY ("orderId") REFERENCES "Order"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PaymentEvent" ADD CONSTRAINT "PaymentEvent_paymentId_fkey" FOREIGN KEY ("paymentId") REFERENCES "Payment"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What follows Prisma's schema language cannot say. These make the worst impossible whatever the code does.

-- At most one payment of an order is in doubt, and at most one has paid it.
CREATE UNIQUE INDEX one_payment_in_doubt ON "Payment" ("orderId") WHERE status IN ('EXECUTING', 'UNCERTAIN');
CREATE UNIQUE INDEX one_payment_completed ON "Payment" ("orderId") WHERE status = 'COMPLETED';

-- The orders that a person must look at are few among many.
CREATE INDEX orders_for_review ON "Order" ("placedAt") WHERE "reviewReason" IS NOT NULL;

-- An order is paid exactly when it names the payment that paid it. (That this is a payment of its own says the foreign key.)
ALTER TABLE "Order"
  ADD CONSTRAINT paid_names_its_payment
    CHECK ((status IN ('PAID', 'PARTIALLY_REFUNDED', 'REFUNDED')) = ("paidPaymentId" IS NOT NULL)),
  ADD CONSTRAINT order_is_in_taka CHECK (currency = 'BDT'),
  ADD CONSTRAINT order_total_adds_up
    CHECK ("totalInPoisha" = "subtotalInPoisha" + "deliveryFeeInPoisha"
      AND "totalInPoisha" > 0 AND "subtotalInPoisha" >= 0 AND "deliveryFeeInPoisha" >= 0);

ALTER TABLE "Payment"
  ADD CONSTRAINT payment_is_positive CHECK ("amountInPoisha" > 0),
  ADD CONSTRAINT payment_is_in_taka CHECK (currency = 'BDT'),
  ADD CONSTRAINT completed_has_its_receipt
    CHECK (status <> 'COMPLETED' OR ("trxId" IS NOT NULL AND "completedAt" IS NOT NULL AND "providerPaymentId" IS NOT NULL));

ALTER TABLE "Variant"
  ADD CONSTRAINT stock_is_never_negative CHECK (stock >= 0),
  ADD CONSTRAINT price_is_positive CHECK ("priceInPoisha" > 0);
ALTER TABLE "CartLine" ADD CONSTRAINT cart_quantity_is_sane CHECK (quantity BETWEEN 1 AND 100);
ALTER TABLE "OrderLine" ADD CONSTRAINT order_quantity_is_sane CHECK (quantity BETWEEN 1 AND 100 AND "unitPriceInPoisha" > 0);

-- History is written once. (\x3b is a semicolon: the engine that applies migrations without a download splits at every one.)
CREATE FUNCTION refuse_to_change_history() RETURNS trigger LANGUAGE plpgsql AS
  E'BEGIN RAISE EXCEPTION ''PaymentEvent rows are written once and never changed''\x3b END';
CREATE TRIGGER payment_event_is_insert_only BEFORE UPDATE OR DELETE ON "PaymentEvent"
  FOR EACH ROW EXECUTE FUNCTION refuse_to_change_history();
