import { poisha, type Locale, type Poisha } from "@/lib/kernel/money";
import { findArea } from "./areas";
import { findDistrict } from "./districts";

/** The zones that districts and areas belong to. What they cost and promise are the rows of `DeliveryZone`. */
export const ZONES = ["inside-dhaka", "dhaka-suburbs", "outside-dhaka"] as const;

export type ZoneCode = (typeof ZONES)[number];

/** What delivery into one zone costs and promises, as the merchant has set it. */
export interface DeliveryZone {
  readonly code: ZoneCode;
  readonly name: { readonly [locale in Locale]: string };
  /** Which places it means, in words; may be empty. */
  readonly places: { readonly [locale in Locale]: string };
  readonly baseFee: Poisha;
  /** As heavy as this a parcel may be for the base fee. */
  readonly includedGrams: number;
  /** For every begun kilogram beyond. */
  readonly feePerKg: Poisha;
  /** Goods above this amount travel free, however heavy; null when nothing does. */
  readonly freeAbove: Poisha | null;
  /** How many days a parcel is on its way, at least and at most. */
  readonly days: readonly [number, number];
}

/** What the fee depends on. */
export interface Parcel {
  readonly subtotal: Poisha;
  readonly weightInGrams: number;
}

/** Districts around the capital that couriers serve from their Dhaka hubs. */
const SUBURBS: ReadonlySet<string> = new Set([
  "gazipur",
  "narayanganj",
  "narsingdi",
  "munshiganj",
  "manikganj",
]);

/**
 * The zone of a place, or null when there is no such place. Within Dhaka's district the city itself is one zone, and its
 * upazilas (Savar, Keraniganj …) are suburbs. Who names no upazila lives in the city.
 */
export function zoneOf(district: string, upazila: string | null = null): ZoneCode | null {
  if (!findDistrict(district)) return null;
  const area = upazila === null ? null : findArea(district, upazila);
  if (upazila !== null && !area) return null;
  if (district === "dhaka") return area && !area.isMetropolitan ? "dhaka-suburbs" : "inside-dhaka";
  return SUBURBS.has(district) ? "dhaka-suburbs" : "outside-dhaka";
}

/** What a parcel costs in a zone: nothing above the free amount, else the base fee and every begun kilogram beyond it. */
export function deliveryFee(zone: DeliveryZone, { subtotal, weightInGrams }: Parcel): Poisha {
  if (zone.freeAbove !== null && subtotal > zone.freeAbove) return poisha(0);
  const furtherKilograms = Math.ceil(Math.max(weightInGrams - zone.includedGrams, 0) / 1000);
  return poisha(zone.baseFee + furtherKilograms * zone.feePerKg);
}

/** The least that a parcel can cost: what a cart may promise before it knows the address. Zero when there is no zone. */
export const lowestFee = (zones: readonly DeliveryZone[], parcel: Parcel): Poisha =>
  poisha(zones.length === 0 ? 0 : Math.min(...zones.map((zone) => deliveryFee(zone, parcel))));

/** Delivery costs nothing, wherever it goes. */
export const isFreeEverywhere = (zones: readonly DeliveryZone[], parcel: Parcel): boolean =>
  zones.length > 0 && zones.every((zone) => deliveryFee(zone, parcel) === 0);

/** The amount above which delivery is free everywhere; null when zones differ in it or one has none. */
export function freeAboveEverywhere(zones: readonly DeliveryZone[]): Poisha | null {
  const amount = zones[0]?.freeAbove ?? null;
  return zones.every((zone) => zone.freeAbove === amount) ? amount : null;
}
