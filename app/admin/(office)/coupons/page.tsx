import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { requireMerchant } from "@/lib/auth/session";
import { listCoupons, type ListedCoupon } from "@/lib/coupons/manage-coupons";
import { formatTaka, poisha } from "@/lib/kernel/money";
import { isOffered } from "@/lib/platform/features";
import { DhakaTime } from "../../_show/dhaka-time";
import { words } from "../../_words/words";
import { CouponForm } from "./coupon-form";
import { CouponSwitch } from "./coupon-switch";

export const metadata: Metadata = { title: words.coupons.title };

const says = words.coupons;
const taka = (amountInPoisha: number) => formatTaka(poisha(amountInPoisha), "en");

/** The coupons that there are, what each has done, and a new one. */
export default async function CouponsPage() {
  const merchant = await requireMerchant("/admin/coupons");
  if (!isOffered("coupons")) notFound();
  const coupons = await listCoupons(merchant);
  return (
    <>
      <h1 className="text-2xl">{says.title}</h1>
      <p className="mt-2 max-w-prose text-ink-soft">{says.about}</p>
      {coupons.length === 0 ? (
        <p className="mt-4 rounded-card border border-line bg-card p-6">{says.none}</p>
      ) : (
        <ul className="mt-4 grid gap-3">
          {coupons.map((coupon) => (
            <Coupon key={coupon.id} coupon={coupon} />
          ))}
        </ul>
      )}
      <h2 className="mt-8 text-xl">{says.new}</h2>
      <CouponForm />
    </>
  );
}

function Coupon({ coupon }: { coupon: ListedCoupon }) {
  return (
    <li className="flex flex-wrap items-center gap-x-6 gap-y-1 rounded-card border border-line bg-card p-4">
      <div className="min-w-0 grow">
        <h2 className={coupon.isActive ? "font-semibold" : "font-semibold text-ink-soft line-through"}>
          {coupon.code}
        </h2>
        <p className="text-sm">{offerOf(coupon)}</p>
        <p className="text-sm text-ink-soft">
          {says.used(coupon.uses, coupon.totalLimit)}
          {coupon.limitPerPhone !== null && ` · ${says.perPhone(coupon.limitPerPhone)}`}
          {coupon.validFrom && (
            <>
              {" · "}
              {says.fields.from} <DhakaTime at={coupon.validFrom} />
            </>
          )}
          {coupon.validUntil && (
            <>
              {" · "}
              {says.fields.until} <DhakaTime at={coupon.validUntil} />
            </>
          )}
        </p>
      </div>
      <CouponSwitch id={coupon.id} code={coupon.code} isActive={coupon.isActive} />
    </li>
  );
}

function offerOf(coupon: ListedCoupon): string {
  const { kind, basisPoints, amountInPoisha, capInPoisha, minimumSubtotalInPoisha: minimum } = coupon;
  const offer =
    kind === "PERCENTAGE"
      ? `${(basisPoints ?? 0) / 100} %${capInPoisha === null ? "" : says.atMost(taka(capInPoisha))}`
      : kind === "FIXED_AMOUNT"
        ? taka(amountInPoisha ?? 0)
        : says.freeDelivery;
  return minimum > 0 ? `${offer}, ${says.above(taka(minimum))}` : offer;
}
