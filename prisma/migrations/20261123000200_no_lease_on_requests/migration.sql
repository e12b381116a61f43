-- Nobody is kept out of a repeated request: its operation lets only one through by itself, and a crash leaves nothing to wait for.
ALTER TABLE "IdempotentRequest" DROP COLUMN "lockedUntil";
