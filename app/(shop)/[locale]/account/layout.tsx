import { notFound } from "next/navigation";
import type { ReactNode } from "react";
import { isOffered } from "@/lib/platform/features";

/** Where no process stays up, a code is sent after the answer: a sender has 20 s for it. */
export const maxDuration = 60;

/** A shop without accounts has none of these pages. */
export default function AccountLayout({ children }: { readonly children: ReactNode }) {
  return isOffered("accounts") ? children : notFound();
}
