import { checkBooks } from "@/lib/payments/self-check";
import { answer, door } from "../../respond";
import { requireCronSecret } from "../guard";

export const maxDuration = 90;

/** Holds the books against themselves, the clock and the wallets' statements. Call it once a night. */
export const POST = door(async (request) => {
  requireCronSecret(request);
  return answer(await checkBooks());
});

/** Vercel's scheduler sends GET. */
export const GET = POST;
