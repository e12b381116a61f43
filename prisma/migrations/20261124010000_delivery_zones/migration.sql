-- What delivery costs and promises, by zone. An existing shop keeps the fees and days that it had.
CREATE TABLE "DeliveryZone" (
    "code" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "nameBn" TEXT NOT NULL,
    "nameEn" TEXT NOT NULL,
    "placesBn" TEXT NOT NULL DEFAULT '',
    "placesEn" TEXT NOT NULL DEFAULT '',
    "baseFeeInPoisha" INTEGER NOT NULL,
    "includedGrams" INTEGER NOT NULL,
    "feePerKgInPoisha" INTEGER NOT NULL,
    "freeAboveInPoisha" INTEGER,
    "daysFrom" INTEGER NOT NULL,
    "daysTo" INTEGER NOT NULL,
    "isActive" BOOLEAN NOT NULL DEFAULT true,

    CONSTRAINT "DeliveryZone_pkey" PRIMARY KEY ("code"),
    CONSTRAINT zone_fees_are_sane CHECK ("baseFeeInPoisha" >= 0 AND "feePerKgInPoisha" >= 0 AND "includedGrams" >= 0
      AND ("freeAboveInPoisha" IS NULL OR "freeAboveInPoisha" >= 0)),
    CONSTRAINT zone_days_are_sane CHECK ("daysFrom" BETWEEN 0 AND "daysTo" AND "daysTo" <= 60)
);

INSERT INTO "DeliveryZone" ("code", "position", "nameBn", "nameEn", "placesBn", "placesEn", "baseFeeInPoisha",
  "includedGrams", "feePerKgInPoisha", "freeAboveInPoisha", "daysFrom", "daysTo")
VALUES
  ('inside-dhaka', 0, 'ঢাকা শহর', 'Dhaka city', '', '', 6000, 3000, 1500, 300000, 1, 2),
  ('dhaka-suburbs', 1, 'ঢাকার আশপাশে', 'Around Dhaka',
    'সাভার, কেরাণীগঞ্জ, ধামরাই, দোহার ও নবাবগঞ্জ উপজেলা, আর গাজীপুর, নারায়ণগঞ্জ, নরসিংদী, মুন্সীগঞ্জ ও মানিকগঞ্জ জেলা',
    'Savar, Keraniganj, Dhamrai, Dohar and Nawabganj, and the districts of Gazipur, Narayanganj, Narsingdi, Munshiganj and Manikganj',
    9000, 3000, 2000, 300000, 2, 3),
  ('outside-dhaka', 2, 'অন্যান্য জেলা', 'Elsewhere', '', '', 12000, 3000, 2500, 300000, 3, 5);

-- Where an order goes, to the upazila, and what was promised when it was placed: the zone may change later.
ALTER TABLE "Order"
  ADD COLUMN "deliveryUpazila" TEXT,
  ADD COLUMN "deliveryDaysFrom" INTEGER,
  ADD COLUMN "deliveryDaysTo" INTEGER,
  ADD COLUMN "giftNote" TEXT;
