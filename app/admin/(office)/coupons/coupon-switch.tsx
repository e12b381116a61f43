"use client";
import { useActionState } from "react";
import { untouched } from "@/app/_actions/form-state";
import { button } from "@/app/_ui/button";
import { words } from "../../_words/words";
import { switchCouponAction } from "./actions";

export function CouponSwitch({ id, code, isActive }: { id: string; code: string; isActive: boolean }) {
  const says = words.coupons;
  const [, change, isChanging] = useActionState(switchCouponAction, untouched);
  const text = isActive ? says.switchOff : says.switchOn;
  return (
    <form action={change}>
      <input type="hidden" name="locale" value="en" />
      <input type="hidden" name="id" value={id} />
      <input type="hidden" name="isActive" value={String(!isActive)} />
      <button type="submit" disabled={isChanging} aria-label={`${text}: ${code}`} className={button("quiet")}>
        {text}
      </button>
    </form>
  );
}
