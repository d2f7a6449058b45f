/** What an identity token says about somebody, as far as the portal reads it. All of it is unproven. */
export type TokenClaims = Readonly<Record<string, unknown>>;

/**
 * Methods of proof (RFC 8176) that a password alone does not give. `pin`, `sms` and `tel` are left out:
 * they say nothing about a second thing of the person's own, or are easily taken over.
 */
const strongMethods: readonly unknown[] = ["mfa", "otp", "hwk", "swk", "sc", "pop"];

/** Whether a sign-in service says by `amr` that more than a password was asked for. */
export function provedTwice({ amr }: TokenClaims): boolean {
  return Array.isArray(amr) && amr.some((method) => strongMethods.includes(method));
}

/**
 * When somebody proved at a sign-in service who they are. A service that knows the browser lets people
 * through without asking, so that one which does not say since when proves only `anew`: when it was
 * told to ask.
 */
export function provenAt({ auth_time: at }: TokenClaims, anew: boolean, now: Date): Date {
  if (typeof at === "number" && at > 0) return new Date(Math.min(at * 1000, now.getTime()));
  return anew ? now : new Date(0);
}

/**
 * The address that a sign-in service vouches for, in lower case; null when it names none, or one that
 * anybody may have written there. `xms_edov` is how Microsoft Entra ID says `email_verified`.
 */
export function vouchedAddress(claims: TokenClaims): string | null {
  const { email, email_verified, xms_edov } = claims;
  const vouched = email_verified === true || xms_edov === true || xms_edov === 1;
  // Only an explicit word counts, and one against it counts more.
  if (!vouched || email_verified === false || typeof email !== "string") return null;
  const address = email.toLowerCase();
  return /^[^\s@\p{Cc}]+@[^\s@\p{Cc}]+$/u.test(address) && address.length <= 254 ? address : null;
}

/** Whether a subject is one as the standard has it: up to 255 characters of ASCII. */
export function isSubject(text: string): boolean {
  return /^[\x20-\x7e]{1,255}$/.test(text);
}

/** How `accounts` names the sign-in service of an organisation. */
export function providerIdOf(organisationId: string): string {
  return `oidc:${organisationId}`;
}

/** How `accounts` names a person of a sign-in service: subjects are unique only within an issuer. */
export function accountIdOf(issuer: string, subject: string): string {
  return `${issuer} ${subject}`;
}

/**
 * An issuer as an administrator writes it, or null when it cannot be one: https (plain http where
 * `plain`, for tests), no name or password, no query or fragment, and not the address of the discovery
 * document, by which nobody would check whose document it is.
 */
export function issuerOf(text: string, plain: boolean): string | null {
  if (text.length > 500 || !URL.canParse(text)) return null;
  const url = new URL(text);
  const schemes = plain ? ["https:", "http:"] : ["https:"];
  const bare = !/[?#]/.test(text) && url.username === "" && url.password === "";
  return schemes.includes(url.protocol) && bare && !/\/\.well-known\//i.test(url.pathname)
    ? text
    : null;
}
