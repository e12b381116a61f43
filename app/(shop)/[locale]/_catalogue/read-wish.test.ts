import { addressOfPage, narrowings, readWish } from "./read-wish";

test("an address names colours, sizes, prices, order and page", () => {
  expect(
    readWish({
      colour: ["red", "blue"],
      size: "42",
      min: "100",
      max: "2500",
      stock: "1",
      sort: "price-up",
      page: "3",
    }),
  ).toEqual({
    chosen: { colour: ["red", "blue"], size: ["42"] },
    typed: undefined,
    atLeast: 100_00,
    atMost: 2500_00,
    inStockOnly: true,
    sort: "price-up",
    page: 3,
  });
});

test("a price is understood in Bangla digits too", () => {
  expect(readWish({ min: "১০০" }).atLeast).toBe(100_00);
});

test("what nobody can mean is left out, and is never an error", () => {
  const wish = readWish({
    min: "-1",
    max: "1e9",
    page: "0",
    sort: "free",
    stock: "yes",
    "colour'; --": "x",
    colour: ["<b>", ""],
    __proto__x: "y",
  });
  expect(wish).toEqual({
    chosen: {},
    typed: undefined,
    atLeast: undefined,
    atMost: undefined,
    inStockOnly: false,
    page: 1,
  });
  expect(narrowings(wish)).toBe(0);
});

test("another page keeps all that was asked for", () => {
  expect(addressOfPage("/bn/products", { colour: ["red", "blue"], q: "চা", page: "2", place: "x" }, 3)).toBe(
    `/bn/products?colour=red&colour=blue&q=${encodeURIComponent("চা")}&page=3`,
  );
  expect(addressOfPage("/bn/products", { page: "2" }, 1)).toBe("/bn/products");
});
