import { X509Certificate } from "node:crypto";
import { Agent, request } from "undici";
import { readAtMost } from "./request";

/** A certificate is about 2 KiB. */
const MAX_BYTES = 64 * 1024;
const DEADLINE_MS = 5_000;
/** SNS uses one certificate for months. */
const KEPT = 10;
/** Whoever invents names of certificates makes this process open so many connections to the messenger, and no more. */
const FETCHES_PER_MINUTE = 6;

/** Apart from the connections to bKash itself: what strangers can cause must not use those up. */
const agent = new Agent({ connections: 4, connect: { timeout: DEADLINE_MS } });

/** A small text over HTTP; redirects are answers like others, and nobody follows them. Throws unless it is a 200. */
export async function getText(url: string): Promise<string> {
  const response = await request(url, { dispatcher: agent, signal: AbortSignal.timeout(DEADLINE_MS) });
  const text = await readAtMost(response.body, MAX_BYTES);
  if (response.statusCode !== 200 || text === null) throw new Error(`${url} answered ${response.statusCode}`);
  return text;
}

/** The certificates that messages are signed with, fetched once each. Those that cannot be had are asked for again. */
export class Certificates {
  readonly #kept = new Map<string, Promise<X509Certificate>>();
  readonly #get: (url: string) => Promise<string>;
  #fetchedAt: number[] = [];

  constructor(get: (url: string) => Promise<string>) {
    this.#get = get;
  }

  /** Throws when it cannot be had now, or is none. */
  at(url: string): Promise<X509Certificate> {
    const kept = this.#kept.get(url);
    if (kept) return kept;
    const minuteAgo = performance.now() - 60_000;
    this.#fetchedAt = this.#fetchedAt.filter((at) => at > minuteAgo);
    if (this.#fetchedAt.length >= FETCHES_PER_MINUTE)
      return Promise.reject(new Error("too many certificates were asked for in this minute"));
    this.#fetchedAt.push(performance.now());
    const fetched = this.#get(url).then((pem) => new X509Certificate(pem));
    this.#kept.set(url, fetched);
    fetched.catch(() => this.#kept.delete(url));
    const [oldest] = this.#kept.keys();
    if (this.#kept.size > KEPT && oldest) this.#kept.delete(oldest);
    return fetched;
  }
}
