-- The other half of "an order names the payment that paid it": a completed payment is the one that its order names. Looked
-- at when the transaction ends, because payment and order change one after the other.
CREATE FUNCTION completed_pays_its_order() RETURNS trigger LANGUAGE plpgsql AS
  E'BEGIN
    IF NOT EXISTS (SELECT 1 FROM "Order" WHERE id = NEW."orderId" AND "paidPaymentId" = NEW.id) THEN
      RAISE EXCEPTION ''Payment % is completed, and its order does not say so'', NEW."invoiceNumber"\x3b
    END IF\x3b
    RETURN NULL\x3b
  END';
CREATE CONSTRAINT TRIGGER completed_payment_pays_its_order AFTER INSERT OR UPDATE OF status ON "Payment"
  DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW WHEN (NEW.status = 'COMPLETED') EXECUTE FUNCTION completed_pays_its_order();
