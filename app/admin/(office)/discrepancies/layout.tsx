import type { ReactNode } from "react";
import { words } from "../../_words/words";
import { Tabs } from "./tabs";

/** What the pages about records and their differences have in common. Each page asks for its reader itself. */
export default function DiscrepanciesLayout({ children }: { readonly children: ReactNode }) {
  return (
    <>
      <h1 className="text-2xl">{words.discrepancies.title}</h1>
      <p className="mt-1 max-w-prose text-ink-soft">{words.discrepancies.about}</p>
      <Tabs />
      {children}
    </>
  );
}
