/** How a wallet's portal writes its statement. Another portal, or a changed one, is another value of this. */
export interface StatementFormat {
  /** What stands between two fields; the first that makes a heading is taken. */
  delimiters: readonly string[];
  /**
   * Where a field stands: the names that its heading may have (capitals, spaces and signs do not count), or its place,
   * counted from 0, in a file without headings.
   */
  columns: {
    trxId: Column;
    at: Column;
    amount: Column;
    /** What moved. Without it every line is money that was taken. */
    type: Column | null;
    /** Without it every line is done. */
    status: Column | null;
    invoiceNumber: Column | null;
  };
  /** `yyyy MM dd MMM HH hh mm ss a`, all else as it stands; the first that fits is taken. Dhaka's clock. */
  dates: readonly string[];
  /** Of the types: which are money that went back, and which of the others payments to the shop. The rest is left out. */
  captures: RegExp;
  refunds: RegExp;
  /** Of the statuses: which are done. Lines of other statuses are left out. */
  done: RegExp;
}

export type Column = readonly string[] | number;

/**
 * bKash's merchant portal. bKash publishes no description of its file: this is our best guess, wide enough for the names
 * that its APIs and its app use. Compare it with the first file that you download.
 */
export const bkashPortal: StatementFormat = {
  delimiters: [",", ";", "\t"],
  columns: {
    trxId: ["trx id", "transaction id", "trxid", "txn id"],
    at: ["date time", "transaction date", "transaction time", "date", "completed time", "initiation time"],
    amount: ["amount", "transaction amount", "amount tk", "amount bdt"],
    type: ["transaction type", "type", "service", "service name"],
    status: ["status", "transaction status"],
    invoiceNumber: [
      "merchant invoice number",
      "invoice number",
      "invoice no",
      "merchant invoice",
      "invoice",
      "reference",
    ],
  },
  dates: [
    "yyyy-MM-dd HH:mm:ss",
    "yyyy-MM-ddTHH:mm:ss",
    "dd/MM/yyyy HH:mm:ss",
    "dd/MM/yyyy hh:mm:ss a",
    "dd-MM-yyyy HH:mm:ss",
    "dd-MM-yyyy hh:mm:ss a",
    "dd-MMM-yyyy HH:mm:ss",
    "dd MMM yyyy hh:mm a",
    "dd MMM yyyy HH:mm:ss",
    "dd/MM/yyyy HH:mm",
    "yyyy-MM-dd HH:mm",
    "yyyyMMddHHmmss",
  ],
  captures: /\bpayment\b|^c2b\b|checkout/i,
  refunds: /refund|reversal/i,
  done: /^(completed?|success(ful)?|settled)$/i,
};
