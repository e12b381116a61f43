/** The name under which the server's log tells what went wrong. Nothing where it went wrong in the browser. */
export const FailureReference = ({ label, digest }: { label: string; digest: string | undefined }) =>
  digest && (
    <p className="mt-6 text-sm text-ink-soft">
      {label} <span className="font-semibold tabular-nums">{digest}</span>
    </p>
  );
