import { z } from "zod";
import { phoneField } from "@/app/_actions/phone-field";
import { findArea } from "@/lib/delivery/areas";
import { findDistrict } from "@/lib/delivery/districts";

/** What was left empty was not given. */
export const given = (text: string): string | undefined => (text.trim() === "" ? undefined : text.trim());

/** Who receives it, and where: the same in a checkout and in an account's addresses. Messages are keys of `errors`. */
export const deliveryFields = {
  name: z.string("nameMissing").trim().min(2, "nameMissing").max(80, "nameLong"),
  phone: phoneField,
  district: z.string("districtMissing").refine((slug) => findDistrict(slug) !== null, "districtMissing"),
  upazila: z.string("upazilaMissing").min(1, "upazilaMissing"),
  address: z.string("addressShort").trim().min(10, "addressShort").max(300, "addressLong"),
  note: z.string().transform(given).pipe(z.string().max(200, "noteLong").optional()),
};

/** Without JavaScript the list of upazilas may still be another district's. */
export const isPlace = ({ district, upazila }: { district: string; upazila: string }): boolean =>
  findArea(district, upazila) !== null;

export const NO_PLACE = { path: ["upazila"], error: "upazilaMissing" };
