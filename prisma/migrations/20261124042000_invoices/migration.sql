-- CreateTable
CREATE TABLE "InvoiceSeries" (
    "name" TEXT NOT NULL,
    "lastNumber" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "InvoiceSeries_pkey" PRIMARY KEY ("name")
);

-- CreateTable
CREATE TABLE "Invoice" (
    "orderId" UUID NOT NULL,
    "series" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "issuedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "seller" JSONB NOT NULL,

    CONSTRAINT "Invoice_pkey" PRIMARY KEY ("orderId")
);

-- CreateIndex
CREATE UNIQUE INDEX "Invoice_series_number_key" ON "Invoice"("series", "number");

-- AddForeignKey
ALTER TABLE "Invoice" ADD CONSTRAINT "Invoice_orderId_fkey" FOREIGN KEY ("orderId") REFERENCES "Order"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Invoice" ADD CONSTRAINT "Invoice_series_fkey" FOREIGN KEY ("series") REFERENCES "InvoiceSeries"("name") ON DELETE RESTRICT ON UPDATE CASCADE;

-- An invoice is issued once. Its number is the one after the last, so that none is missing and none comes twice. (\x3b is a semicolon.)
CREATE TRIGGER invoice_is_insert_only BEFORE UPDATE OR DELETE ON "Invoice"
  FOR EACH ROW EXECUTE FUNCTION refuse_to_change_history();
CREATE TRIGGER invoice_is_never_emptied BEFORE TRUNCATE ON "Invoice"
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_to_change_history();
CREATE FUNCTION invoice_leaves_no_gap() RETURNS trigger LANGUAGE plpgsql AS
  E'BEGIN
    IF NEW.number <> COALESCE((SELECT max(number) FROM "Invoice" WHERE series = NEW.series), 0) + 1 THEN
      RAISE EXCEPTION ''Invoice % of % is not the next one'', NEW.number, NEW.series\x3b
    END IF\x3b
    RETURN NEW\x3b
  END';
CREATE TRIGGER invoice_is_the_next_one BEFORE INSERT ON "Invoice"
  FOR EACH ROW EXECUTE FUNCTION invoice_leaves_no_gap();
