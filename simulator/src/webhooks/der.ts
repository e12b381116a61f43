/**
 * As much of DER (ITU-T X.690) as a certificate needs: Node signs and reads certificates, but does not write them.
 */
const encode = (tag: number, ...parts: readonly Uint8Array[]): Buffer => {
  const content = Buffer.concat(parts);
  return Buffer.concat([Buffer.from([tag]), lengthOf(content.length), content]);
};

// Up to 127 one byte; above, the count of bytes first.
function lengthOf(bytes: number): Buffer {
  if (bytes < 0x80) return Buffer.from([bytes]);
  const digits = Buffer.from(bytes.toString(16).padStart(bytes < 0x100 ? 2 : 4, "0"), "hex");
  return Buffer.concat([Buffer.from([0x80 | digits.length]), digits]);
}

export const sequence = (...parts: readonly Uint8Array[]): Buffer => encode(0x30, ...parts);
export const set = (...parts: readonly Uint8Array[]): Buffer => encode(0x31, ...parts);
export const utf8 = (text: string): Buffer => encode(0x0c, Buffer.from(text));
export const octets = (content: Uint8Array): Buffer => encode(0x04, content);
export const truth = (): Buffer => encode(0x01, Buffer.from([0xff]));
export const nothing = (): Buffer => encode(0x05);
/** A context tag around `content`, e.g. [0] for a certificate's version. */
export const tagged = (number: number, content: Uint8Array): Buffer => encode(0xa0 | number, content);
/** The key identifier of whoever signed: [0] in an authority key identifier. */
export const keyIdentifier = (id: Uint8Array): Buffer => encode(0x80, id);
/** A name among the alternative names of a certificate: [2] dNSName. */
export const dnsName = (name: string): Buffer => encode(0x82, Buffer.from(name, "ascii"));

/** A non-negative whole number, most significant byte first. A leading zero keeps a high bit from meaning "minus". */
export const integer = (bytes: Uint8Array): Buffer =>
  encode(0x02, (bytes[0] ?? 0) >= 0x80 ? Buffer.concat([Buffer.from([0]), bytes]) : bytes);

/** @param unusedBits bits at the end of the last byte that do not count. */
export const bits = (content: Uint8Array, unusedBits = 0): Buffer =>
  encode(0x03, Buffer.from([unusedBits]), content);

/** An object identifier such as "2.5.4.3". */
export function oid(dotted: string): Buffer {
  const [first = 0, second = 0, ...rest] = dotted.split(".").map(Number);
  return encode(0x06, Buffer.from([first * 40 + second, ...rest.flatMap(base128)]));
}

/** GeneralizedTime, whole seconds, UTC. @param at epoch milliseconds. */
export const time = (at: number): Buffer =>
  encode(0x18, Buffer.from(`${new Date(at).toISOString().slice(0, 19).replaceAll(/[-T:]/g, "")}Z`, "ascii"));

function base128(value: number): number[] {
  const digits = [value & 0x7f];
  for (let rest = value >>> 7; rest > 0; rest >>>= 7) digits.unshift((rest & 0x7f) | 0x80);
  return digits;
}
