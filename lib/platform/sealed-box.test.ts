import { randomBytes } from "node:crypto";

const TOKEN = "eyJraWQiOiJ0ZXN0In0.eyJhdWQiOiJ0ZXN0In0.c2lnbmF0dXJl টাকা";
const PLACE = "token bkash:live:1";

/** The box as a process with this key sees it. */
function boxWithKey(key: Buffer) {
  process.env.TOKEN_ENCRYPTION_KEY = key.toString("base64url");
  jest.resetModules();
  return import("./sealed-box");
}

test("what was sealed opens again, also when it is empty", async () => {
  const { seal, unseal } = await boxWithKey(randomBytes(32));
  for (const text of [TOKEN, "", "x".repeat(5000)]) expect(unseal(seal(text, PLACE), PLACE)).toBe(text);
});

test("nothing of the text can be read in what is stored, and no two are alike", async () => {
  const { seal } = await boxWithKey(randomBytes(32));
  const [one, two] = [Buffer.from(seal(TOKEN, PLACE)), Buffer.from(seal(TOKEN, PLACE))];
  expect(one.includes("eyJ")).toBe(false);
  expect(one.subarray(0, 12)).not.toEqual(two.subarray(0, 12));
  expect(one.subarray(28)).not.toEqual(two.subarray(28));
});

test("another key does not open it", async () => {
  const sealed = (await boxWithKey(randomBytes(32))).seal(TOKEN, PLACE);
  expect((await boxWithKey(randomBytes(32))).unseal(sealed, PLACE)).toBeNull();
});

test("moved to another place it does not open", async () => {
  const { seal, unseal } = await boxWithKey(randomBytes(32));
  const sealed = seal(TOKEN, PLACE);
  for (const elsewhere of ["token bkash:live:2", "token bkash:sandbox:1", ""])
    expect(unseal(sealed, elsewhere)).toBeNull();
});

test("with any one bit flipped it does not open", async () => {
  const { seal, unseal } = await boxWithKey(randomBytes(32));
  const sealed = seal("token", PLACE);
  for (let bit = 0; bit < sealed.length * 8; bit++) {
    const changed = Uint8Array.from(sealed, (byte, n) => (n === bit >> 3 ? byte ^ (1 << (bit & 7)) : byte));
    expect(unseal(changed, PLACE)).toBeNull();
  }
});

test.each(["", "token"])("cut short or lengthened, %p does not open", async (text) => {
  const { seal, unseal } = await boxWithKey(randomBytes(32));
  const sealed = seal(text, PLACE);
  const opening = Array.from(sealed.keys()).filter(
    (length) => unseal(sealed.subarray(0, length), PLACE) !== null,
  );
  expect(opening).toEqual([]);
  expect(unseal(Uint8Array.from([...sealed, 0]), PLACE)).toBeNull();
});
