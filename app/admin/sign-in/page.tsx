import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { Note } from "@/app/_ui/note";
import { currentMerchant } from "@/lib/auth/session";
import { returnPath } from "@/lib/auth/return-path";
import { env } from "@/lib/platform/env";
import { store } from "@/store.config";
import { words } from "../_words/words";
import { SignInForm } from "./sign-in-form";

export const metadata: Metadata = { title: words.signIn.title };

interface Props {
  readonly searchParams: Promise<{ callbackUrl?: string | string[]; "signed-out"?: string | string[] }>;
}

export default async function SignInPage({ searchParams }: Props) {
  const { callbackUrl, "signed-out": signedOut } = await searchParams;
  const goesTo = returnPath(typeof callbackUrl === "string" ? callbackUrl : undefined, env().APP_URL);
  if (await currentMerchant()) redirect(goesTo);
  return (
    <main
      id="content"
      tabIndex={-1}
      className="mx-auto flex w-full max-w-md flex-1 flex-col justify-center px-4 py-10 outline-none"
    >
      <p className="font-semibold text-brand">{store.name.en}</p>
      <h1 className="mb-5 text-2xl">{words.signIn.title}</h1>
      {signedOut !== undefined && (
        <div className="mb-4">
          <Note kind="good" icon="check">
            {words.signIn.signedOut}
          </Note>
        </div>
      )}
      <SignInForm goesTo={goesTo} />
      <p className="mt-5 text-sm text-ink-soft">
        {words.signIn.forgotten} <code className="whitespace-nowrap">npm run merchant -- password</code>.
      </p>
    </main>
  );
}
