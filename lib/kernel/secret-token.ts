import { createHash, randomBytes } from "node:crypto";

/** 256 random bits as 43 characters of base64url: a secret that nobody guesses. */
export const newSecretToken = (): string => randomBytes(32).toString("base64url");

/** What is stored of a secret token. A plain SHA-256 is enough for 256 random bits: there is no dictionary to try. */
export const hashSecretToken = (token: string): Uint8Array<ArrayBuffer> =>
  new Uint8Array(createHash("sha256").update(token).digest());
