import { readOrderSearch } from "./read-order-search";

test("an order is found by its number, however it is typed, and by its invoice number", () => {
  for (const typed of ["S-10042", "s-10042", "S10042", " 10042 ", "S-10042-2"])
    expect(readOrderSearch(typed)).toEqual({ kind: "number", number: "S-10042" });
});

test("an order is found by its phone number, however it is typed", () => {
  for (const typed of ["01712345678", "01712-345678", "+880 1712 345678", "০১৭১২৩৪৫৬৭৮"])
    expect(readOrderSearch(typed)).toEqual({ kind: "phone", phone: "+8801712345678" });
});

test("an order is found by the receipt number on the customer's phone", () => {
  expect(readOrderSearch("DBM60A1B2C")).toEqual({ kind: "trxId", trxId: "DBM60A1B2C" });
});

test("anything else is not searched for", () => {
  for (const typed of ["", "Rahima", "রহিমা খাতুন", "'; DROP TABLE", "S-10042-2-3", "a b"])
    expect([typed, readOrderSearch(typed)?.kind === "number"]).toEqual([typed, false]);
  expect(readOrderSearch("'; DROP TABLE")).toBeNull();
});
