import { store } from "@/store.config";

/** What a merchant may switch off. */
export type Feature = keyof typeof store.features;

/**
 * Whether the shop offers it: `features` in store.config.ts. Pages ask before they show it, and what does it asks again, so
 * that a page which was opened before finds a door that is closed.
 */
export const isOffered = (feature: Feature): boolean => store.features[feature];
