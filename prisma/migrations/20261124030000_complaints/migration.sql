-- CreateEnum
CREATE TYPE "ComplaintTopic" AS ENUM ('LATE', 'DAMAGED', 'WRONG_ITEM', 'QUALITY', 'PAYMENT', 'OTHER');

-- CreateTable
CREATE TABLE "Complaint" (
    "id" UUID NOT NULL,
    "orderId" UUID NOT NULL,
    "topic" "ComplaintTopic" NOT NULL,
    "text" TEXT NOT NULL,
    "filedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "answer" TEXT,
    "answeredAt" TIMESTAMPTZ(3),
    "answeredBy" UUID,

    CONSTRAINT "Complaint_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "Complaint_orderId_idx" ON "Complaint"("orderId");

-- AddForeignKey
ALTER TABLE "Complaint" ADD CONSTRAINT "Complaint_orderId_fkey" FOREIGN KEY ("orderId") REFERENCES "Order"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What follows Prisma's schema language cannot say.

-- A complaint is answered exactly when it has an answer, with who gave it and when.
ALTER TABLE "Complaint"
  ADD CONSTRAINT answer_is_whole CHECK ((answer IS NULL) = ("answeredAt" IS NULL) AND (answer IS NULL) = ("answeredBy" IS NULL)),
  ADD CONSTRAINT complaint_says_something CHECK (char_length(text) BETWEEN 1 AND 2000);

-- What the merchant still owes an answer to: few among many.
CREATE INDEX complaints_to_answer ON "Complaint" ("filedAt") WHERE "answeredAt" IS NULL;
