import "server-only";
import { appUrl } from "@/lib/platform/env";

/** The shop's own address, for canonical links. Pages are made when they are first asked for, so it is known by then. */
export const publicUrl = (): string => appUrl().origin;
