import { notFound } from "next/navigation";

// Not kept ready: anybody can make up addresses, and each would take a place.
export const dynamic = "force-dynamic";

/** Any address that no other page answers. */
export default function MissingPage() {
  notFound();
}
