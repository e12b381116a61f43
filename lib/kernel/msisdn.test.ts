import { localMsisdn, maskMsisdn, parseMsisdn } from "./msisdn";

test("a mobile number is understood however it is typed", () => {
  for (const typed of [
    "01712345678",
    "+8801712345678",
    "8801712345678",
    "008801712345678",
    " 01712-345678 ",
    "+880 1712 345678",
    "1712345678",
    "০১৭১২৩৪৫৬৭৮",
    "(017) 1234.5678",
  ])
    expect(parseMsisdn(typed)).toBe("+8801712345678");
});

test("what is not a Bangladeshi mobile number is refused", () => {
  for (const typed of [
    "",
    "0171234567",
    "017123456789",
    "01212345678",
    "02-9876543",
    "+911712345678",
    "phone",
    "017123456a8",
  ])
    expect(parseMsisdn(typed)).toBeNull();
});

test("a number is shown whole or masked, never in between", () => {
  expect(localMsisdn("+8801712345678")).toBe("01712345678");
  expect(localMsisdn("8801712345678")).toBe("01712345678");
  expect(localMsisdn("01788345678")).toBe("01788345678");
  expect(maskMsisdn("+8801712345678")).toBe("017•••••678");
  expect(maskMsisdn("1234567")).toBe("123•••••567");
  expect(maskMsisdn("123456")).toBe("•••");
});
