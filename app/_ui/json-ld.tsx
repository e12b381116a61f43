/** Facts for search engines. `<` is escaped, so that no text can end the script. */
export function JsonLd({ json }: { json: string }) {
  return (
    <script type="application/ld+json" dangerouslySetInnerHTML={{ __html: json.replace(/</g, "\\u003c") }} />
  );
}
