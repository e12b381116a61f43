import "server-only";
import { cache } from "react";
import { readZones } from "@/lib/delivery/read-zones";

/** The zones that are delivered to: read once for a page, however many of its parts show them. */
export const deliveryZones = cache(() => readZones());
