import { getTranslations } from "next-intl/server";
import { Note } from "@/app/_ui/note";
import { formatTaka, localDigits, type Locale } from "@/lib/kernel/money";
import { readReorderNotes, type ReorderNote } from "@/lib/orders/reorder";

/** What differs from the order that was put into the cart again: what is gone, rarer, dearer or cheaper. */
export async function ReorderNotes(props: { orderNumber: string; shopperId: string; locale: Locale }) {
  const { orderNumber, shopperId, locale } = props;
  const notes = await readReorderNotes(orderNumber, { shopperId });
  if (notes.length === 0) return null;
  const t = await getTranslations({ locale, namespace: "orderActions" });
  const digits = (count: number) => localDigits(String(count), locale);
  const sentence = (note: ReorderNote): string => {
    const name = note.name[locale];
    if (note.kind === "gone") return t("gone", { name });
    if (note.kind === "fewer")
      return t("fewer", { name, asked: digits(note.asked), left: digits(note.left) });
    return t(note.kind, { name, was: formatTaka(note.was, locale), now: formatTaka(note.now, locale) });
  };
  return (
    <div className="mt-5">
      <Note kind="info" icon="alert">
        <p className="font-bold">{t("notes", { number: orderNumber })}</p>
        <ul className="mt-1 grid gap-1">
          {notes.map((note) => (
            <li key={note.sku + note.kind}>{sentence(note)}</li>
          ))}
        </ul>
      </Note>
    </div>
  );
}
