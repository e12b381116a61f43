import { passwordMatches } from "./password";

/** Node hashes on four threads that it needs for files and names as well: two are left to the shop. */
const AT_ONCE = 2;

/** Nobody's password. An unknown account is checked against it, so that it takes as long as a known one. */
const NOBODY = `argon2id$${Buffer.alloc(16).toString("base64url")}$${Buffer.alloc(32).toString("base64url")}`;

/** Lets at most `limit` pieces of work run at once; the others wait in line. */
export function atMost(limit: number): <T>(work: () => Promise<T>) => Promise<T> {
  const waiting: (() => void)[] = [];
  let running = 0;
  return async (work) => {
    if (running < limit) running++;
    else await new Promise<void>((go) => waiting.push(go));
    try {
      return await work();
    } finally {
      const next = waiting.shift();
      if (next) next();
      else running--;
    }
  };
}

const inLine = atMost(AT_ONCE);

/** Checks a password against what is stored; null stands for an account that does not exist. */
export const checkPassword = (password: string, stored: string | null): Promise<boolean> =>
  inLine(async () => (await passwordMatches(password, stored ?? NOBODY)) && stored !== null);
