/** Where a sign-in may lead back to: a path of this portal, nothing else. */
export function safeReturnPath(given: string | null, fallback = "/"): string {
  if (!given?.startsWith("/")) return fallback;
  const base = "http://portal.invalid";
  if (!URL.canParse(given, base)) return fallback;
  const url = new URL(given, base);
  // 「//evil」 and 「/\evil」 are other hosts to a browser, and 「/.//evil」 becomes one here.
  const isOwn = url.origin === base && !url.pathname.startsWith("//");
  return isOwn ? `${url.pathname}${url.search}` : fallback;
}
