-- CreateEnum
CREATE TYPE "DeliveryStatus" AS ENUM ('TO_PACK', 'PACKED', 'HANDED_OVER', 'DELIVERED', 'RETURNED');

-- AlterEnum
ALTER TYPE "LedgerAccount" ADD VALUE 'cash';
ALTER TYPE "LedgerKind" ADD VALUE 'cash';

-- AlterTable
ALTER TABLE "Order" ADD COLUMN "cashInPoisha" INTEGER,
  ADD COLUMN "deliveryStatus" "DeliveryStatus" NOT NULL DEFAULT 'TO_PACK';

-- CreateTable
CREATE TABLE "DeliveryEvent" (
    "id" BIGSERIAL NOT NULL,
    "orderId" UUID NOT NULL,
    "from" "DeliveryStatus" NOT NULL,
    "to" "DeliveryStatus" NOT NULL,
    "actor" UUID NOT NULL,
    "courier" TEXT,
    "trackingNumber" TEXT,
    "trackingLink" TEXT,
    "isRestocked" BOOLEAN NOT NULL DEFAULT false,
    "note" TEXT,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "DeliveryEvent_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "DeliveryEvent_orderId_id_idx" ON "DeliveryEvent"("orderId", "id");

-- CreateIndex
CREATE INDEX "Order_deliveryStatus_placedAt_idx" ON "Order"("deliveryStatus", "placedAt");

-- AddForeignKey
ALTER TABLE "DeliveryEvent" ADD CONSTRAINT "DeliveryEvent_orderId_fkey" FOREIGN KEY ("orderId") REFERENCES "Order"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

CREATE TRIGGER delivery_event_is_insert_only BEFORE UPDATE OR DELETE ON "DeliveryEvent"
  FOR EACH ROW EXECUTE FUNCTION refuse_to_change_history();
CREATE TRIGGER delivery_event_is_never_emptied BEFORE TRUNCATE ON "DeliveryEvent"
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_to_change_history();
