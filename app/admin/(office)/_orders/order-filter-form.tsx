import { button } from "@/app/_ui/button";
import { Field, inputLook } from "@/app/_ui/field";
import { words } from "../../_words/words";

/** Looks within the list that is shown, and keeps both in the address. Its key makes it follow the address. */
export function OrderFilterForm({ show, q }: { show: string; q: string }) {
  return (
    <form
      key={`${show} ${q}`}
      action="/admin"
      className="mb-5 mt-4 grid grid-cols-[minmax(0,1fr)_auto] items-end gap-3"
    >
      {show !== "all" && <input type="hidden" name="show" value={show} />}
      <Field id="q" label={words.list.search}>
        <input id="q" name="q" type="search" defaultValue={q} maxLength={100} className={inputLook(false)} />
      </Field>
      <button type="submit" className={button("primary", "min-h-12")}>
        {words.list.apply}
      </button>
    </form>
  );
}
