-- VAT of each product, within its price or on top of it, and of each order as it was when the order was placed.
ALTER TABLE "Product"
  ADD COLUMN "vatRateInBasisPoints" INTEGER NOT NULL DEFAULT 0,
  ADD COLUMN "vatIsIncluded" BOOLEAN NOT NULL DEFAULT true,
  ADD CONSTRAINT vat_rate_is_sane CHECK ("vatRateInBasisPoints" BETWEEN 0 AND 10000);

ALTER TABLE "OrderLine"
  ADD COLUMN "vatRateInBasisPoints" INTEGER NOT NULL DEFAULT 0,
  ADD COLUMN "vatIsIncluded" BOOLEAN NOT NULL DEFAULT true,
  ADD COLUMN "vatInPoisha" INTEGER NOT NULL DEFAULT 0,
  ADD CONSTRAINT line_vat_is_sane CHECK ("vatInPoisha" >= 0 AND "vatRateInBasisPoints" BETWEEN 0 AND 10000);

ALTER TABLE "Order"
  ADD COLUMN "vatInPoisha" INTEGER NOT NULL DEFAULT 0,
  ADD COLUMN "vatAddedInPoisha" INTEGER NOT NULL DEFAULT 0,
  ADD CONSTRAINT order_vat_is_sane CHECK ("vatAddedInPoisha" BETWEEN 0 AND "vatInPoisha");

ALTER TABLE "Order" DROP CONSTRAINT order_total_adds_up;
ALTER TABLE "Order" ADD CONSTRAINT order_total_adds_up
  CHECK ("totalInPoisha" = "subtotalInPoisha" - "discountInPoisha" + "vatAddedInPoisha" + "deliveryFeeInPoisha"
    AND "totalInPoisha" > 0 AND "subtotalInPoisha" >= 0 AND "deliveryFeeInPoisha" >= 0);
