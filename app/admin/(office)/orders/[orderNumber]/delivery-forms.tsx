"use client";
import { useActionState, type ReactNode } from "react";
import { untouched, type FormAction, type FormState } from "@/app/_actions/form-state";
import { button } from "@/app/_ui/button";
import { ErrorSummary } from "@/app/_ui/error-summary";
import { described, Field, inputLook } from "@/app/_ui/field";
import type { DeliveryStatus } from "@/lib/orders/delivery-status";
import { words } from "../../../_words/words";

interface Step {
  readonly orderNumber: string;
  /** Where the page saw the goods: a click on an old page changes nothing. */
  readonly seen: DeliveryStatus;
}

const says = words.delivery;

/** A form of the back office: its hidden fields, and what was wrong with it. */
function StepForm({
  state,
  send,
  hidden,
  className,
  children,
}: {
  state: FormState;
  send: (form: FormData) => void;
  hidden: Record<string, string>;
  className: string;
  children: ReactNode;
}) {
  return (
    <form action={send} className={className}>
      <input type="hidden" name="locale" value="en" />
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {state.kind === "refused" && (
        <ErrorSummary attempt={state.attempt} title={says.errors} message={state.message} fields={{}} />
      )}
      {children}
    </form>
  );
}

function Submit({ isBusy, isQuiet, text }: { isBusy: boolean; isQuiet?: boolean; text: string }) {
  return (
    <button
      type="submit"
      disabled={isBusy}
      className={button(isQuiet ? "quiet" : "primary", "justify-self-start")}
    >
      {isBusy ? says.saving : text}
    </button>
  );
}

/** A step that needs no more than a click. */
export function MoveButton({
  orderNumber,
  seen,
  to,
  isQuiet = false,
  onMove,
}: Step & { to: "TO_PACK" | "PACKED" | "DELIVERED"; isQuiet?: boolean; onMove: FormAction }) {
  const [state, move, isMoving] = useActionState(onMove, untouched);
  const text = to === "PACKED" && seen === "HANDED_OVER" ? says.backToPacked : says.says[to];
  return (
    <StepForm state={state} send={move} hidden={{ orderNumber, seen, to }} className="grid gap-3">
      <Submit isBusy={isMoving} isQuiet={isQuiet} text={text} />
    </StepForm>
  );
}

interface Courier {
  readonly courier: string | null;
  readonly trackingNumber: string | null;
  readonly trackingLink: string | null;
}

export function HandOverForm({
  orderNumber,
  seen,
  couriers,
  before,
  onHandOver,
}: Step & { couriers: readonly string[]; before: Courier | null; onHandOver: FormAction }) {
  const [state, handOver, isSaving] = useActionState(onHandOver, untouched);
  const typed = state.kind === "refused" ? state.values : undefined;
  const fields = state.kind === "refused" ? state.fields : {};
  const input = (name: keyof Courier, type: string, isRequired: boolean) => (
    <input
      {...described(name, name === "trackingLink", Boolean(fields[name]))}
      key={state.kind === "refused" ? state.attempt : 0}
      name={name}
      type={type}
      list={name === "courier" ? "couriers" : undefined}
      required={isRequired}
      maxLength={name === "trackingLink" ? 300 : 60}
      autoComplete="off"
      defaultValue={typed?.[name] ?? before?.[name] ?? ""}
      className={inputLook(Boolean(fields[name]))}
    />
  );
  return (
    <StepForm
      state={state}
      send={handOver}
      hidden={{ orderNumber, seen }}
      className="mt-2 grid max-w-text gap-4"
    >
      <datalist id="couriers">
        {couriers.map((name) => (
          <option key={name} value={name} />
        ))}
      </datalist>
      <Field id="courier" label={says.courier} error={fields.courier}>
        {input("courier", "text", true)}
      </Field>
      <Field id="trackingNumber" label={says.trackingNumber} optional={says.optional}>
        {input("trackingNumber", "text", false)}
      </Field>
      <Field
        id="trackingLink"
        label={says.trackingLink}
        optional={says.optional}
        hint={says.trackingLinkHint}
        error={fields.trackingLink}
      >
        {input("trackingLink", "url", false)}
      </Field>
      <Submit isBusy={isSaving} text={says.handOver} />
    </StepForm>
  );
}

export function ReturnedForm({
  orderNumber,
  seen,
  isUnpaid,
  onReturned,
}: Step & { isUnpaid: boolean; onReturned: FormAction }) {
  const [state, save, isSaving] = useActionState(onReturned, untouched);
  return (
    <StepForm state={state} send={save} hidden={{ orderNumber, seen }} className="mt-2 grid max-w-text gap-4">
      <p>{isUnpaid ? says.returnedEnds : says.returnedPaid}</p>
      <label className="flex min-h-11 items-center gap-3">
        <input type="checkbox" name="isRestocked" value="yes" className="size-5 accent-brand" />
        {says.restock}
      </label>
      <Field id="returned-note" label={says.note} optional={says.optional}>
        <input
          {...described("returned-note", false, false)}
          name="note"
          maxLength={300}
          className={inputLook(false)}
        />
      </Field>
      <Submit isBusy={isSaving} text={says.returned} />
    </StepForm>
  );
}

export function CancelForm({ orderNumber, onCancel }: { orderNumber: string; onCancel: FormAction }) {
  const [state, cancel, isSaving] = useActionState(onCancel, untouched);
  const error = state.kind === "refused" ? state.fields.reason : undefined;
  return (
    <StepForm state={state} send={cancel} hidden={{ orderNumber }} className="mt-2 grid max-w-text gap-4">
      <p>{says.cancelText}</p>
      <Field id="cancel-reason" label={says.reason} error={error}>
        <input
          {...described("cancel-reason", false, Boolean(error))}
          name="reason"
          required
          maxLength={255}
          className={inputLook(Boolean(error))}
        />
      </Field>
      <Submit isBusy={isSaving} isQuiet text={says.cancelNow} />
    </StepForm>
  );
}
