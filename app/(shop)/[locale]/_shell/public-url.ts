import "server-only";

/** The shop's own address, for canonical links. Pages are made when they are first asked for, so it is known by then. */
export const publicUrl = (): string => (process.env.APP_URL ?? "http://localhost:3000").replace(/\/$/, "");
