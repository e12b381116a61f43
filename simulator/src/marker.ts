/**
 * Occurs in everything that the simulator serves to a browser. A shop can search its own build for it to prove
 * that no part of the simulator was shipped. The files in browser/ carry the same text.
 */
export const SIMULATOR_MARKER = "BKASH_SIMULATOR_MARKER_5f1c";
