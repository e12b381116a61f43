import { maskContact, readContact } from "./contact";

test.each(["01712-345678", "+880 1712 345678", "০১৭১২৩৪৫৬৭৮"])("%s is a phone", (typed) => {
  expect(readContact(typed)).toEqual({ phone: "+8801712345678", email: null });
});

test.each(["rahima@example.com", " Rahima@Example.COM "])("%s is an e-mail address", (typed) => {
  expect(readContact(typed)).toEqual({ phone: null, email: "rahima@example.com" });
});

test.each([
  "",
  "12345",
  "rahima",
  "a@b",
  "a b@example.com",
  "a@b@example.com",
  "<a@example.com>",
  "a@x.com,b@x.com",
])("%s is neither", (typed) => expect(readContact(typed)).toBeNull());

test("a contact is shown so that only its owner recognises it", () => {
  expect(maskContact({ phone: "+8801712345678", email: null }, "en")).toBe("017•••••678");
  expect(maskContact({ phone: "+8801712345678", email: null }, "bn")).toBe("০১৭•••••৬৭৮");
  expect(maskContact({ phone: null, email: "rahima@example.com" }, "en")).toBe("r•••@example.com");
});
