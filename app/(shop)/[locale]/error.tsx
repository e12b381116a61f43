"use client";
import { useParams } from "next/navigation";
import { failedWords } from "@/app/_i18n/failed-words";
import { button } from "@/app/_ui/button";
import { FailureReference } from "@/app/_ui/failure-reference";

/** Something threw. Says what is safe, and offers a way on. */
export default function Failed({ error, retry }: { error: { digest?: string }; retry: () => void }) {
  const locale = useParams().locale === "en" ? "en" : "bn";
  const words = failedWords[locale];
  return (
    <div role="alert" className="page-width flex flex-col items-center py-20 text-center">
      <h1 className="text-3xl">{words.title}</h1>
      <p className="mt-3 max-w-text text-lg text-ink-soft">{words.text}</p>
      <div className="mt-7 flex flex-wrap justify-center gap-3">
        <button type="button" onClick={retry} className={button()}>
          {words.retry}
        </button>
        <a href={`/${locale}`} className={button("quiet")}>
          {words.home}
        </a>
      </div>
      <FailureReference label={words.reference} digest={error.digest} />
    </div>
  );
}
