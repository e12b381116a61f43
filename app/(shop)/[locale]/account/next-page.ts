const HOME = "/account";

/** Where a shopper goes after signing in: a page of this shop that has a reason to ask for it, whatever the form says. */
export const nextPage = (wanted: unknown): string =>
  typeof wanted === "string" && /^\/(cart|checkout|wishlist|orders\/S-\d{1,12})$/.test(wanted)
    ? wanted
    : HOME;
