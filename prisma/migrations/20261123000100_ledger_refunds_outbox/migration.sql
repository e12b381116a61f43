-- CreateEnum
CREATE TYPE "PaymentMethod" AS ENUM ('WALLET', 'CASH_ON_DELIVERY');

-- CreateEnum
CREATE TYPE "PaymentIntent" AS ENUM ('sale', 'authorization');

-- CreateEnum
CREATE TYPE "RefundStatus" AS ENUM ('REQUESTED', 'SENDING', 'UNKNOWN', 'SUCCEEDED', 'FAILED');

-- CreateEnum
CREATE TYPE "LedgerAccount" AS ENUM ('wallet', 'sales', 'suspense');

-- CreateEnum
CREATE TYPE "LedgerKind" AS ENUM ('capture', 'release', 'refund');

-- AlterTable
ALTER TABLE "Order" ADD COLUMN     "paymentMethod" "PaymentMethod" NOT NULL DEFAULT 'WALLET';

-- AlterTable
ALTER TABLE "Payment" ADD COLUMN     "intent" "PaymentIntent" NOT NULL DEFAULT 'sale',
ADD COLUMN     "refundReservedInPoisha" INTEGER NOT NULL DEFAULT 0;

-- AlterTable
ALTER TABLE "WalletToken" ADD COLUMN     "pausedReason" TEXT,
ADD COLUMN     "pausedUntil" TIMESTAMPTZ(3);

-- CreateTable
CREATE TABLE "OrderEvent" (
    "id" BIGSERIAL NOT NULL,
    "orderId" UUID NOT NULL,
    "from" "OrderStatus",
    "to" "OrderStatus" NOT NULL,
    "source" "PaymentSource" NOT NULL,
    "actor" TEXT,
    "detail" JSONB,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "OrderEvent_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Refund" (
    "id" UUID NOT NULL,
    "paymentId" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "amountInPoisha" INTEGER NOT NULL,
    "status" "RefundStatus" NOT NULL DEFAULT 'REQUESTED',
    "reason" TEXT NOT NULL,
    "requestedBy" UUID,
    "idempotencyKey" TEXT,
    "refundTrxId" TEXT,
    "lastCode" TEXT,
    "requestedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "statusSince" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "completedAt" TIMESTAMPTZ(3),
    "sends" INTEGER NOT NULL DEFAULT 0,
    "checks" INTEGER NOT NULL DEFAULT 0,
    "nextCheckAt" TIMESTAMPTZ(3),

    CONSTRAINT "Refund_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "RefundEvent" (
    "id" BIGSERIAL NOT NULL,
    "refundId" UUID NOT NULL,
    "from" "RefundStatus",
    "to" "RefundStatus" NOT NULL,
    "source" "PaymentSource" NOT NULL,
    "actor" TEXT,
    "code" TEXT,
    "detail" JSONB,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "RefundEvent_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "LedgerTransaction" (
    "id" BIGSERIAL NOT NULL,
    "kind" "LedgerKind" NOT NULL,
    "ref" UUID NOT NULL,
    "mode" "PaymentMode" NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "LedgerTransaction_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "LedgerEntry" (
    "transactionId" BIGINT NOT NULL,
    "account" "LedgerAccount" NOT NULL,
    "amountInPoisha" INTEGER NOT NULL,

    CONSTRAINT "LedgerEntry_pkey" PRIMARY KEY ("transactionId","account")
);

-- CreateTable
CREATE TABLE "WebhookMessage" (
    "messageId" TEXT NOT NULL,
    "topicArn" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "verdict" TEXT NOT NULL,
    "invoiceNumber" TEXT,
    "trxId" TEXT,
    "body" JSONB NOT NULL,
    "receivedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "WebhookMessage_pkey" PRIMARY KEY ("messageId")
);

-- CreateTable
CREATE TABLE "Discrepancy" (
    "id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "detail" JSONB NOT NULL,
    "foundAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "lastSeenAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "resolvedAt" TIMESTAMPTZ(3),
    "resolvedBy" UUID,
    "note" TEXT,

    CONSTRAINT "Discrepancy_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "IdempotentRequest" (
    "scope" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "requestHash" BYTEA NOT NULL,
    "status" INTEGER,
    "response" JSONB,
    "lockedUntil" TIMESTAMPTZ(3) NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "IdempotentRequest_pkey" PRIMARY KEY ("scope","key")
);

-- CreateTable
CREATE TABLE "OutboxMessage" (
    "id" UUID NOT NULL,
    "topic" TEXT NOT NULL,
    "dedupeKey" TEXT NOT NULL,
    "orderId" UUID,
    "body" JSONB NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "nextTryAt" TIMESTAMPTZ(3) DEFAULT CURRENT_TIMESTAMP,
    "tries" INTEGER NOT NULL DEFAULT 0,
    "sentAt" TIMESTAMPTZ(3),
    "lastError" TEXT,

    CONSTRAINT "OutboxMessage_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "JobRun" (
    "name" TEXT NOT NULL,
    "lastStartedAt" TIMESTAMPTZ(3) NOT NULL,
    "lastSucceededAt" TIMESTAMPTZ(3),
    "lastResult" JSONB,

    CONSTRAINT "JobRun_pkey" PRIMARY KEY ("name")
);

-- CreateIndex
CREATE INDEX "OrderEvent_orderId_id_idx" ON "OrderEvent"("orderId", "id");

-- CreateIndex
CREATE UNIQUE INDEX "Refund_idempotencyKey_key" ON "Refund"("idempotencyKey");

-- CreateIndex
CREATE UNIQUE INDEX "Refund_refundTrxId_key" ON "Refund"("refundTrxId");

-- CreateIndex
CREATE INDEX "Refund_nextCheckAt_idx" ON "Refund"("nextCheckAt");

-- CreateIndex
CREATE INDEX "Refund_status_statusSince_idx" ON "Refund"("status", "statusSince");

-- CreateIndex
CREATE UNIQUE INDEX "Refund_paymentId_number_key" ON "Refund"("paymentId", "number");

-- CreateIndex
CREATE INDEX "RefundEvent_refundId_id_idx" ON "RefundEvent"("refundId", "id");

-- CreateIndex
CREATE INDEX "LedgerTransaction_at_idx" ON "LedgerTransaction"("at");

-- CreateIndex
CREATE UNIQUE INDEX "LedgerTransaction_kind_ref_key" ON "LedgerTransaction"("kind", "ref");

-- CreateIndex
CREATE INDEX "LedgerEntry_account_idx" ON "LedgerEntry"("account");

-- CreateIndex
CREATE INDEX "WebhookMessage_receivedAt_idx" ON "WebhookMessage"("receivedAt");

-- CreateIndex
CREATE INDEX "Discrepancy_resolvedAt_foundAt_idx" ON "Discrepancy"("resolvedAt", "foundAt");

-- CreateIndex
CREATE INDEX "IdempotentRequest_createdAt_idx" ON "IdempotentRequest"("createdAt");

-- CreateIndex
CREATE UNIQUE INDEX "OutboxMessage_dedupeKey_key" ON "OutboxMessage"("dedupeKey");

-- CreateIndex
CREATE INDEX "OutboxMessage_nextTryAt_idx" ON "OutboxMessage"("nextTryAt");

-- CreateIndex
CREATE INDEX "OutboxMessage_orderId_idx" ON "OutboxMessage"("orderId");

-- AddForeignKey
ALTER TABLE "OrderEvent" ADD CONSTRAINT "OrderEvent_orderId_fkey" FOREIGN KEY ("orderId") REFERENCES "Order"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Refund" ADD CONSTRAINT "Refund_paymentId_fkey" FOREIGN KEY ("paymentId") REFERENCES "Payment"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RefundEvent" ADD CONSTRAINT "RefundEvent_refundId_fkey" FOREIGN KEY ("refundId") REFERENCES "Refund"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "LedgerEntry" ADD CONSTRAINT "LedgerEntry_transactionId_fkey" FOREIGN KEY ("transactionId") REFERENCES "LedgerTransaction"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "OutboxMessage" ADD CONSTRAINT "OutboxMessage_orderId_fkey" FOREIGN KEY ("orderId") REFERENCES "Order"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What follows Prisma's schema language cannot say. These make the worst impossible whatever the code does.

-- Money that is set aside for an order keeps other payments away from it as well.
DROP INDEX one_payment_in_doubt;
CREATE UNIQUE INDEX one_payment_in_doubt ON "Payment" ("orderId")
  WHERE status IN ('EXECUTING', 'UNCERTAIN', 'AUTHORISED', 'CAPTURING', 'VOIDING');

-- No more is given back than was taken, and of one payment one refund at a time.
ALTER TABLE "Payment"
  ADD CONSTRAINT refunds_within_payment CHECK ("refundReservedInPoisha" BETWEEN 0 AND "amountInPoisha");
ALTER TABLE "Refund"
  ADD CONSTRAINT refund_is_positive CHECK ("amountInPoisha" > 0),
  ADD CONSTRAINT succeeded_has_its_receipt
    CHECK (status <> 'SUCCEEDED' OR ("refundTrxId" IS NOT NULL AND "completedAt" IS NOT NULL));
CREATE UNIQUE INDEX one_refund_in_flight ON "Refund" ("paymentId") WHERE status IN ('REQUESTED', 'SENDING', 'UNKNOWN');

-- One open discrepancy for one thing, however often it is found.
CREATE UNIQUE INDEX one_open_discrepancy ON "Discrepancy" (kind, subject) WHERE "resolvedAt" IS NULL;

-- History and ledger are written once. (\x3b is a semicolon: the engine that applies migrations splits at every one.)
CREATE OR REPLACE FUNCTION refuse_to_change_history() RETURNS trigger LANGUAGE plpgsql AS
  E'BEGIN RAISE EXCEPTION ''% rows are written once and never changed'', TG_TABLE_NAME\x3b END';
CREATE TRIGGER payment_event_is_never_emptied BEFORE TRUNCATE ON "PaymentEvent"
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_to_change_history();
CREATE TRIGGER order_event_is_insert_only BEFORE UPDATE OR DELETE ON "OrderEvent"
  FOR EACH ROW EXECUTE FUNCTION refuse_to_change_history();
CREATE TRIGGER order_event_is_never_emptied BEFORE TRUNCATE ON "OrderEvent"
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_to_change_history();
CREATE TRIGGER refund_event_is_insert_only BEFORE UPDATE OR DELETE ON "RefundEvent"
  FOR EACH ROW EXECUTE FUNCTION refuse_to_change_history();
CREATE TRIGGER refund_event_is_never_emptied BEFORE TRUNCATE ON "RefundEvent"
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_to_change_history();
CREATE TRIGGER ledger_is_insert_only BEFORE UPDATE OR DELETE ON "LedgerTransaction"
  FOR EACH ROW EXECUTE FUNCTION refuse_to_change_history();
CREATE TRIGGER ledger_is_never_emptied BEFORE TRUNCATE ON "LedgerTransaction"
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_to_change_history();
CREATE TRIGGER ledger_entry_is_insert_only BEFORE UPDATE OR DELETE ON "LedgerEntry"
  FOR EACH ROW EXECUTE FUNCTION refuse_to_change_history();
CREATE TRIGGER ledger_entry_is_never_emptied BEFORE TRUNCATE ON "LedgerEntry"
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_to_change_history();

-- Every movement of money adds up to nothing. Looked at when the transaction ends, because its entries come one by one.
CREATE FUNCTION ledger_must_balance() RETURNS trigger LANGUAGE plpgsql AS
  E'BEGIN
    IF (SELECT sum("amountInPoisha") FROM "LedgerEntry" WHERE "transactionId" = NEW."transactionId") <> 0 THEN
      RAISE EXCEPTION ''Ledger transaction % does not add up to nothing'', NEW."transactionId"\x3b
    END IF\x3b
    RETURN NULL\x3b
  END';
CREATE CONSTRAINT TRIGGER ledger_balances AFTER INSERT ON "LedgerEntry" DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW EXECUTE FUNCTION ledger_must_balance();

-- The payment that an order names as having paid it is completed, and stays so.
CREATE FUNCTION paid_by_a_completed_payment() RETURNS trigger LANGUAGE plpgsql AS
  E'BEGIN
    IF NOT EXISTS (SELECT 1 FROM "Payment" WHERE id = NEW."paidPaymentId" AND status = ''COMPLETED'') THEN
      RAISE EXCEPTION ''Order % names a payment that is not completed'', NEW.number\x3b
    END IF\x3b
    RETURN NULL\x3b
  END';
CREATE TRIGGER order_is_paid_by_a_completed_payment AFTER INSERT OR UPDATE OF "paidPaymentId" ON "Order"
  FOR EACH ROW WHEN (NEW."paidPaymentId" IS NOT NULL) EXECUTE FUNCTION paid_by_a_completed_payment();
CREATE FUNCTION refuse_to_undo_a_payment() RETURNS trigger LANGUAGE plpgsql AS
  E'BEGIN RAISE EXCEPTION ''Payment % is completed: a refund gives money back, nothing undoes it'', OLD."invoiceNumber"\x3b END';
CREATE TRIGGER completed_stays_completed BEFORE UPDATE OF status ON "Payment"
  FOR EACH ROW WHEN (OLD.status = 'COMPLETED' AND NEW.status <> 'COMPLETED') EXECUTE FUNCTION refuse_to_undo_a_payment();

-- What was taken before there was a ledger.
INSERT INTO "LedgerTransaction" (kind, ref, mode, at)
  SELECT 'capture', id, mode, "completedAt" FROM "Payment" WHERE status IN ('COMPLETED', 'DUPLICATE') ORDER BY "completedAt";
INSERT INTO "LedgerEntry" ("transactionId", account, "amountInPoisha")
  SELECT l.id, 'wallet', p."amountInPoisha" FROM "LedgerTransaction" l JOIN "Payment" p ON p.id = l.ref
  UNION ALL
  SELECT l.id, CASE p.status WHEN 'COMPLETED' THEN 'sales' ELSE 'suspense' END::"LedgerAccount", -p."amountInPoisha"
  FROM "LedgerTransaction" l JOIN "Payment" p ON p.id = l.ref;
INSERT INTO "OrderEvent" ("orderId", "to", source, at) SELECT id, status, 'place', "placedAt" FROM "Order" ORDER BY "placedAt";
