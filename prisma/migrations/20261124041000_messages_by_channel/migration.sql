-- A message goes by SMS and by e-mail: when one of them fails, only that one is tried again.
ALTER TABLE "OutboxMessage" ADD COLUMN "smsSentAt" TIMESTAMPTZ(3),
  ADD COLUMN "emailSentAt" TIMESTAMPTZ(3),
  ADD COLUMN "round" INTEGER NOT NULL DEFAULT 1;
