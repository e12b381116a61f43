import { en } from "./en";

/** The words of the back office, in the one language it has today. */
export const words = en;
