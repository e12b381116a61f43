import NextAuth from "next-auth";
import type { NextRequest } from "next/server";
import { merchantAuth } from "@/lib/auth/merchant-auth";

interface Context {
  params: Promise<{ nextauth: string[] }>;
}

/** next-auth's own doors: sign-in of merchants, and the session that a page in use keeps alive. */
const door = (request: NextRequest, context: Context): Promise<Response> =>
  NextAuth(request, context, merchantAuth()) as Promise<Response>;

export { door as GET, door as POST };
