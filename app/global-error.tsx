"use client";
import "./globals.css";
import { failedWords } from "./_i18n/failed-words";
import { button } from "./_ui/button";
import { FailureReference } from "./_ui/failure-reference";

/** The document itself could not be made, so not even its language is known: both are shown. */
export default function GlobalFailed({ error, retry }: { error: { digest?: string }; retry: () => void }) {
  return (
    <html lang="bn">
      <body>
        <main role="alert" className="page-width grid gap-12 py-20">
          {(["bn", "en"] as const).map((locale) => (
            <section key={locale} lang={locale}>
              <h1 className="text-3xl">{failedWords[locale].title}</h1>
              <p className="mt-3 max-w-text text-lg text-ink-soft">{failedWords[locale].text}</p>
              <button type="button" onClick={retry} className={button("primary", "mt-5")}>
                {failedWords[locale].retry}
              </button>
              <FailureReference label={failedWords[locale].reference} digest={error.digest} />
            </section>
          ))}
        </main>
      </body>
    </html>
  );
}
