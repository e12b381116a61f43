import fc from "fast-check";
import { formatTaka, poisha, takaText } from "@/lib/kernel/money";
import { parseStatement } from "./parse-statement";
import { readAmount, readDate } from "./read-field";
import { bkashPortal, type StatementFormat } from "./statement-format";

const read = (text: string, format: StatementFormat = bkashPortal) => parseStatement(text, format);
const HEAD = "Date Time,Transaction Type,Trx ID,Merchant Invoice Number,Amount,Status";

test("a payment and a refund are read; a settlement, a line that is not done, and the total are left out", () => {
  expect(
    read(`${HEAD}
2026-11-23 14:05:09,Payment,BKN1234567,S-10042-1,"1,310.00",Completed
2026-11-23 15:00:00,Payment Refund,BKN1234568,S-10042-1,1310,Completed
2026-11-23 16:00:00,Bank Settlement,BKN1234569,,5000,Completed
2026-11-23 17:00:00,Payment,BKN1234570,S-10043-1,500,Failed
,,,Total,6810,
`),
  ).toEqual({
    ok: true,
    leftOut: 3,
    movements: [
      {
        kind: "capture",
        trxId: "BKN1234567",
        amount: 131_000,
        invoiceNumber: "S-10042-1",
        at: new Date("2026-11-23T08:05:09Z"),
      },
      {
        kind: "refund",
        trxId: "BKN1234568",
        amount: 131_000,
        invoiceNumber: "S-10042-1",
        at: new Date("2026-11-23T09:00:00Z"),
      },
    ],
  });
});

test.each([
  ["semicolons", `Trx ID;Date;Amount\nBKN1;23/11/2026 14:05;৳ 100`],
  ["tabs", `TRX-ID\tDATE\tAMOUNT (TK)\nBKN1\t23-Nov-2026 14:05:00\t100.00`],
  [
    "titles above the table",
    `Statement of 01929918000\n\nFrom,23/11/2026\nTrx Id,Date,Amount\nBKN1,20261123140500,100`,
  ],
  ["a byte order mark and Windows line ends", `\ufeffTrx ID,Date,Amount\r\nBKN1,2026-11-23 14:05:00,100\r\n`],
  ["Bangla digits", `Trx ID,Date,Amount\nBKN1,২৩/১১/২০২৬ ১৪:০৫:০০,"৳১০০.০০"`],
  ["morning and afternoon", `Trx ID,Date,Amount\nBKN1,23 Nov 2026 02:05 PM,Tk. 100`],
])("a file with %s is read", (_what, text) => {
  expect(read(text)).toMatchObject({
    ok: true,
    movements: [{ trxId: "BKN1", amount: 10_000, at: new Date("2026-11-23T08:05:00Z") }],
  });
});

test("a file without headings is read by places", () => {
  const columns = { trxId: 2, at: 0, amount: 1, type: null, status: null, invoiceNumber: null };
  expect(read("2026-11-23 14:05:00,100,BKN1", { ...bkashPortal, columns })).toMatchObject({
    movements: [{ kind: "capture", trxId: "BKN1", amount: 10_000 }],
  });
});

test.each(["", "hello", "a,b,c\n1,2,3", '"', "\0\0\0", "PK\u0003\u0004 a spreadsheet", "<html></html>"])(
  "%j is no statement",
  (text) => {
    expect(read(text)).toEqual({ ok: false, code: "NOT_A_STATEMENT" });
  },
);

test("one line that cannot be read refuses the whole file, and says which: what is missing would look like lost money", () => {
  const good = "2026-11-23 14:05:09,Payment,BKN1,S-1-1,100,Completed";
  expect(
    read(
      [
        HEAD,
        good,
        "23.11.26,Payment,BKN2,,100,Completed",
        "2026-11-23 14:05:09,Payment,BKN3,,-,Completed",
      ].join("\n"),
    ),
  ).toEqual({ ok: false, code: "UNREADABLE_ROWS", rows: [3, 4] });
  expect(read([HEAD, good, good.replace("100", "101")].join("\n"))).toMatchObject({ rows: [3] });
  expect(read([HEAD, good, good].join("\n"))).toMatchObject({ ok: true, movements: [{ trxId: "BKN1" }] });
});

test("every amount is read as it was, however it is written", () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 99_999_999_999 }), (count) => {
      const amount = poisha(count);
      for (const written of [
        takaText(amount),
        formatTaka(amount, "bn"),
        formatTaka(amount, "en"),
        `-${takaText(amount)} BDT`,
      ])
        expect(readAmount(written)).toBe(amount);
    }),
  );
});

test.each(["", "Tk", "1.234", "1e5", "12a", "--1", "0x10", "1,2,3.4.5", "NaN"])(
  "%j is no amount",
  (written) => {
    expect(readAmount(written)).toBeNull();
  },
);

test.each([
  "2026-02-30 10:00:00",
  "2026-13-01 10:00:00",
  "2026-11-23 25:00:00",
  "2026-11-23 10:61:00",
  "today",
  "",
])("%j is no moment", (written) => {
  expect(readDate(written, bkashPortal.dates)).toBeNull();
});

test("midnight and noon are not taken for one another", () => {
  const at = (written: string) => readDate(written, ["dd/MM/yyyy hh:mm:ss a"])?.toISOString();
  expect(at("23/11/2026 12:00:00 AM")).toBe("2026-11-22T18:00:00.000Z");
  expect(at("23/11/2026 12:00:00 pm")).toBe("2026-11-23T06:00:00.000Z");
});

test("no text at all makes the reader fall over", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (text) => void read(`${HEAD}\n${text}`)),
    { numRuns: 500 },
  );
});
