import { assertNever } from "./assert-never";

test("a case that nobody thought of is named, not passed over", () => {
  expect(() => assertNever({ kind: "new" } as never)).toThrow('Unexpected case: {"kind":"new"}');
});
