import type { ReactNode } from "react";
import { Icon, type IconName } from "./icon";

const LOOK = {
  good: "bg-brand-tint text-brand-deep",
  warning: "bg-turmeric-tint text-ink",
  bad: "bg-blush-tint text-terracotta-deep",
  info: "bg-river-tint text-ink",
} as const;

/** A sentence that stands out. */
export function Note({
  kind,
  icon,
  children,
}: {
  kind: keyof typeof LOOK;
  icon: IconName;
  children: ReactNode;
}) {
  return (
    <div className={`flex gap-3 rounded-xl px-4 py-3 text-sm font-medium ${LOOK[kind]}`}>
      <span className="pt-0.5">
        <Icon name={icon} size={20} />
      </span>
      <div className="min-w-0">{children}</div>
    </div>
  );
}
