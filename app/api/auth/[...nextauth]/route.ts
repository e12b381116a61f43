import NextAuth from "next-auth";
import { merchantAuth } from "@/lib/auth/merchant-auth";
import { door } from "../../respond";
import { readable } from "../readable";

interface Context {
  params: Promise<{ nextauth: string[] }>;
}

/** next-auth's own doors: sign-in of merchants, and the session that a page in use keeps alive. */
const auth = door<Context>(
  async (request, context) => (await NextAuth(await readable(request), context, merchantAuth())) as Response,
);

export { auth as GET, auth as POST };
