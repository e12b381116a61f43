"use client";
import { useActionState } from "react";
import { untouched } from "@/app/_actions/form-state";
import { button } from "@/app/_ui/button";
import { described, Field, inputLook } from "@/app/_ui/field";
import { words } from "../../_words/words";
import { addCouponAction } from "./actions";

const FIELDS = ["percent", "cap", "amount", "minimum", "total", "phone", "from", "until"] as const;

/** A new coupon. What its kind does not need is left empty. */
export function CouponForm() {
  const says = words.coupons;
  const [state, add, isAdding] = useActionState(addCouponAction, untouched);
  const refused = state.kind === "refused" ? state : null;
  const typed = refused?.values ?? {};
  const errorOf = (name: string) => refused?.fields[name];
  return (
    <form
      action={add}
      noValidate
      className="mt-3 grid gap-4 rounded-card border border-line bg-card p-4 sm:p-5"
    >
      <input type="hidden" name="locale" value="en" />
      <div key={refused?.attempt} className="grid gap-4 sm:grid-cols-2 lg:grid-cols-4">
        <Field id="code" label={says.code} hint={says.hints.code} error={errorOf("code")}>
          <input
            {...described("code", true, Boolean(errorOf("code")))}
            name="code"
            defaultValue={typed.code ?? ""}
            required
            maxLength={40}
            autoComplete="off"
            className={`${inputLook(Boolean(errorOf("code")))} uppercase`}
          />
        </Field>
        <Field id="kind" label={says.kind} hint={says.hints.kind}>
          <select
            {...described("kind", true, false)}
            name="kind"
            defaultValue={typed.kind ?? "PERCENTAGE"}
            className={inputLook(false)}
          >
            {Object.entries(says.kinds).map(([kind, name]) => (
              <option key={kind} value={kind}>
                {name}
              </option>
            ))}
          </select>
        </Field>
        {FIELDS.map((name) => (
          <Field key={name} id={name} label={says.fields[name]} hint={says.hints[name]} error={errorOf(name)}>
            <input
              {...described(name, true, Boolean(errorOf(name)))}
              name={name}
              type={name === "from" || name === "until" ? "datetime-local" : "text"}
              inputMode={name === "total" || name === "phone" ? "numeric" : "decimal"}
              defaultValue={typed[name] ?? ""}
              autoComplete="off"
              className={inputLook(Boolean(errorOf(name)))}
            />
          </Field>
        ))}
      </div>
      <div className="flex flex-wrap items-center gap-4">
        <button type="submit" disabled={isAdding} className={button("primary")}>
          {isAdding ? says.adding : says.add}
        </button>
        <p role="status" className="font-semibold">
          {!isAdding && state.kind === "done" && says.added}
          {!isAdding && refused && (
            <span className="text-terracotta-deep">{refused.message ?? says.check}</span>
          )}
        </p>
      </div>
    </form>
  );
}
