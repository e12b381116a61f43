/** Stands where a secret was. */
export const HIDDEN = "(hidden)";

const SECRET_HEADERS = new Set(["authorization", "password", "cookie", "set-cookie"]);
const SECRET_FIELDS = "password|app_secret|id_token|refresh_token|access_token|token|pin|otp";
// Text or number, also when the body was cut off inside of it.
const IN_JSON = new RegExp(`("(?:${SECRET_FIELDS})"\\s*:\\s*)("(?:[^"\\\\]|\\\\.)*"?|[\\d.]+)`, "gi");
const IN_FORM = new RegExp(`\\b((?:${SECRET_FIELDS})=)[^&\\s"]+`, "gi");

/** A body without tokens, passwords, app secrets, PINs and codes. Everything else stays as it was written. */
export const redactBody = (text: string): string =>
  text.replace(IN_JSON, `$1"${HIDDEN}"`).replace(IN_FORM, `$1${HIDDEN}`);

/** Name and value in turn, as Node counts headers; secrets hidden, names as they were sent. */
export function redactHeaders(raw: readonly string[]): string[] {
  const clean = raw.slice();
  for (let at = 0; at + 1 < clean.length; at += 2) {
    if (SECRET_HEADERS.has((clean[at] ?? "").toLowerCase())) clean[at + 1] = HIDDEN;
  }
  return clean;
}
