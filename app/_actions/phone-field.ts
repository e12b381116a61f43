import { z } from "zod";
import { parseMsisdn } from "@/lib/kernel/msisdn";

/** A form's mobile number however it was typed, as E.164. */
export const phoneField = z.string("phoneInvalid").transform((typed, context) => {
  const phone = parseMsisdn(typed);
  if (phone) return phone;
  context.addIssue({ code: "custom", message: "phoneInvalid" });
  return z.NEVER;
});
