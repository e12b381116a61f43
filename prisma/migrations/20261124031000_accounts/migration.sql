-- AlterTable
ALTER TABLE "OutboxMessage" ADD COLUMN     "signInCodeId" UUID;

-- CreateTable
CREATE TABLE "ShopperAccount" (
    "id" UUID NOT NULL,
    "phone" TEXT,
    "email" TEXT,
    "shopperId" UUID NOT NULL,
    "sessionVersion" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "ShopperAccount_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "SignInCode" (
    "id" UUID NOT NULL,
    "tokenHash" BYTEA NOT NULL,
    "phone" TEXT,
    "email" TEXT,
    "locale" TEXT NOT NULL,
    "codeHash" BYTEA NOT NULL,
    "codeSealed" BYTEA,
    "tries" INTEGER NOT NULL DEFAULT 0,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "usedAt" TIMESTAMPTZ(3),

    CONSTRAINT "SignInCode_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "ShopperAccount_phone_key" ON "ShopperAccount"("phone");

-- CreateIndex
CREATE UNIQUE INDEX "ShopperAccount_email_key" ON "ShopperAccount"("email");

-- CreateIndex
CREATE UNIQUE INDEX "ShopperAccount_shopperId_key" ON "ShopperAccount"("shopperId");

-- CreateIndex
CREATE UNIQUE INDEX "SignInCode_tokenHash_key" ON "SignInCode"("tokenHash");

-- CreateIndex
CREATE INDEX "SignInCode_expiresAt_idx" ON "SignInCode"("expiresAt");

-- CreateIndex
CREATE INDEX "OutboxMessage_signInCodeId_idx" ON "OutboxMessage"("signInCodeId");

-- AddForeignKey
ALTER TABLE "ShopperAccount" ADD CONSTRAINT "ShopperAccount_shopperId_fkey" FOREIGN KEY ("shopperId") REFERENCES "Shopper"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "OutboxMessage" ADD CONSTRAINT "OutboxMessage_signInCodeId_fkey" FOREIGN KEY ("signInCodeId") REFERENCES "SignInCode"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What follows Prisma's schema language cannot say.

-- An account, and a code, belong to exactly one phone or e-mail address.
ALTER TABLE "ShopperAccount" ADD CONSTRAINT account_has_one_contact CHECK ((phone IS NULL) <> (email IS NULL));
ALTER TABLE "SignInCode" ADD CONSTRAINT code_goes_to_one_contact CHECK ((phone IS NULL) <> (email IS NULL));

-- Orders are looked for by the address that an account has proved, however it was spelt.
CREATE INDEX orders_by_email ON "Order" (lower("contactEmail")) WHERE "contactEmail" IS NOT NULL;
