import { linkSecretOf, secretPath } from "#app/lib/secret-link.server.ts";

/** What the portal of the journeys signs with; they read no mail, and open what it would have brought. */
export const portalSecret = "journeys-of-the-portal-sign-with-this";

/** The address by which a firm answers the link `id`. */
export function reporterLink(id: string): string {
  return secretPath(linkSecretOf(portalSecret), "reporter_link", id);
}

/** The address by which the invitation `id` is accepted. */
export function invitationLink(id: string): string {
  return secretPath(linkSecretOf(portalSecret), "invitation", id);
}
