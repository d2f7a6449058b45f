/** How a key of the API looks: `portal_` and 256 bits. What finds leaked keys in files knows it by that. */
const key = /^portal_[\w-]{43}$/;

/**
 * The key in an `Authorization` header: null when it is another scheme, or no key of ours. A key never
 * comes by an address, where logs and histories would keep it.
 */
export function bearerKey(header: string): string | null {
  const [scheme = "", given = "", ...more] = header.trim().split(/ +/);
  if (scheme.toLowerCase() !== "bearer" || more.length > 0) return null;
  return key.test(given) ? given : null;
}

/** How many days a key is good for unless said, and at most. */
export const tokenDays = { usual: 90, most: 365 } as const;

/** Where a key stands at `now`. */
export function tokenStanding(
  token: { state: "open" | "revoked"; expiresAt: Date },
  now: Date,
): "open" | "revoked" | "expired" {
  if (token.state === "revoked") return "revoked";
  return now < token.expiresAt ? "open" : "expired";
}
