import { Note } from "@/app/_ui/note";
import { installedProviders } from "@/lib/payments/providers/registry";
import { DhakaTime } from "../_show/dhaka-time";
import { words } from "../_words/words";

/** Tells the merchant on every page that a wallet cannot be paid with, why, and since when. */
export async function WalletBanner() {
  const wallets = await Promise.all(
    installedProviders().map(async ({ name, health }) => ({ name, health: await health() })),
  );
  return wallets.map(({ name, health }) => {
    if (health.kind === "well") return null;
    const says = words.walletDown;
    return (
      <div key={name} role="status" className="page-width pt-4">
        <Note kind="bad" icon="alert">
          <strong>{says.title(words.wallet(name))}</strong> {says.since} <DhakaTime at={health.since} />.{" "}
          {health.kind === "paused" ? says.paused : says.silent}
          {health.kind === "paused" && (
            <>
              {" "}
              {says.until} <DhakaTime at={health.until} />.
            </>
          )}
          <span className="block font-normal">{says.reason(health.reason)}</span>
        </Note>
      </div>
    );
  });
}
