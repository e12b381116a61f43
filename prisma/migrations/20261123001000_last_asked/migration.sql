-- A page that is open may have the wallet asked every few seconds: so it must be known when it was asked last.
ALTER TABLE "Payment" ADD COLUMN "askedAt" TIMESTAMPTZ(3);
