import { doBackgroundWork } from "@/lib/background-work";
import { answer, door } from "../../respond";
import { requireCronSecret } from "../guard";

export const maxDuration = 90;

/** Everything that the system does by itself, once: tokens, payments in doubt, orders whose time is over. */
export const POST = door(async (request) => {
  requireCronSecret(request);
  return answer(await doBackgroundWork());
});

/** Vercel's scheduler sends GET. */
export const GET = POST;
