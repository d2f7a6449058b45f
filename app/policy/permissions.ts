import { deciders, type Role, roles, writers } from "./roles.ts";

/**
 * How the actor's organisation stands to the thing:
 * `own` — it is the organisation's own; `deputy` — it is its own, and the actor stands in today for
 * those who decide there; `lead` — it leads the PT of it; `owner` — the plan is its
 * own; `council` — it is the council's office; `member` — it is any organisation of the portal.
 * Without regard to an organisation: `self` — it is about the actor themselves; `platform` — the actor
 * keeps the portal; `public` — nobody need sign in (who opens a secret link, for one).
 */
export const scopes = ["own", "deputy", "lead", "owner", "council", "member"] as const;
export type Scope = (typeof scopes)[number];
export const personalScopes = ["self", "platform", "public"] as const;
export type PersonalScope = (typeof personalScopes)[number];

type Grants = { [scope in Scope]?: readonly Role[] } & { [scope in PersonalScope]?: true };

const everyone: readonly Role[] = roles;
const admins: readonly Role[] = ["admin"];

/**
 * The one table of who may do what. A permission is named like the verb's file and its audit
 * action. What is not granted here is refused; row-level security says the same to the database.
 */
export const permissions = {
  "plan.read": { public: true },
  "rollup.read": { member: everyone },
  "workspace.read": { own: everyone },
  "observation.read_draft": { own: everyone },
  "observation.read_submitted": { own: everyone, lead: everyone, council: writers },
  "observation.read_accepted": { member: everyone },
  "observation.save": { own: writers },
  "observation.submit": { own: writers },
  "observation.propose": { own: writers },
  "observation.approve": { own: deciders, deputy: ["editor"] },
  "observation.send_back": { own: deciders, deputy: ["editor"] },
  "observation.withdraw": { own: writers },
  "observation.accept": { lead: deciders },
  "observation.return": { lead: deciders },
  "round.read": { member: everyone },
  "round.prepare": { owner: writers },
  "round.open": { owner: writers },
  "round.extend": { owner: writers },
  "round.close": { owner: writers },
  "round.reopen": { owner: deciders },
  "round.publish": { owner: deciders },
  "pack.read": { member: everyone },
  "pack.make": { owner: writers },
  "approval.choose": { own: deciders },
  "approval.deputise": { own: deciders },
  "import.read": { own: everyone },
  "import.prepare": { own: writers },
  "import.apply": { own: writers },
  "import.discard": { own: writers },
  "plan.import": { own: deciders },
  "rubric.adopt": { owner: writers },
  "override.set": { lead: deciders, owner: writers },
  "outlook.set": { lead: deciders, owner: writers },
  "narrative.save": { lead: writers, owner: writers },
  "finding.dismiss": { owner: writers },
  "finding.restore": { owner: writers },
  "progress.read": { member: everyone },
  "progress.report": { own: writers, lead: writers },
  "milestone.save": { lead: writers, owner: writers },
  "milestone.advance": { own: writers, lead: writers, owner: writers },
  "activity.report": { lead: writers, owner: writers },
  "plan.edit": { lead: writers, owner: writers },
  "plan.succeed": { owner: deciders },
  "revision.read": { member: everyone },
  "revision.open": { lead: writers, owner: writers },
  "revision.propose": { lead: writers, owner: writers },
  "revision.withdraw": { lead: writers, owner: writers },
  "revision.decide": { owner: writers },
  "revision.advance": { owner: writers },
  "revision.adopt": { owner: deciders },
  "attachment.read": { member: everyone },
  "attachment.add": { own: writers },
  "attachment.withdraw": { own: writers },
  "completeness.read": { lead: everyone, owner: everyone, council: everyone },
  "comment.read": { member: everyone },
  "comment.write": { member: everyone },
  "comment.resolve": { own: everyone, lead: writers, owner: writers },
  "comment.withdraw": { own: everyone },
  "notification.read": { member: everyone },
  "notification.mark": { member: everyone },
  "notification.choose": { member: everyone },
  "mail.read": { council: writers },
  "contact.save": { own: writers },
  "workspace.look_through": { own: everyone },
  "practice.read": { member: everyone },
  "practice.save": { own: writers },
  "practice.share": { own: writers },
  "practice.withdraw": { own: writers },
  "rollout.save": { own: writers },
  "session.create": { public: true },
  "session.confirm": { self: true },
  "session.read": { self: true },
  "session.end": { self: true },
  "session.end_all": { self: true },
  "password.ask": { public: true },
  "password.reset": { public: true },
  "password.change": { self: true },
  "factor.read": { self: true },
  "factor.begin": { self: true },
  "factor.confirm": { self: true },
  "factor.renew_codes": { self: true },
  "factor.remove": { self: true },
  "factor.reset": { platform: true },
  "passkey.add": { self: true },
  "passkey.remove": { self: true },
  "language.choose": { self: true },
  "person.rename": { self: true },
  "person.export": { self: true },
  "person.erase": { platform: true },
  "member.read": { own: everyone },
  "member.change": { own: admins },
  "member.hand_over": { own: admins },
  "member.end": { own: admins },
  "invitation.read": { own: admins, platform: true },
  "invitation.send": { own: admins, platform: true },
  "invitation.revoke": { own: admins, platform: true },
  "invitation.accept": { public: true },
  "organisation.list": { platform: true },
  "organisation.create": { platform: true },
  "organisation.change": { platform: true },
  "organisation.secure": { own: admins },
  "keeper.end": { platform: true },
  "provider.read": { own: admins },
  "provider.set": { own: admins },
  "provider.remove": { own: admins },
  "token.read": { own: admins },
  "token.issue": { own: admins },
  "token.revoke": { own: admins },
  "link.read": { own: everyone },
  "link.ask": { own: writers },
  "link.revoke": { own: writers },
  "link.answer": { public: true },
  "link.take": { own: writers },
  "audit.read": { own: admins, platform: true },
} as const satisfies Record<string, Grants>;

export type Permission = keyof typeof permissions;
