import { renewTokens } from "@/lib/background-work";
import { answer, door } from "../../respond";
import { requireCronSecret } from "../guard";

export const maxDuration = 90;

/** Keeps the wallets' tokens fresh. Call it every minute; before minute 50 of a token it does nothing. */
export const POST = door(async (request) => {
  requireCronSecret(request);
  return answer(await renewTokens());
});

/** Vercel's scheduler sends GET. */
export const GET = POST;
