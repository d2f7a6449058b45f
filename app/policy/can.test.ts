import { describe, expect, it } from "vitest";
import { type Actor, can, type Subject } from "./can.ts";
import { type Permission, permissions } from "./permissions.ts";
import { type Role, roles } from "./roles.ts";

const saga = "saga-id";
const fukuoka = "fukuoka-id";
const kurume = "kurume-id";
const figureOfSaga: Subject = {
  organisationId: saga,
  leadOrganisationId: fukuoka,
  ownerOrganisationId: kurume,
  userId: "somebody",
};

const person = (
  organisationId: string,
  role: Role,
  kind: "prefecture" | "council" = "prefecture",
): Actor => ({
  id: "person",
  name: "",
  memberships: [{ organisationId, role, kind, slug: "", shortName: "" }],
});

const standingIn = (role: Role): Actor => {
  const { memberships, ...rest } = person(saga, role);
  return { ...rest, memberships: memberships.map((each) => ({ ...each, deputises: true })) };
};

const relations: Record<string, (role: Role) => Actor> = {
  own: (role) => person(saga, role),
  deputy: standingIn,
  lead: (role) => person(fukuoka, role),
  owner: (role) => person(kurume, role),
  council: (role) => person("council-id", role, "council"),
  other: (role) => person("nagasaki-id", role),
  self: (role) => ({ ...person("nagasaki-id", role), id: "somebody" }),
  platform: (role) => ({ ...person("nagasaki-id", role), keepsPortal: true }),
};

/** People as members of another organisation: what they may beyond that, they may as themselves. */
const personal = ["self", "platform"];

/** Who may, for every permission: relation → the roles, written out once more by hand. */
const expected: Record<
  Permission,
  Partial<Record<keyof typeof relations, readonly Role[]>> | "all"
> = {
  "plan.read": "all",
  "rollup.read": { own: roles, lead: roles, owner: roles, council: roles, other: roles },
  "workspace.read": { own: roles },
  "observation.read_draft": { own: roles },
  "observation.read_submitted": {
    own: roles,
    lead: roles,
    council: ["editor", "approver", "admin"],
  },
  "observation.read_accepted": {
    own: roles,
    lead: roles,
    owner: roles,
    council: roles,
    other: roles,
  },
  "observation.save": { own: ["editor", "approver", "admin"] },
  "observation.submit": { own: ["editor", "approver", "admin"] },
  "observation.propose": { own: ["editor", "approver", "admin"] },
  "observation.approve": { own: ["approver", "admin"], deputy: ["editor", "approver", "admin"] },
  "observation.send_back": { own: ["approver", "admin"], deputy: ["editor", "approver", "admin"] },
  "observation.withdraw": { own: ["editor", "approver", "admin"] },
  "observation.accept": { lead: ["approver", "admin"] },
  "observation.return": { lead: ["approver", "admin"] },
  "round.read": { own: roles, lead: roles, owner: roles, council: roles, other: roles },
  "round.prepare": { owner: ["editor", "approver", "admin"] },
  "round.open": { owner: ["editor", "approver", "admin"] },
  "round.extend": { owner: ["editor", "approver", "admin"] },
  "round.close": { owner: ["editor", "approver", "admin"] },
  "round.reopen": { owner: ["approver", "admin"] },
  "round.publish": { owner: ["approver", "admin"] },
  "pack.read": { own: roles, lead: roles, owner: roles, council: roles, other: roles },
  "pack.make": { owner: ["editor", "approver", "admin"] },
  "approval.choose": { own: ["approver", "admin"] },
  "approval.deputise": { own: ["approver", "admin"] },
  "import.read": { own: roles },
  "import.prepare": { own: ["editor", "approver", "admin"] },
  "import.apply": { own: ["editor", "approver", "admin"] },
  "import.discard": { own: ["editor", "approver", "admin"] },
  "plan.import": { own: ["approver", "admin"] },
  "rubric.adopt": { owner: ["editor", "approver", "admin"] },
  "override.set": { lead: ["approver", "admin"], owner: ["editor", "approver", "admin"] },
  "outlook.set": { lead: ["approver", "admin"], owner: ["editor", "approver", "admin"] },
  "narrative.save": {
    lead: ["editor", "approver", "admin"],
    owner: ["editor", "approver", "admin"],
  },
  "finding.dismiss": { owner: ["editor", "approver", "admin"] },
  "finding.restore": { owner: ["editor", "approver", "admin"] },
  "progress.read": { own: roles, lead: roles, owner: roles, council: roles, other: roles },
  "progress.report": {
    own: ["editor", "approver", "admin"],
    lead: ["editor", "approver", "admin"],
  },
  "milestone.save": {
    lead: ["editor", "approver", "admin"],
    owner: ["editor", "approver", "admin"],
  },
  "milestone.advance": {
    own: ["editor", "approver", "admin"],
    lead: ["editor", "approver", "admin"],
    owner: ["editor", "approver", "admin"],
  },
  "activity.report": {
    lead: ["editor", "approver", "admin"],
    owner: ["editor", "approver", "admin"],
  },
  "plan.edit": { lead: ["editor", "approver", "admin"], owner: ["editor", "approver", "admin"] },
  "plan.succeed": { owner: ["approver", "admin"] },
  "revision.read": { own: roles, lead: roles, owner: roles, council: roles, other: roles },
  "revision.open": {
    lead: ["editor", "approver", "admin"],
    owner: ["editor", "approver", "admin"],
  },
  "revision.propose": {
    lead: ["editor", "approver", "admin"],
    owner: ["editor", "approver", "admin"],
  },
  "revision.withdraw": {
    lead: ["editor", "approver", "admin"],
    owner: ["editor", "approver", "admin"],
  },
  "revision.decide": { owner: ["editor", "approver", "admin"] },
  "revision.advance": { owner: ["editor", "approver", "admin"] },
  "revision.adopt": { owner: ["approver", "admin"] },
  "attachment.read": { own: roles, lead: roles, owner: roles, council: roles, other: roles },
  "attachment.add": { own: ["editor", "approver", "admin"] },
  "attachment.withdraw": { own: ["editor", "approver", "admin"] },
  "completeness.read": { lead: roles, owner: roles, council: roles },
  "mail.read": { council: ["editor", "approver", "admin"] },
  "comment.read": { own: roles, lead: roles, owner: roles, council: roles, other: roles },
  "comment.write": { own: roles, lead: roles, owner: roles, council: roles, other: roles },
  "comment.resolve": {
    own: roles,
    lead: ["editor", "approver", "admin"],
    owner: ["editor", "approver", "admin"],
  },
  "comment.withdraw": { own: roles },
  "notification.read": { own: roles, lead: roles, owner: roles, council: roles, other: roles },
  "notification.mark": { own: roles, lead: roles, owner: roles, council: roles, other: roles },
  "notification.choose": { own: roles, lead: roles, owner: roles, council: roles, other: roles },
  "contact.save": { own: ["editor", "approver", "admin"] },
  "workspace.look_through": { own: roles },
  "practice.read": { own: roles, lead: roles, owner: roles, council: roles, other: roles },
  "practice.save": { own: ["editor", "approver", "admin"] },
  "practice.share": { own: ["editor", "approver", "admin"] },
  "practice.withdraw": { own: ["editor", "approver", "admin"] },
  "rollout.save": { own: ["editor", "approver", "admin"] },
  "session.create": "all",
  "session.confirm": { self: roles },
  "session.read": { self: roles },
  "session.end": { self: roles },
  "session.end_all": { self: roles },
  "password.ask": "all",
  "password.reset": "all",
  "password.change": { self: roles },
  "factor.read": { self: roles },
  "factor.begin": { self: roles },
  "factor.confirm": { self: roles },
  "factor.renew_codes": { self: roles },
  "factor.remove": { self: roles },
  "factor.reset": { platform: roles },
  "passkey.add": { self: roles },
  "passkey.remove": { self: roles },
  "language.choose": { self: roles },
  "person.rename": { self: roles },
  "person.export": { self: roles },
  "person.erase": { platform: roles },
  "member.read": { own: roles },
  "member.change": { own: ["admin"] },
  "member.hand_over": { own: ["admin"] },
  "member.end": { own: ["admin"] },
  "invitation.read": { own: ["admin"], platform: roles },
  "invitation.send": { own: ["admin"], platform: roles },
  "invitation.revoke": { own: ["admin"], platform: roles },
  "invitation.accept": "all",
  "organisation.list": { platform: roles },
  "organisation.create": { platform: roles },
  "organisation.change": { platform: roles },
  "organisation.secure": { own: ["admin"] },
  "keeper.end": { platform: roles },
  "provider.read": { own: ["admin"] },
  "provider.set": { own: ["admin"] },
  "provider.remove": { own: ["admin"] },
  "token.read": { own: ["admin"] },
  "token.issue": { own: ["admin"] },
  "token.revoke": { own: ["admin"] },
  "link.read": { own: roles },
  "link.ask": { own: ["editor", "approver", "admin"] },
  "link.revoke": { own: ["editor", "approver", "admin"] },
  "link.answer": "all",
  "link.take": { own: ["editor", "approver", "admin"] },
  "audit.read": { own: ["admin"], platform: roles },
};

describe.each(Object.keys(permissions) as Permission[])("%s", (permission) => {
  const table = expected[permission];
  it.each(Object.keys(relations))("by %s", (relation) => {
    const allowed = roles.filter((role) =>
      can(relations[relation]?.(role) ?? null, permission, figureOfSaga),
    );
    expect(allowed).toEqual(
      table === "all"
        ? roles
        : (table[relation] ??
            (relation === "deputy" ? table.own : null) ??
            (personal.includes(relation) ? table.other : null) ??
            []),
    );
  });
  it("by nobody", () => expect(can(null, permission, figureOfSaga)).toBe(table === "all"));
});

it("does not take a missing organisation for a match", () => {
  expect(can(person(saga, "admin"), "observation.save", {})).toBe(false);
});
