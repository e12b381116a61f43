import { smsParts } from "./sms-length";

test.each([
  ["160 plain characters", "a".repeat(160), 1],
  ["161 plain characters", "a".repeat(161), 2],
  ["306 plain characters", "a".repeat(306), 2],
  ["307 plain characters", "a".repeat(307), 3],
  ["80 brackets, which take two places each", "[".repeat(80), 1],
  ["81 brackets", "[".repeat(81), 2],
  ["70 letters of Bangla", "ক".repeat(70), 1],
  ["71 letters of Bangla", "ক".repeat(71), 2],
  ["one taka sign among plain characters", `${"a".repeat(70)}৳`, 2],
  ["an empty text", "", 1],
])("%s", (_what, text, parts) => {
  expect(smsParts(text)).toBe(parts);
});
