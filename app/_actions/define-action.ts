import "server-only";
import { getTranslations } from "next-intl/server";
import type { z } from "zod";
import { isLocale } from "@/app/_i18n/routing";
import type { Locale } from "@/lib/kernel/money";
import { isOffered, type Feature } from "@/lib/platform/features";
import type { FormAction, FormState } from "./form-state";
import type { Guard } from "./guards";

type Translate = Awaited<ReturnType<typeof getTranslations<"errors">>>;
type ErrorKey = Parameters<Translate>[0];

interface Call<Who, Input> {
  readonly who: Who;
  readonly input: Input;
  readonly locale: Locale;
  /** Refuses with one sentence from the `errors` messages; what was typed is kept. */
  readonly refuse: (key: ErrorKey, values?: Record<string, string | number>) => FormState;
  readonly done: () => FormState;
}

/**
 * The only way to make a Server Action. What is exported from a "use server" file is a public address, so a guard and a
 * schema are part of its definition: one cannot be written without them. The schema's messages are keys of `errors`.
 */
export function defineAction<Who, Schema extends z.ZodObject>(definition: {
  /** What it is a part of: where the shop does not offer that, everybody is turned away. */
  readonly feature?: Feature;
  readonly guard: Guard<Who>;
  readonly schema: Schema;
  /** A button of this name sends the form only to see more of it: what was typed comes back, and nothing is done. */
  readonly keptBy?: string;
  readonly run: (call: Call<Who, z.output<Schema>>) => Promise<FormState>;
}): FormAction {
  return async (before, form) => {
    const typed = typedValues(form);
    const locale: Locale = isLocale(typed.locale) ? typed.locale : "bn";
    const translate = await getTranslations({ locale, namespace: "errors" });
    const attempt = before.kind === "untouched" ? 1 : before.attempt + 1;
    const refusal = (message: string | null, fields: Record<string, string> = {}): FormState => ({
      kind: "refused",
      message,
      fields,
      values: withoutPassword(typed),
      attempt,
    });

    if (definition.keptBy && typed[definition.keptBy] !== undefined) return refusal(null);
    const read = definition.schema.safeParse(typed);
    if (!read.success) {
      const fields: Record<string, string> = {};
      for (const issue of read.error.issues) {
        const key = (translate.has(issue.message as ErrorKey) ? issue.message : "invalid") as ErrorKey;
        fields[issue.path.join(".")] ??= translate(key);
      }
      return refusal(null, fields);
    }
    if (definition.feature && !isOffered(definition.feature)) return refusal(translate("tryAgain"));
    const who = await definition.guard();
    if (who === null) return refusal(translate("tryAgain"));
    return definition.run({
      who,
      locale,
      input: read.data,
      refuse: (key, values) => refusal(translate(key, values as never)),
      done: () => ({ kind: "done", attempt }),
    });
  };
}

/** What goes back to the browser to be shown again. A password is typed again. */
function withoutPassword({ password: _password, ...shown }: Record<string, string>): Record<string, string> {
  return shown;
}

/** The text fields of a form, without the names that React adds to it. */
function typedValues(form: FormData): Record<string, string> {
  const values: Record<string, string> = {};
  for (const [name, value] of form)
    if (typeof value === "string" && !name.startsWith("$")) values[name] = value;
  return values;
}
