"use client";
import Link from "next/link";
import { usePathname, useSearchParams } from "next/navigation";
import { words } from "../../_words/words";

const says = words.discrepancies;
const HOME = "/admin/discrepancies";
const TABS = [
  { href: HOME, text: says.open },
  { href: `${HOME}?show=resolved`, text: says.resolved },
  { href: `${HOME}/statements`, text: says.statements },
  { href: `${HOME}/messages`, text: says.messages },
];

/** Ways between the pages about records; the one that is open is marked. */
export function Tabs() {
  const path = usePathname();
  const isResolved = useSearchParams().get("show") === "resolved";
  const here = path === HOME && isResolved ? `${HOME}?show=resolved` : path;
  return (
    <nav aria-label={says.tabs} className="my-4 flex flex-wrap gap-x-1 border-b border-line-strong">
      {TABS.map(({ href, text }) => (
        <Link
          key={href}
          href={href}
          prefetch={false}
          aria-current={href === here ? "page" : undefined}
          className="-mb-px inline-flex min-h-11 items-center border-b-4 border-transparent px-3 font-semibold hover:text-brand aria-[current]:border-brand aria-[current]:text-brand"
        >
          {text}
        </Link>
      ))}
    </nav>
  );
}
