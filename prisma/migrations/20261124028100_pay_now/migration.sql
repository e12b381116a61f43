-- What the wallet is to take for an order: all of it, or the delivery fee where the goods are paid at the door. The database
-- computes it, so that no code can write another amount, and it stays once a payment of the order was opened.
ALTER TABLE "Order" ADD COLUMN "payNowInPoisha" INTEGER NOT NULL GENERATED ALWAYS AS (
  CASE WHEN "paymentMethod" = 'DELIVERY_FEE_IN_ADVANCE' THEN "deliveryFeeInPoisha" ELSE "totalInPoisha" END) STORED;
ALTER TABLE "Order" ADD CONSTRAINT something_is_paid_now CHECK ("payNowInPoisha" > 0);

CREATE FUNCTION refuse_another_way_to_pay() RETURNS trigger LANGUAGE plpgsql AS
  E'BEGIN
    IF EXISTS (SELECT 1 FROM "Payment" WHERE "orderId" = NEW.id) THEN
      RAISE EXCEPTION ''Order % has a payment: what it is to take does not change any more'', NEW.number\x3b
    END IF\x3b
    RETURN NULL\x3b
  END';
CREATE TRIGGER pay_now_stays AFTER UPDATE OF "paymentMethod" ON "Order"
  FOR EACH ROW WHEN (NEW."payNowInPoisha" <> OLD."payNowInPoisha") EXECUTE FUNCTION refuse_another_way_to_pay();
