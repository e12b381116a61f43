-- CreateEnum
CREATE TYPE "ReviewStatus" AS ENUM ('PENDING', 'PUBLISHED', 'HIDDEN');

-- AlterTable
ALTER TABLE "Product" ADD COLUMN "ratingCount" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN "ratingSum" INTEGER NOT NULL DEFAULT 0;

-- CreateTable
CREATE TABLE "Review" (
    "id" UUID NOT NULL,
    "productId" UUID NOT NULL,
    "orderLineId" UUID,
    "rating" INTEGER NOT NULL,
    "text" TEXT NOT NULL,
    "shownName" TEXT NOT NULL,
    "locale" TEXT NOT NULL,
    "status" "ReviewStatus" NOT NULL DEFAULT 'PENDING',
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Review_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "Review_orderLineId_key" ON "Review"("orderLineId");

-- CreateIndex
CREATE INDEX "Review_productId_status_createdAt_idx" ON "Review"("productId", "status", "createdAt");

-- CreateIndex
CREATE INDEX "Review_status_createdAt_idx" ON "Review"("status", "createdAt");

-- AddForeignKey
ALTER TABLE "Review" ADD CONSTRAINT "Review_productId_fkey" FOREIGN KEY ("productId") REFERENCES "Product"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Review" ADD CONSTRAINT "Review_orderLineId_fkey" FOREIGN KEY ("orderLineId") REFERENCES "OrderLine"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What follows Prisma's schema language cannot say.

ALTER TABLE "Review" ADD CONSTRAINT review_has_one_to_five_stars CHECK (rating BETWEEN 1 AND 5);

-- A product's stars are those of its published reviews, whoever publishes or hides one. Counted up and down, not anew, so
-- that two at once both count. (\x3b is a semicolon: the engine that applies migrations splits at every one.)
CREATE FUNCTION count_published_review() RETURNS trigger LANGUAGE plpgsql AS E'BEGIN
  IF TG_OP <> ''INSERT'' AND OLD.status = ''PUBLISHED'' THEN
    UPDATE "Product" SET "ratingCount" = "ratingCount" - 1, "ratingSum" = "ratingSum" - OLD.rating WHERE id = OLD."productId"\x3b
  END IF\x3b
  IF TG_OP <> ''DELETE'' AND NEW.status = ''PUBLISHED'' THEN
    UPDATE "Product" SET "ratingCount" = "ratingCount" + 1, "ratingSum" = "ratingSum" + NEW.rating WHERE id = NEW."productId"\x3b
  END IF\x3b
  RETURN NULL\x3b
END';
CREATE TRIGGER published_reviews_are_counted AFTER INSERT OR UPDATE OR DELETE ON "Review"
  FOR EACH ROW EXECUTE FUNCTION count_published_review();
