import { isUsable, type LinkState } from "../identity/states.ts";

/** An invitation may be accepted for so many days. */
export const invitationDays = 7;

/** How an invitation stands at a moment. */
export type InvitationStanding = "open" | "used" | "revoked" | "expired";

/** `expired` — nobody ended it, and its time is over. */
export function invitationStanding(
  invitation: { state: LinkState; expiresAt: Date },
  now: Date,
): InvitationStanding {
  if (invitation.state !== "open") return invitation.state;
  return isUsable(invitation, now) ? "open" : "expired";
}

/** When an invitation that is sent now can be accepted no more. */
export function expiryOf(now: Date): Date {
  return new Date(now.getTime() + invitationDays * 24 * 60 * 60 * 1000);
}
