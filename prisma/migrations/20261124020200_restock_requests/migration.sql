-- CreateTable
CREATE TABLE "RestockRequest" (
    "id" UUID NOT NULL,
    "variantId" UUID NOT NULL,
    "phone" TEXT,
    "email" TEXT,
    "locale" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "toldAt" TIMESTAMPTZ(3),

    CONSTRAINT "RestockRequest_pkey" PRIMARY KEY ("id")
);

-- AlterTable
ALTER TABLE "OutboxMessage" ADD COLUMN "restockRequestId" UUID;

-- CreateIndex
CREATE INDEX "RestockRequest_variantId_idx" ON "RestockRequest"("variantId");

-- CreateIndex
CREATE INDEX "RestockRequest_toldAt_idx" ON "RestockRequest"("toldAt");

-- CreateIndex
CREATE INDEX "OutboxMessage_restockRequestId_idx" ON "OutboxMessage"("restockRequestId");

-- AddForeignKey
ALTER TABLE "RestockRequest" ADD CONSTRAINT "RestockRequest_variantId_fkey" FOREIGN KEY ("variantId") REFERENCES "Variant"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "OutboxMessage" ADD CONSTRAINT "OutboxMessage_restockRequestId_fkey" FOREIGN KEY ("restockRequestId") REFERENCES "RestockRequest"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What follows Prisma's schema language cannot say.

-- A request names one way to be told, and waits once for each variant.
ALTER TABLE "RestockRequest" ADD CONSTRAINT restock_request_names_one_way CHECK ((phone IS NULL) <> (email IS NULL));
CREATE UNIQUE INDEX one_waiting_request_by_phone ON "RestockRequest" ("variantId", phone) WHERE "toldAt" IS NULL;
CREATE UNIQUE INDEX one_waiting_request_by_email ON "RestockRequest" ("variantId", lower(email)) WHERE "toldAt" IS NULL;
