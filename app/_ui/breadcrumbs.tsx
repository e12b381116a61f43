import Link from "next/link";

export function Breadcrumbs({
  label,
  steps,
  here,
}: {
  label: string;
  steps: { text: string; href: string }[];
  here: string;
}) {
  return (
    <nav aria-label={label} className="text-sm text-ink-soft">
      <ol className="flex flex-wrap items-center gap-x-2">
        {steps.map((step) => (
          <li key={step.href} className="flex items-center gap-x-2">
            <Link
              href={step.href}
              prefetch={false}
              className="inline-flex min-h-11 items-center underline-offset-4 hover:text-brand hover:underline"
            >
              {step.text}
            </Link>
            <span aria-hidden="true" className="text-line-strong">
              /
            </span>
          </li>
        ))}
        <li aria-current="page" className="text-ink">
          {here}
        </li>
      </ol>
    </nav>
  );
}
