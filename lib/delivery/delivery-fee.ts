import { poisha, type Poisha } from "@/lib/kernel/money";
import { findDistrict } from "./districts";

export const ZONES = ["inside-dhaka", "dhaka-suburbs", "outside-dhaka"] as const;

export type Zone = (typeof ZONES)[number];

/** What a parcel costs, by zone. */
export const FEE_OF_ZONE: Readonly<Record<Zone, Poisha>> = {
  "inside-dhaka": poisha(60_00),
  "dhaka-suburbs": poisha(90_00),
  "outside-dhaka": poisha(120_00),
};

/** Goods above this amount travel free. */
export const FREE_DELIVERY_ABOVE: Poisha = poisha(3000_00);

/** The cheapest zone: what a cart may promise before it knows the address. */
export const LOWEST_FEE: Poisha = poisha(Math.min(...Object.values(FEE_OF_ZONE)));

/** Districts around the capital that couriers serve from their Dhaka hubs. */
const SUBURBS: ReadonlySet<string> = new Set([
  "gazipur",
  "narayanganj",
  "narsingdi",
  "munshiganj",
  "manikganj",
]);

export interface DeliveryFee {
  readonly zone: Zone;
  readonly fee: Poisha;
}

/** The zone of a district, or null when there is no such district. */
export function zoneOf(districtSlug: string): Zone | null {
  if (!findDistrict(districtSlug)) return null;
  if (districtSlug === "dhaka") return "inside-dhaka";
  return SUBURBS.has(districtSlug) ? "dhaka-suburbs" : "outside-dhaka";
}

/** What delivery of goods worth `subtotal` costs, or null when there is no such district. */
export function deliveryFee(districtSlug: string, subtotal: Poisha): DeliveryFee | null {
  const zone = zoneOf(districtSlug);
  if (!zone) return null;
  return { zone, fee: isDeliveryFree(subtotal) ? poisha(0) : FEE_OF_ZONE[zone] };
}

export const isDeliveryFree = (subtotal: Poisha): boolean => subtotal > FREE_DELIVERY_ABOVE;

/** How many days a parcel is on its way, at least and at most: within the law's 5 days in the same city, 10 elsewhere. */
export const DELIVERY_DAYS: Readonly<Record<Zone, readonly [number, number]>> = {
  "inside-dhaka": [1, 2],
  "dhaka-suburbs": [2, 3],
  "outside-dhaka": [3, 5],
};
