import { notFound } from "next/navigation";
import type { ReactNode } from "react";
import { isOffered } from "@/lib/platform/features";

/** A shop without accounts has none of these pages. */
export default function AccountLayout({ children }: { readonly children: ReactNode }) {
  return isOffered("accounts") ? children : notFound();
}
