import { db } from "@/lib/platform/db";

/** For tests of routes: app/ does not talk to the database itself, and Jest waits for open connections. */
export const closeDatabase = (): Promise<void> => db.$disconnect();
