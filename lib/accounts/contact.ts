import { localDigits, type Locale } from "@/lib/kernel/money";
import { localMsisdn, maskMsisdn, parseMsisdn } from "@/lib/kernel/msisdn";

/** Where somebody can be reached, and what proves who they are: a phone (E.164) or an e-mail address in small letters. */
export type Contact =
  { readonly phone: string; readonly email: null } | { readonly phone: null; readonly email: string };

/** One `@`, no spaces, a dot in the domain: the code that is sent there proves the rest. */
const EMAIL = /^[^\s@<>,;"]{1,64}@[^\s@<>,;"]{1,120}\.[^\s@<>,;".]{2,24}$/;

/** Reads what somebody typed as a mobile number or an e-mail address. Null when it is neither. */
export function readContact(typed: string): Contact | null {
  const phone = parseMsisdn(typed);
  if (phone) return { phone, email: null };
  const email = typed.trim().toLowerCase();
  return email.length <= 120 && EMAIL.test(email) ? { phone: null, email } : null;
}

/** A contact as it is stored, of which one half is null. */
export function contactOf({ phone, email }: { phone: string | null; email: string | null }): Contact {
  if (phone !== null) return { phone, email: null };
  if (email === null) throw new Error("A contact without phone and e-mail");
  return { phone: null, email };
}

/** For its owner to recognise, and nobody else: `017•••••678`, `r•••@example.com`. */
export function maskContact({ phone, email }: Contact, locale: Locale): string {
  if (phone !== null) return localDigits(maskMsisdn(phone), locale);
  const [name = "", domain = ""] = email.split("@");
  return `${name.slice(0, 1)}•••@${domain}`;
}

/** For its owner to read: `01712345678`. */
export const showContact = ({ phone, email }: Contact, locale: Locale): string =>
  phone === null ? email : localDigits(localMsisdn(phone), locale);
