"use client";
import { button } from "@/app/_ui/button";
import { FailureReference } from "@/app/_ui/failure-reference";
import { words } from "./_words/words";

/** Something threw. Says what is safe, and offers a way on. */
export default function Failed({ error, retry }: { error: { digest?: string }; retry: () => void }) {
  return (
    <main id="content" role="alert" className="page-width py-16">
      <h1 className="text-2xl">{words.failed.title}</h1>
      <p className="mt-2 text-ink-soft">{words.failed.text}</p>
      <button type="button" onClick={retry} className={button("primary", "mt-6")}>
        {words.failed.retry}
      </button>
      <FailureReference label={words.failed.reference} digest={error.digest} />
    </main>
  );
}
