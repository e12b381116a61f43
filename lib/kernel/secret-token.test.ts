import { hashSecretToken, newSecretToken } from "./secret-token";

test("a secret token is 256 bits in letters that a link can carry, and never the same", () => {
  const tokens = Array.from({ length: 100 }, newSecretToken);
  for (const token of tokens) expect(token).toMatch(/^[\w-]{43}$/);
  expect(new Set(tokens).size).toBe(100);
});

test("what is stored of a token is its SHA-256", () => {
  // FIPS 180-2, appendix B.1
  const hash = Buffer.from(hashSecretToken("abc")).toString("hex");
  expect(hash).toBe("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
});
