/** What a form knows after it was sent. Texts are in the reader's language already. */
export type FormState =
  | { readonly kind: "untouched" }
  | {
      readonly kind: "refused";
      /** One sentence for the whole form; null when the fields say it all. */
      readonly message: string | null;
      /** A sentence for each field that is wrong, in the order of the form. */
      readonly fields: Readonly<Record<string, string>>;
      /** What was typed, so that nothing has to be typed again. */
      readonly values: Readonly<Record<string, string>>;
      /** Differs at each try, so that the same mistake twice is announced twice. */
      readonly attempt: number;
    }
  | { readonly kind: "done"; readonly attempt: number };

export const untouched: FormState = { kind: "untouched" };

/** What `<form action>` calls, with or without JavaScript. */
export type FormAction = (before: FormState, form: FormData) => Promise<FormState>;
