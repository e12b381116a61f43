declare const badge: unique symbol;
declare const confirmed: unique symbol;

/**
 * A merchant who is signed in. Only lib/auth/session makes one, after asking the session and the database; a query that
 * takes one as its first argument therefore cannot be called by code that has not asked.
 */
export interface Merchant {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly [badge]: true;
}

/**
 * A merchant who has just typed the password again. Only lib/auth/confirm-merchant makes one; what moves money out of the
 * shop asks for it.
 */
export interface ConfirmedMerchant extends Merchant {
  readonly [confirmed]: true;
}
