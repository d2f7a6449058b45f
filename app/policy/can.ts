import type { OrganisationKind } from "#app/domain/indicator/definition.ts";
import { type Permission, type PersonalScope, permissions, type Scope } from "./permissions.ts";
import type { Role } from "./roles.ts";

export type Membership = {
  organisationId: string;
  slug: string;
  shortName: string;
  kind: OrganisationKind;
  role: Role;
  /** Stands in today for those who decide in the organisation (代決). */
  deputises?: boolean;
  /** Figures leave the organisation only after a decision in it (決裁). */
  requiresApproval?: boolean;
};

/** Who acts: a signed-in person with the organisations they belong to. Nobody is `null`. */
export type Actor = {
  id: string;
  name: string;
  memberships: readonly Membership[];
  /** Keeps the portal: makes organisations, and reads nobody's drafts by it. */
  keepsPortal?: boolean;
};

/** What is acted upon, as far as rights care. */
export type Subject = {
  /** The organisation whose workspace or figure it is. */
  organisationId?: string;
  /** The lead organisation of the PT it belongs to. */
  leadOrganisationId?: string;
  /** The organisation whose plan it belongs to. */
  ownerOrganisationId?: string;
  /** The person whom it is about. */
  userId?: string;
};

/** The only place that answers whether an actor may do something. Denies by default. */
export function can(actor: Actor | null, permission: Permission, subject: Subject = {}): boolean {
  const grants: Partial<Record<Scope, readonly Role[]> & Record<PersonalScope, true>> =
    permissions[permission];
  if (grants.public) return true;
  if (actor === null) return false;
  if (grants.self && subject.userId === actor.id) return true;
  if (grants.platform && actor.keepsPortal) return true;
  return actor.memberships.some((membership) =>
    scopesOf(membership, subject).some(
      (scope) => grants[scope]?.includes(membership.role) ?? false,
    ),
  );
}

function scopesOf(membership: Membership, subject: Subject): Scope[] {
  const found: Scope[] = ["member"];
  if (membership.organisationId === subject.organisationId) found.push("own");
  if (found.includes("own") && membership.deputises) found.push("deputy");
  if (membership.organisationId === subject.leadOrganisationId) found.push("lead");
  if (membership.organisationId === subject.ownerOrganisationId) found.push("owner");
  if (membership.kind === "council") found.push("council");
  return found;
}
