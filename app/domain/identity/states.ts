/** A person, or the technical user that an API token acts as. */
export const userKinds = ["person", "token"] as const;

/**
 * `open` — may be used until it expires; `used` — was, and is not again; `revoked` — was taken back
 * before.
 */
export const linkStates = ["open", "used", "revoked"] as const;
export type LinkState = (typeof linkStates)[number];

/** Whether a link can be used at `now`. */
export function isUsable(link: { state: LinkState; expiresAt: Date }, now: Date): boolean {
  return link.state === "open" && now < link.expiresAt;
}

/**
 * What an API token may be used for: `read` — what the organisation's readers see; `report` — also to
 * write the organisation's drafts.
 */
export const tokenScopes = ["read", "report"] as const;
export type TokenScope = (typeof tokenScopes)[number];
