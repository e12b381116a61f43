"use client";
import Form from "next/form";
import type { ReactNode } from "react";

/** Sends a list's wishes as its address: at once when something is ticked, or with the button where no script runs. */
export function FilterForm({
  action,
  label,
  children,
}: {
  action: string;
  label: string;
  children: ReactNode;
}) {
  return (
    <Form
      action={action}
      prefetch={false}
      scroll={false}
      aria-label={label}
      onChange={(event) => {
        const field = event.target as unknown as HTMLInputElement;
        if (field.type === "checkbox" || field instanceof HTMLSelectElement)
          event.currentTarget.requestSubmit();
      }}
    >
      {children}
    </Form>
  );
}
