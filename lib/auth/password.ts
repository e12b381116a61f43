import { argon2, randomBytes, timingSafeEqual, type Argon2Parameters } from "node:crypto";

/** OWASP's minimum for argon2id: 19 MiB, two passes, one lane. */
const COST = { memory: 19_456, passes: 2, parallelism: 1, tagLength: 32 } as const;

function derive(password: string, nonce: Buffer): Promise<Buffer> {
  const parameters: Argon2Parameters = { ...COST, message: password, nonce };
  return new Promise((resolve, reject) =>
    argon2("argon2id", parameters, (error, key) => (error ? reject(error) : resolve(key))),
  );
}

/** A password as it is stored: `argon2id$<nonce>$<key>`, base64url. */
export async function hashPassword(password: string): Promise<string> {
  const nonce = randomBytes(16);
  return `argon2id$${nonce.toString("base64url")}$${(await derive(password, nonce)).toString("base64url")}`;
}

/** Takes as long for a wrong password as for the right one. */
export async function passwordMatches(password: string, stored: string): Promise<boolean> {
  const [algorithm, nonce, key] = stored.split("$");
  if (algorithm !== "argon2id" || !nonce || !key) return false;
  const expected = Buffer.from(key, "base64url");
  const given = await derive(password, Buffer.from(nonce, "base64url"));
  return expected.length === given.length && timingSafeEqual(expected, given);
}
