-- CreateEnum
CREATE TYPE "CouponKind" AS ENUM ('PERCENTAGE', 'FIXED_AMOUNT', 'FREE_DELIVERY');

-- CreateTable
CREATE TABLE "Coupon" (
    "id" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "kind" "CouponKind" NOT NULL,
    "basisPoints" INTEGER,
    "capInPoisha" INTEGER,
    "amountInPoisha" INTEGER,
    "minimumSubtotalInPoisha" INTEGER NOT NULL DEFAULT 0,
    "validFrom" TIMESTAMPTZ(3),
    "validUntil" TIMESTAMPTZ(3),
    "totalLimit" INTEGER,
    "limitPerPhone" INTEGER,
    "isActive" BOOLEAN NOT NULL DEFAULT true,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Coupon_pkey" PRIMARY KEY ("id")
);

-- AlterTable
ALTER TABLE "Cart" ADD COLUMN "couponId" UUID;

-- AlterTable
ALTER TABLE "Order" ADD COLUMN "couponCode" TEXT,
ADD COLUMN "couponId" UUID,
ADD COLUMN "discountInPoisha" INTEGER NOT NULL DEFAULT 0;

-- CreateIndex
CREATE UNIQUE INDEX "Coupon_code_key" ON "Coupon"("code");

-- CreateIndex
CREATE INDEX "Cart_couponId_idx" ON "Cart"("couponId");

-- CreateIndex
CREATE INDEX "Order_couponId_contactPhone_idx" ON "Order"("couponId", "contactPhone");

-- AddForeignKey
ALTER TABLE "Cart" ADD CONSTRAINT "Cart_couponId_fkey" FOREIGN KEY ("couponId") REFERENCES "Coupon"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Order" ADD CONSTRAINT "Order_couponId_fkey" FOREIGN KEY ("couponId") REFERENCES "Coupon"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- What follows Prisma's schema language cannot say.

-- A coupon says what its kind needs, and nothing that is never good for anybody.
ALTER TABLE "Coupon"
  ADD CONSTRAINT coupon_code_is_plain CHECK (code ~ '^[A-Z0-9-]{3,24}$'),
  ADD CONSTRAINT coupon_says_what_it_takes_off CHECK (
    (kind = 'PERCENTAGE') = ("basisPoints" IS NOT NULL)
    AND (kind = 'FIXED_AMOUNT') = ("amountInPoisha" IS NOT NULL)
    AND (kind = 'PERCENTAGE' OR "capInPoisha" IS NULL)
    AND COALESCE("basisPoints" BETWEEN 1 AND 10000, true)
    AND COALESCE("amountInPoisha" > 0, true) AND COALESCE("capInPoisha" > 0, true)),
  ADD CONSTRAINT coupon_limits_are_sane CHECK (
    "minimumSubtotalInPoisha" >= 0 AND COALESCE("totalLimit" > 0, true) AND COALESCE("limitPerPhone" > 0, true)
    AND COALESCE("validFrom" < "validUntil", true));

-- A discount comes from a coupon, is at most what the goods cost, and is in the total.
ALTER TABLE "Order"
  DROP CONSTRAINT order_total_adds_up,
  ADD CONSTRAINT order_total_adds_up
    CHECK ("totalInPoisha" = "subtotalInPoisha" - "discountInPoisha" + "deliveryFeeInPoisha"
      AND "totalInPoisha" > 0 AND "subtotalInPoisha" >= 0 AND "deliveryFeeInPoisha" >= 0),
  ADD CONSTRAINT discount_is_of_a_coupon
    CHECK ("discountInPoisha" BETWEEN 0 AND GREATEST("subtotalInPoisha", 0) AND ("discountInPoisha" = 0 OR "couponCode" IS NOT NULL));
