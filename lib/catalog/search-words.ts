/** More than anybody types, and as many as one question to the database should hold. */
const MAX_WORDS = 6;
const MAX_LENGTH = 80;

/**
 * What was typed into the search box, as words to look for: lower case, one form of each character (Bangla has several
 * ways to write some), without signs. Empty when nothing is left.
 */
export function searchWords(typed: string): string[] {
  const plain = typed
    .slice(0, MAX_LENGTH)
    .normalize("NFC")
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}\u200c\u200d]+/gu, " ");
  return [...new Set(plain.split(" ").filter((word) => word.length > 1))].slice(0, MAX_WORDS);
}
