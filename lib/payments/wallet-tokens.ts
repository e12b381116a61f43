import type { TokenRenewal } from "./payment-provider";

/** What a wallet hands out for a grant or a refresh. */
export interface GrantedToken {
  token: string;
  /** Empty when the wallet sent none: the old one stays. */
  refreshToken: string;
  lifetimeSeconds: number;
}

/** How a wallet's tokens are got. Both throw when no usable token came back. */
export interface TokenCalls {
  grant(): Promise<GrantedToken>;
  refresh(refreshToken: string): Promise<GrantedToken>;
}

/** A token, and how often it was renewed before: so that a rejected one is not taken again. */
export interface HeldToken {
  token: string;
  version: number;
}

/** There is no usable token, and no process asks for one before `until`. */
export interface TokenPause {
  until: Date;
  /** When the last token ended, or the first try to get one failed. */
  since: Date;
  /** For the merchant: what the wallet said. */
  reason: string;
}

/** Where a wallet gets its token. The first two throw PaymentsPaused when there is none and none can be had. */
export interface WalletTokens {
  current(): Promise<HeldToken>;
  /** After the wallet rejected the token of this version. */
  replace(rejectedVersion: number): Promise<HeldToken>;
  /** Called by the system every minute; renews when it is time to. */
  renew(): Promise<TokenRenewal>;
  /** Null while there is a usable token, or one may be asked for. */
  pause(): Promise<TokenPause | null>;
}

/** Makes the store for one wallet, mode and set of credentials, which `key` names. */
export type OpenTokenStore = (key: string, calls: TokenCalls) => WalletTokens;
