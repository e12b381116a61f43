/** Pages that only tell something, in the order of the footer. */
export const INFO_PAGES = ["delivery", "returns", "terms", "privacy", "contact", "about"] as const;

export type InfoPageName = (typeof INFO_PAGES)[number];
