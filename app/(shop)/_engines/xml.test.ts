import { element, xmlText } from "./xml";

test("text cannot end its element, and what XML cannot hold is dropped", () => {
  expect(element("title", `Tea & "milk" <b>\u0000\u000b'x'`)).toBe(
    "<title>Tea &amp; &quot;milk&quot; &lt;b&gt;&apos;x&apos;</title>",
  );
  expect(xmlText("চা ৳৩৫০ 🫖")).toBe("চা ৳৩৫০ 🫖");
  expect(element("title", "")).toBe("");
});
