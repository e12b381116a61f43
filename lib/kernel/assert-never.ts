/** Closes a switch: adding a case somewhere becomes a compile error wherever it matters. */
export function assertNever(value: never): never {
  throw new Error(`Unexpected case: ${JSON.stringify(value)}`);
}
