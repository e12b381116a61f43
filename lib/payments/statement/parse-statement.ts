import { parse, type CsvError } from "csv-parse/sync";
import type { Poisha } from "@/lib/kernel/money";
import { readAmount, readDate } from "./read-field";
import type { Column, StatementFormat } from "./statement-format";

/** One movement of money as a statement names it. */
export interface StatedMovement {
  kind: "capture" | "refund";
  trxId: string;
  amount: Poisha;
  invoiceNumber: string | null;
  at: Date;
}

export type ParsedStatement =
  | { ok: true; movements: StatedMovement[]; leftOut: number }
  /** No line has the headings that the format names. */
  | { ok: false; code: "NOT_A_STATEMENT" }
  /** A statement that is read in part says wrong things about what is not in it. `rows` count from 1, as spreadsheets do. */
  | { ok: false; code: "UNREADABLE_ROWS"; rows: number[] };

const MOST_ROWS_NAMED = 20;
/** What the database can keep: more than 2 crore taka in one payment. */
const LARGEST = 2 ** 31 - 1;

/** Reads the text of a statement. Pure. */
export function parseStatement(text: string, format: StatementFormat): ParsedStatement {
  for (const delimiter of format.delimiters) {
    const rows = readRows(text, delimiter);
    const table = rows && findTable(rows, format);
    if (table) return readTable(table, format);
  }
  return { ok: false, code: "NOT_A_STATEMENT" };
}

interface Row {
  fields: string[];
  /** Where it stands in the file, from 1. */
  line: number;
}

function readRows(text: string, delimiter: string): Row[] | null {
  try {
    const rows = parse(text, {
      delimiter,
      bom: true,
      info: true,
      // Titles above the table and totals below it are shorter than its rows.
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: true,
      trim: true,
      max_record_size: 100_000,
      // With `info` that is what it gives; its types do not say so.
    }) as unknown as { record: string[]; info: { lines: number } }[];
    return rows.map(({ record, info }) => ({ fields: record, line: info.lines }));
  } catch (error) {
    if ((error as CsvError).code?.startsWith("CSV_")) return null;
    throw error;
  }
}

type Places = Record<keyof StatementFormat["columns"], number | null>;

interface Table {
  places: Places;
  rows: Row[];
}

/** The rows below the headings, and where each field stands in them. */
function findTable(rows: readonly Row[], { columns }: StatementFormat): Table | null {
  if ([columns.trxId, columns.at, columns.amount].every((column) => typeof column === "number"))
    return { places: placesIn([], columns), rows: [...rows] };
  for (const [index, { fields }] of rows.entries()) {
    const places = placesIn(fields.map(nameOf), columns);
    if (places.trxId !== null && places.at !== null && places.amount !== null)
      return { places, rows: rows.slice(index + 1) };
  }
  return null;
}

const nameOf = (heading: string): string =>
  heading
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, " ")
    .trim();

function placesIn(headings: readonly string[], columns: StatementFormat["columns"]): Places {
  const placeOf = (column: Column | null): number | null => {
    if (column === null || typeof column === "number") return column;
    for (const name of column) if (headings.includes(name)) return headings.indexOf(name);
    return null;
  };
  return {
    trxId: placeOf(columns.trxId),
    at: placeOf(columns.at),
    amount: placeOf(columns.amount),
    type: placeOf(columns.type),
    status: placeOf(columns.status),
    invoiceNumber: placeOf(columns.invoiceNumber),
  };
}

function readTable({ places, rows }: Table, format: StatementFormat): ParsedStatement {
  const movements = new Map<string, StatedMovement>();
  const unreadable: number[] = [];
  let leftOut = 0;
  for (const { fields, line } of rows) {
    const read = readMovement((name) => fields[places[name] ?? -1] ?? "", places, format);
    if (read === "left out") leftOut++;
    else if (read === "unreadable") unreadable.push(line);
    else {
      const name = `${read.kind} ${read.trxId}`;
      const before = movements.get(name);
      if (before && before.amount !== read.amount) unreadable.push(line);
      movements.set(name, read);
    }
  }
  if (unreadable.length > 0)
    return { ok: false, code: "UNREADABLE_ROWS", rows: unreadable.slice(0, MOST_ROWS_NAMED) };
  return { ok: true, movements: [...movements.values()], leftOut };
}

function readMovement(
  field: (name: keyof Places) => string,
  places: Places,
  format: StatementFormat,
): StatedMovement | "left out" | "unreadable" {
  const trxId = field("trxId");
  // A total, or a remark: nothing that moved is without a receipt number.
  if (trxId === "") return "left out";
  const type = field("type");
  const isRefund = places.type !== null && format.refunds.test(type);
  if (places.type !== null && !isRefund && !format.captures.test(type)) return "left out";
  if (places.status !== null && !format.done.test(field("status"))) return "left out";
  const amount = readAmount(field("amount"));
  const at = readDate(field("at"), format.dates);
  if (!amount || amount > LARGEST || !at || !/^[!-~]{1,64}$/.test(trxId)) return "unreadable";
  const invoiceNumber = field("invoiceNumber").slice(0, 255) || null;
  return { kind: isRefund ? "refund" : "capture", trxId, amount, invoiceNumber, at };
}
