/** The GSM 03.38 alphabet (3GPP TS 23.038, §6.2.1), and what takes two places in it. */
const PLAIN = new Set(
  "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà",
);
const DOUBLE = new Set("\f^{}\\[~]|€");

/** In how many parts an SMS is sent, and paid: 160 plain characters, or 70 of any other alphabet; 153 and 67 when it needs several. */
export function smsParts(text: string): number {
  let places = 0;
  for (const character of text) {
    if (!PLAIN.has(character) && !DOUBLE.has(character)) return inParts(text.length, 70, 67);
    places += DOUBLE.has(character) ? 2 : 1;
  }
  return inParts(places, 160, 153);
}

const inParts = (length: number, alone: number, each: number): number =>
  length <= alone ? 1 : Math.ceil(length / each);
