import Link from "next/link";
import { button } from "@/app/_ui/button";
import { words } from "../_words/words";

export default function NotFound() {
  return (
    <>
      <h1 className="text-2xl">{words.notFound.title}</h1>
      <p className="mt-2 text-ink-soft">{words.notFound.text}</p>
      <Link href="/admin" prefetch={false} className={button("primary", "mt-6")}>
        {words.order.back}
      </Link>
    </>
  );
}
