"use client";
import { useEffect, useState } from "react";
import { localDigits, type Locale } from "@/lib/kernel/money";

/** A clock that runs down to `until` (ISO 8601). The time of day stands in the text beside it for whoever cannot see it run. */
export function TimeLeft({ until, label, locale }: { until: string; label: string; locale: Locale }) {
  const [seconds, setSeconds] = useState<number | null>(null);
  useEffect(() => {
    const tick = () => setSeconds(Math.max(0, Math.round((Date.parse(until) - Date.now()) / 1000)));
    tick();
    const timer = setInterval(tick, 1000);
    return () => clearInterval(timer);
  }, [until]);
  if (seconds === null) return null;
  const clock = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
  return (
    <p role="timer" aria-live="off" className="tabular-nums text-ink-soft">
      {label} <span className="font-semibold text-ink">{localDigits(clock, locale)}</span>
    </p>
  );
}
