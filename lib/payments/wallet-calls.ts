/** How a wallet answered, coarsely: nothing of what it said. */
export type CallClass =
  /** 2xx, and no error code in it. */
  | "answered"
  /** 2xx with one of the wallet's error codes. */
  | "refused"
  | "unauthorised"
  | "http 4xx"
  | "http 5xx"
  | "timeout"
  /** Nothing that can be read: a broken connection, no JSON, too long. */
  | "no answer";

/** One call of a wallet, for metrics and logs. */
export interface WalletCall {
  wallet: string;
  /** `execute`, `query`, `grant` … */
  operation: string;
  ms: number;
  outcome: CallClass;
  /** The wallet's error code, when it gave one. */
  code?: string | undefined;
}

/** Is told of every call; wraps it, so that a trace knows when it began. Must not throw. */
export interface WalletCallObserver {
  around<Result>(call: { wallet: string; operation: string }, run: () => Promise<Result>): Promise<Result>;
  ended(call: WalletCall): void;
}
