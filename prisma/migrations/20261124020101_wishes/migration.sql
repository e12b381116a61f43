-- CreateTable
CREATE TABLE "Wish" (
    "shopperId" UUID NOT NULL,
    "productId" UUID NOT NULL,
    "addedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Wish_pkey" PRIMARY KEY ("shopperId","productId")
);

-- CreateIndex
CREATE INDEX "Wish_productId_idx" ON "Wish"("productId");

-- AddForeignKey
ALTER TABLE "Wish" ADD CONSTRAINT "Wish_shopperId_fkey" FOREIGN KEY ("shopperId") REFERENCES "Shopper"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Wish" ADD CONSTRAINT "Wish_productId_fkey" FOREIGN KEY ("productId") REFERENCES "Product"("id") ON DELETE CASCADE ON UPDATE CASCADE;
