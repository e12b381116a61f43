"use client";
import { useEffect, useRef } from "react";
import { Icon } from "./icon";

/** All that is wrong with a form, at its top, with a link to each place. It takes the focus whenever it changes. */
export function ErrorSummary({
  attempt,
  title,
  message,
  fields,
}: {
  attempt: number;
  title: string;
  message: string | null;
  fields: Readonly<Record<string, string>>;
}) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => box.current?.focus(), [attempt]);
  return (
    <div
      ref={box}
      tabIndex={-1}
      role="alert"
      className="flex gap-3 rounded-card border-2 border-terracotta-deep bg-blush-tint p-4 text-terracotta-deep"
    >
      <Icon name="alert" size={24} />
      <div>
        <h2 className="font-sans text-lg font-bold">{title}</h2>
        {message && <p className="mt-1">{message}</p>}
        <ul className="mt-1">
          {Object.entries(fields).map(([name, text]) => (
            <li key={name}>
              <a href={`#${name}`} className="inline-flex min-h-8 items-center underline underline-offset-4">
                {text}
              </a>
            </li>
          ))}
        </ul>
      </div>
    </div>
  );
}
