import { deciders, type Role, roles, writers } from "./roles.ts";

/**
 * How the actor's organisation stands to the thing:
 * `own` — it is the organisation's own; `deputy` — it is its own, and the actor stands in today for
 * those who decide there; `lead` — it leads the PT of it; `owner` — the plan is its
 * own; `council` — it is the council's office; `member` — it is any organisation of the portal;
 * `public` — nobody need sign in.
 */
export const scopes = ["own", "deputy", "lead", "owner", "council", "member", "public"] as const;
export type Scope = (typeof scopes)[number];

type Grants = { [scope in Exclude<Scope, "public">]?: readonly Role[] } & { public?: true };

const everyone: readonly Role[] = roles;

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
} as const satisfies Record<string, Grants>;

export type Permission = keyof typeof permissions;
