-- Values of an enum can be used only after the transaction that adds them, so they have a migration of their own.
ALTER TYPE "PaymentSource" ADD VALUE 'place';
ALTER TYPE "PaymentSource" ADD VALUE 'release';
ALTER TYPE "PaymentSource" ADD VALUE 'refund';
ALTER TYPE "PaymentSource" ADD VALUE 'shopper';
ALTER TYPE "PaymentStatus" ADD VALUE 'AUTHORISED';
ALTER TYPE "PaymentStatus" ADD VALUE 'CAPTURING';
ALTER TYPE "PaymentStatus" ADD VALUE 'VOIDING';
ALTER TYPE "PaymentStatus" ADD VALUE 'VOIDED';
