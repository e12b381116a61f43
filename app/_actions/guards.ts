import "server-only";
import { currentAccount } from "@/app/_session/account";
import { currentShopper, ensureShopper } from "@/app/_session/shopper";

import type { Account } from "@/lib/auth/account-session";

/** Says who may run an action: null turns the caller away. */
export type Guard<Who> = () => Promise<Who | null>;

/** Anybody, known or not: for what is guarded by what is typed. */
export const anybody: Guard<object> = () => Promise.resolve({});

/** Any browser; one that was never here becomes a shopper. */
export const anyBrowser: Guard<{ id: string }> = ensureShopper;

/** A browser that was here before: it has something to change. */
export const knownShopper: Guard<{ id: string }> = currentShopper;

/** Who is signed in to an account. */
export const signedInShopper: Guard<Account> = currentAccount;
