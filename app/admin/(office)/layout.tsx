import Link from "next/link";
import type { ReactNode } from "react";
import { currentMerchant } from "@/lib/auth/session";
import { countOpenDiscrepancies } from "@/lib/payments/list-discrepancies";
import { isOffered } from "@/lib/platform/features";
import { countPendingReviews } from "@/lib/reviews/moderate-reviews";
import { store } from "@/store.config";
import { words } from "../_words/words";
import { signOutAction } from "./actions";
import { KeepSession } from "./keep-session";
import { SignOut } from "./sign-out";
import { WalletBanner } from "./wallet-banner";

const link =
  "inline-flex min-h-11 items-center px-2 font-semibold underline-offset-4 hover:text-brand hover:underline";

/** The frame of every page behind the sign-in. A page without a merchant sends its visitor away by itself. */
export default async function OfficeLayout({ children }: { readonly children: ReactNode }) {
  const merchant = await currentMerchant();
  const open = merchant ? await countOpenDiscrepancies(merchant) : 0;
  const pendingReviews = merchant && isOffered("reviews") ? await countPendingReviews(merchant) : 0;
  return (
    <>
      {merchant && (
        <header className="border-b border-line bg-card">
          <div className="page-width flex flex-wrap items-center py-1 sm:gap-x-3">
            <Link href="/admin" prefetch={false} className={`${link} -ms-2 text-brand max-sm:me-auto`}>
              {store.name.en} {words.office.toLowerCase()}
            </Link>
            <nav
              aria-label={words.office}
              className="flex flex-wrap items-center max-sm:order-last max-sm:-ms-2 max-sm:w-full"
            >
              <Link href="/admin" prefetch={false} className={`${link} max-sm:hidden`}>
                {words.orders}
              </Link>
              <Link href="/admin/outbox" prefetch={false} className={link}>
                {words.outbox.title}
              </Link>
              {isOffered("coupons") && (
                <Link href="/admin/coupons" prefetch={false} className={link}>
                  {words.coupons.title}
                </Link>
              )}
              {isOffered("reviews") && (
                <Link href="/admin/reviews" prefetch={false} className={link}>
                  {words.reviews.title}
                  {pendingReviews > 0 && (
                    <span className="ms-1.5 rounded-full bg-brand px-2 text-sm text-on-brand tabular-nums">
                      {pendingReviews}
                    </span>
                  )}
                </Link>
              )}
              <Link href="/admin/discrepancies" prefetch={false} className={link}>
                {words.discrepancies.title}
                {open > 0 && (
                  <span className="ms-1.5 rounded-full bg-terracotta-deep px-2 text-sm text-on-terracotta tabular-nums">
                    {open}
                  </span>
                )}
              </Link>
              <Link href="/" prefetch={false} className={link}>
                {words.toShop}
              </Link>
            </nav>
            <div className="-me-2 flex sm:ms-auto items-center gap-3">
              <span className="hidden max-w-60 truncate text-sm text-ink-soft md:inline">
                {merchant.email}
              </span>
              <SignOut onSignOut={signOutAction} />
            </div>
          </div>
          <KeepSession />
        </header>
      )}
      {merchant && <WalletBanner />}
      <main id="content" tabIndex={-1} className="page-width flex-1 py-6 outline-none">
        {children}
      </main>
    </>
  );
}
