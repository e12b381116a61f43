import { button } from "@/app/_ui/button";
import { Field, inputLook } from "@/app/_ui/field";
import { words } from "../../_words/words";
import { SHOWS } from "./list-request";

/** Sends what it holds in the address, so that any list can be kept as a link. Its key makes it follow the address. */
export function OrderFilterForm({ show, q }: { show: string; q: string }) {
  return (
    <form
      key={`${show} ${q}`}
      action="/admin"
      className="my-5 grid grid-cols-[minmax(0,1fr)_auto] items-end gap-3 sm:grid-cols-[minmax(0,1fr)_minmax(0,15rem)_auto]"
    >
      <div className="max-sm:col-span-2">
        <Field id="q" label={words.list.search}>
          <input
            id="q"
            name="q"
            type="search"
            defaultValue={q}
            maxLength={100}
            className={inputLook(false)}
          />
        </Field>
      </div>
      <Field id="show" label={words.list.show}>
        <select id="show" name="show" defaultValue={show} className={inputLook(false)}>
          {SHOWS.map((each) => (
            <option key={each} value={each}>
              {words.list.shows[each]}
            </option>
          ))}
        </select>
      </Field>
      <button type="submit" className={button("primary", "min-h-12")}>
        {words.list.apply}
      </button>
    </form>
  );
}
