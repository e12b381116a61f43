import { chooseValue, variantOf } from "./chosen-variant";

const bag = (size: string, colour: string, stock = 3) => ({ chosen: { size, colour }, stock });
const bags = [bag("regular", "green"), bag("regular", "red"), bag("large", "green"), bag("huge", "red", 0)];

test("two choices name one variant", () => {
  expect(variantOf(bags, { size: "large", colour: "green" })).toBe(bags[2]);
  expect(variantOf(bags, { size: "large", colour: "red" })).toBeUndefined();
});

test("a product without choices has one variant", () => {
  const only = { chosen: {}, stock: 1 };
  expect(variantOf([only], {})).toBe(only);
});

test("a value that goes with what is chosen changes nothing else", () => {
  expect(chooseValue(bags, { size: "regular", colour: "green" }, "colour", "red")).toEqual({
    size: "regular",
    colour: "red",
  });
});

test("a value that does not go with what is chosen takes the nearest thing that exists", () => {
  expect(chooseValue(bags, { size: "regular", colour: "red" }, "size", "large")).toEqual({
    size: "large",
    colour: "green",
  });
  expect(chooseValue(bags, { size: "large", colour: "green" }, "colour", "red")).toEqual({
    size: "regular",
    colour: "red",
  });
});

test("a value that nothing has leaves the choice as it was", () => {
  expect(chooseValue(bags, { size: "large", colour: "green" }, "colour", "blue")).toEqual({
    size: "large",
    colour: "green",
  });
});
