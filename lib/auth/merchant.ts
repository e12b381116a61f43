declare const badge: unique symbol;

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
