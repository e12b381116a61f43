/** What a saboteur does to a call. `committed` says whether bKash has done the work behind the odd answer. */
const KINDS = {
  "answer-lost": { committed: true, about: "the work is done, then silence" },
  "never-arrived": { committed: false, about: "nothing is done, and the same silence" },
  slow: {
    committed: true,
    about: "the work is done at once, the answer comes after delayMs (default 5,000)",
  },
  "late-completion": {
    committed: true,
    about: "work and answer come after delayMs (default 31,000), even when the client has hung up",
  },
  "gateway-timeout": {
    committed: true,
    about: "the work is done at once, 504 comes after delayMs (default 29,000)",
  },
  "late-after-504": {
    committed: true,
    about: "504 comes after 29 seconds, the work is done after delayMs (default 45,000)",
  },
  lagging: {
    committed: true,
    about: "execute is done, then silence, and query says Initiated for delayMs (default 60,000)",
  },
  "still-initiated": { committed: true, about: "query answers as if execute had never happened" },
  unauthorized: { committed: false, about: '401 {"message":"Unauthorized"}' },
  "token-expired": { committed: false, about: '401 {"message":"The incoming token has expired"}' },
  "system-error-9999": {
    committed: false,
    about: 'HTTP 200 {"statusCode":"9999","statusMessage":"System Error."}',
  },
  html: { committed: false, about: "an HTML page with HTTP 200" },
  empty: { committed: false, about: "HTTP 200 and no body" },
  truncated: { committed: true, about: "the first half of the real answer, as if it were whole" },
  "reset-mid-body": { committed: true, about: "the first half of the real answer, then a cut connection" },
  huge: { committed: true, about: "the real answer and 3 MB of spaces in an unwanted field" },
  drip: { committed: true, about: "the real answer, one byte a second" },
  "wrong-amount": { committed: true, about: "the answer names one taka more than was paid" },
  "wrong-currency": { committed: true, about: "the answer names USD" },
  "wrong-invoice": { committed: true, about: "the answer names another merchantInvoiceNumber" },
  "wrong-payment-id": { committed: true, about: "the answer names another paymentID" },
  "extra-fields": { committed: true, about: "the real answer and fields that nobody has announced" },
  "other-expires-in": { committed: true, about: "expires_in as text where it was a number, or the reverse" },
  "other-time-zone": { committed: true, about: "the answer's times in the other zone" },
  "other-id-style": { committed: true, about: "create answers with a paymentID of the other style" },
  "duplicate-after-pin": {
    committed: true,
    about: "window.pin only: the window tells the page twice that the PIN was right",
  },
  "close-during-execute": {
    committed: true,
    about: "window.pin only: the window closes while the shop executes",
  },
} as const;

type NamedFault = keyof typeof KINDS;
/** A named fault, `status-502` for that HTTP status, or `error-2029` for that business error. */
export type FaultKind = NamedFault | `status-${number}` | `error-${string}`;

/** Milliseconds. 29 s is the longest that bKash's gateway waits (§2), 30 s what clients are told to wait (§5). */
export const DEFAULT_DELAY_MS: Partial<Record<FaultKind, number>> = {
  slow: 5_000,
  "late-completion": 31_000,
  "gateway-timeout": 29_000,
  "late-after-504": 45_000,
  lagging: 60_000,
};

const named = (kind: string) => (Object.hasOwn(KINDS, kind) ? KINDS[kind as NamedFault] : undefined);

export const FAULT_NAMES: readonly string[] = Object.keys(KINDS);

export const isFaultKind = (kind: unknown): kind is FaultKind =>
  typeof kind === "string" && (named(kind) !== undefined || /^status-[45]\d\d$|^error-\d{3,4}$/.test(kind));

/** Is the work done behind the answer, unless the fault says otherwise? */
export const isCommitted = (kind: FaultKind): boolean => named(kind)?.committed ?? false;

/** The kinds as data, for the control API. */
export const describeFaults = () => [
  ...Object.entries(KINDS).map(([fault, { committed, about }]) => ({ fault, committed, about })),
  { fault: "status-NNN", committed: false, about: "HTTP 400 to 599 with a gateway body" },
  { fault: "error-NNNN", committed: false, about: "HTTP 200 with this errorCode and its published text" },
];
