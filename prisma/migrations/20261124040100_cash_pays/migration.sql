-- An order is paid by a payment, or by cash at the door, or by both: cash is all that no payment has paid.
ALTER TABLE "Order" DROP CONSTRAINT paid_names_its_payment;
ALTER TABLE "Order"
  ADD CONSTRAINT paid_names_its_payment
    CHECK ((status IN ('PAID', 'PARTIALLY_REFUNDED', 'REFUNDED'))
      = ("paidPaymentId" IS NOT NULL OR "cashInPoisha" IS NOT NULL)),
  ADD CONSTRAINT cash_pays_what_is_due
    CHECK ("cashInPoisha" > 0 AND "cashInPoisha" <= "totalInPoisha"
      AND ("paidPaymentId" IS NOT NULL OR "cashInPoisha" = "totalInPoisha"));
-- Cash that was received is not forgotten, and its amount does not change.
CREATE FUNCTION refuse_to_undo_cash() RETURNS trigger LANGUAGE plpgsql AS
  E'BEGIN RAISE EXCEPTION ''Order % was paid in cash: that is not undone'', OLD.number\x3b END';
CREATE TRIGGER cash_stays_received BEFORE UPDATE OF "cashInPoisha" ON "Order"
  FOR EACH ROW WHEN (OLD."cashInPoisha" IS NOT NULL
    AND NEW."cashInPoisha" IS DISTINCT FROM OLD."cashInPoisha") EXECUTE FUNCTION refuse_to_undo_cash();
