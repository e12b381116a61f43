import { createHash } from "node:crypto";
import { THEME_SCRIPT } from "@/app/_ui/theme";
import { bkashEnvironment } from "@/lib/payments/providers/bkash/environment";
import { isDevelopment, publicMode, simulatorPort } from "@/lib/platform/env";

/** The one script that every page carries in itself. */
const themeHash = createHash("sha256").update(THEME_SCRIPT).digest("base64");

/**
 * What a page may load. With a nonce (pages made for one reader) no script runs that this very answer did not name; a page
 * that is kept ready for everybody cannot carry one and allows Next's inline scripts. bKash's script and window are
 * allowed by their hosts; its script writes a style attribute, which is why inline styles are.
 */
export function contentSecurityPolicy(nonce: string | undefined): string {
  const bkash = bkashEnvironment(publicMode(), simulatorPort());
  const scripts = nonce ? `'nonce-${nonce}' 'sha256-${themeHash}' 'strict-dynamic'` : "'unsafe-inline'";
  const directives = {
    "default-src": "'self'",
    "script-src": `'self' ${scripts} ${new URL(bkash.script).origin}${isDevelopment() ? " 'unsafe-eval'" : ""}`,
    "style-src": "'self' 'unsafe-inline'",
    "img-src": "'self' data:",
    "connect-src": isDevelopment() ? "'self' ws:" : "'self'",
    "frame-src": bkash.frameOrigin,
    // Else the policy of scripts would keep the offline worker from pages with a nonce.
    "worker-src": "'self'",
    "object-src": "'none'",
    "base-uri": "'none'",
    "form-action": "'self'",
    "frame-ancestors": "'none'",
  };
  return Object.entries(directives)
    .map(([name, sources]) => `${name} ${sources}`)
    .join("; ");
}
