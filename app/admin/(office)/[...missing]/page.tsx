import { notFound } from "next/navigation";
import { requireMerchant } from "@/lib/auth/session";

/** Any other address under /admin: says so to a merchant, and nothing to anybody else. */
export default async function MissingPage() {
  await requireMerchant();
  notFound();
}
