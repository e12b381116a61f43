/** Longer addresses are nobody's: the name of a page that is kept ready must fit into a file system. */
const LONGEST_PATH = 1_000;

/** How Next names its server actions. */
const ACTION_ID = /^[0-9a-f]{42}$/;

const MULTIPART = /^multipart\/form-data\b/i;

/**
 * The status for a request that Next itself would fail at with 500 although only its sender is to blame; null for all
 * others. Looks into a body only where a form is sent without JavaScript.
 */
export async function statusOfUnreadable(request: Request): Promise<400 | 403 | 414 | null> {
  const { pathname } = new URL(request.url);
  if (pathname.length > LONGEST_PATH) return 414;
  if (!isDecodable(pathname)) return 400;
  if (request.method !== "POST") return null;

  const action = request.headers.get("next-action");
  const isForm = MULTIPART.test(request.headers.get("content-type") ?? "");
  if (action === null && !isForm) return null;
  if (action !== null && !ACTION_ID.test(action)) return 400;
  if (isFromElsewhere(request)) return 403;
  return isForm && !(await isFormReadable(request)) ? 400 : null;
}

function isDecodable(path: string): boolean {
  try {
    decodeURIComponent(path);
    return true;
  } catch {
    return false;
  }
}

/** An action is sent by the shop's own pages: what it says of its origin is the host that it is sent to. */
function isFromElsewhere({ headers }: Request): boolean {
  const origin = headers.get("origin");
  if (origin === null) return false;
  if (!URL.canParse(origin)) return true;
  const [host = ""] = (headers.get("x-forwarded-host") ?? headers.get("host") ?? "").split(",");
  return new URL(origin).host !== host.trim();
}

const isFormReadable = (request: Request): Promise<boolean> =>
  request
    .clone()
    .formData()
    .then(
      () => true,
      () => false,
    );
