import { poisha } from "@/lib/kernel/money";
import { db, type Transaction } from "@/lib/platform/db";
import { ZONES, type DeliveryZone, type ZoneCode } from "./delivery-fee";

const isZone = (code: string): code is ZoneCode => (ZONES as readonly string[]).includes(code);

/** The zones that are delivered to now, in the merchant's order. */
export async function readZones(from: Transaction = db): Promise<DeliveryZone[]> {
  const rows = await from.deliveryZone.findMany({ where: { isActive: true }, orderBy: { position: "asc" } });
  return rows.flatMap(({ code, ...row }) =>
    isZone(code)
      ? {
          code,
          name: { bn: row.nameBn, en: row.nameEn },
          places: { bn: row.placesBn, en: row.placesEn },
          baseFee: poisha(row.baseFeeInPoisha),
          includedGrams: row.includedGrams,
          feePerKg: poisha(row.feePerKgInPoisha),
          freeAbove: row.freeAboveInPoisha === null ? null : poisha(row.freeAboveInPoisha),
          days: [row.daysFrom, row.daysTo] as const,
        }
      : [],
  );
}
