import { seal, unseal } from "@/lib/platform/sealed-box";

const context = (id: string) => `sign-in code ${id}`;

/** A code as it waits in the database for its sender: whoever reads the table cannot use it. */
export const sealCode = (id: string, code: string): Uint8Array<ArrayBuffer> => seal(code, context(id));

/** Null when it is gone, or was sealed with another key. */
export const openCode = (id: string, sealed: Uint8Array | null): string | null =>
  sealed && unseal(sealed, context(id));
