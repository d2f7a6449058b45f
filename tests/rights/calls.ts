import type { Permission } from "#app/policy/permissions.ts";
import { readAudit, readAuditFilter } from "#app/services/audit/read.server.ts";
import type { Call, Later } from "./call.ts";
import { figureCalls } from "./calls-figures.ts";
import { memberCalls } from "./calls-members.ts";
import { planCalls } from "./calls-plans.ts";

// A new permission does not compile until it has an entry here. Its entry calls the verb of that name as
// everybody would, on something of the scene (scene.ts), and says whose that is; the rest is the table's.

const noFilter = readAuditFilter(new URLSearchParams());
const later: Later = { later: "" };

/** How the verb of each permission is tried. */
export const calls: Record<Permission, Call | Later> = {
  ...figureCalls,
  ...planCalls,
  ...memberCalls,
  "session.create": later,
  "session.confirm": later,
  "session.read": later,
  "session.end": later,
  "session.end_all": later,
  "password.ask": later,
  "password.reset": later,
  "password.change": later,
  "factor.read": later,
  "factor.begin": later,
  "factor.confirm": later,
  "factor.renew_codes": later,
  "factor.remove": later,
  "passkey.add": later,
  "passkey.remove": later,
  "language.choose": later,
  "person.rename": later,
  "person.export": later,
  "person.erase": later,
  "member.read": later,
  "member.change": later,
  "member.hand_over": later,
  "member.end": later,
  "invitation.read": later,
  "invitation.send": later,
  "invitation.revoke": later,
  "invitation.accept": later,
  "organisation.list": later,
  "organisation.create": later,
  "organisation.change": later,
  "organisation.secure": later,
  "provider.read": later,
  "provider.set": later,
  "provider.remove": later,
  "token.read": later,
  "token.issue": later,
  "token.revoke": later,
  "link.read": later,
  "link.ask": later,
  "link.revoke": later,
  "link.answer": later,
  "link.take": later,
  "audit.read": {
    whose: "oita's",
    run: (at) => readAudit(at, at.actor?.keepsPortal ? "portal" : { slug: "oita" }, noFilter, null),
  },
};
