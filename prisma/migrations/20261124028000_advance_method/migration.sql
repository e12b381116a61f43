-- Cash at the door for the goods, after the delivery fee was paid by the wallet.
ALTER TYPE "PaymentMethod" ADD VALUE 'DELIVERY_FEE_IN_ADVANCE';
