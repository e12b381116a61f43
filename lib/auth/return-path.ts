const HOME = "/admin";

/** Where a merchant goes after signing in: a page of the back office on this very shop, whatever the link asked for. */
export function returnPath(wanted: string | undefined, shop: string): string {
  if (!wanted || !URL.canParse(wanted, shop)) return HOME;
  const { origin, pathname, search } = new URL(wanted, shop);
  const isOffice = pathname === HOME || pathname.startsWith(`${HOME}/`);
  return origin === new URL(shop).origin && isOffice ? pathname + search : HOME;
}
