import { described, Field, inputLook } from "@/app/_ui/field";

/** Where a merchant types the password: at sign-in, and once more before money moves. */
export function PasswordField({ id, label, hint }: { id: string; label: string; hint?: string }) {
  return (
    <Field id={id} label={label} hint={hint}>
      <input
        {...described(id, hint !== undefined, false)}
        name="password"
        type="password"
        autoComplete="current-password"
        required
        maxLength={200}
        className={inputLook(false)}
      />
    </Field>
  );
}
