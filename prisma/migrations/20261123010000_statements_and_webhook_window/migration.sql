-- CreateEnum
CREATE TYPE "StatementLineKind" AS ENUM ('capture', 'refund');

-- CreateTable
CREATE TABLE "WebhookWindow" (
    "provider" TEXT NOT NULL,
    "mode" "PaymentMode" NOT NULL,
    "openUntil" TIMESTAMPTZ(3) NOT NULL,
    "openedBy" UUID NOT NULL,

    CONSTRAINT "WebhookWindow_pkey" PRIMARY KEY ("provider","mode")
);

-- CreateTable
CREATE TABLE "Statement" (
    "id" UUID NOT NULL,
    "provider" TEXT NOT NULL,
    "mode" "PaymentMode" NOT NULL,
    "fileName" TEXT NOT NULL,
    "fileHash" BYTEA NOT NULL,
    "coversFrom" TIMESTAMPTZ(3) NOT NULL,
    "coversUntil" TIMESTAMPTZ(3) NOT NULL,
    "importedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "importedBy" UUID NOT NULL,

    CONSTRAINT "Statement_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "StatementLine" (
    "id" BIGSERIAL NOT NULL,
    "statementId" UUID NOT NULL,
    "provider" TEXT NOT NULL,
    "mode" "PaymentMode" NOT NULL,
    "kind" "StatementLineKind" NOT NULL,
    "trxId" TEXT NOT NULL,
    "amountInPoisha" INTEGER NOT NULL,
    "invoiceNumber" TEXT,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "StatementLine_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "Statement_provider_mode_fileHash_key" ON "Statement"("provider", "mode", "fileHash");

-- CreateIndex
CREATE INDEX "Statement_importedAt_idx" ON "Statement"("importedAt");

-- CreateIndex
CREATE UNIQUE INDEX "StatementLine_provider_mode_kind_trxId_key" ON "StatementLine"("provider", "mode", "kind", "trxId");

-- CreateIndex
CREATE INDEX "StatementLine_statementId_idx" ON "StatementLine"("statementId");

-- CreateIndex
CREATE INDEX "StatementLine_invoiceNumber_idx" ON "StatementLine"("invoiceNumber");

-- AddForeignKey
ALTER TABLE "StatementLine" ADD CONSTRAINT "StatementLine_statementId_fkey" FOREIGN KEY ("statementId") REFERENCES "Statement"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
