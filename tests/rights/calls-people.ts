import { databases } from "#app/lib/databases.server.ts";
import { readAudit, readAuditFilter } from "#app/services/audit/read.server.ts";
import type { ServiceContext } from "#app/services/context.server.ts";
import { beginFactor } from "#app/services/factor/begin.server.ts";
import { confirmFactor } from "#app/services/factor/confirm.server.ts";
import { readFactor } from "#app/services/factor/read.server.ts";
import { removeFactor } from "#app/services/factor/remove.server.ts";
import { renewFactorCodes } from "#app/services/factor/renew-codes.server.ts";
import { resetFactor } from "#app/services/factor/reset.server.ts";
import { acceptInvitation } from "#app/services/invitation/accept.server.ts";
import { readInvitation } from "#app/services/invitation/read.server.ts";
import { revokeInvitation } from "#app/services/invitation/revoke.server.ts";
import { sendInvitation } from "#app/services/invitation/send.server.ts";
import { endKeeper } from "#app/services/keeper/end.server.ts";
import { chooseLanguage } from "#app/services/language/choose.server.ts";
import { answerLink } from "#app/services/link/answer.server.ts";
import { askLink } from "#app/services/link/ask.server.ts";
import { readLink } from "#app/services/link/read.server.ts";
import { revokeLink } from "#app/services/link/revoke.server.ts";
import { takeLink } from "#app/services/link/take.server.ts";
import { changeMember } from "#app/services/member/change.server.ts";
import { endMember } from "#app/services/member/end.server.ts";
import { handOverMember } from "#app/services/member/hand-over.server.ts";
import { readMember } from "#app/services/member/read.server.ts";
import { changeOrganisation, organisationBase } from "#app/services/organisation/change.server.ts";
import { createOrganisation } from "#app/services/organisation/create.server.ts";
import { listOrganisation } from "#app/services/organisation/list.server.ts";
import { secureOrganisation } from "#app/services/organisation/secure.server.ts";
import { addPasskey } from "#app/services/passkey/add.server.ts";
import { removePasskey } from "#app/services/passkey/remove.server.ts";
import { askPassword } from "#app/services/password/ask.server.ts";
import { changePassword } from "#app/services/password/change.server.ts";
import { resetPassword } from "#app/services/password/reset.server.ts";
import { erasePerson } from "#app/services/person/erase.server.ts";
import { exportPerson } from "#app/services/person/export.server.ts";
import { renamePerson } from "#app/services/person/rename.server.ts";
import { readProvider } from "#app/services/provider/read.server.ts";
import { removeProvider } from "#app/services/provider/remove.server.ts";
import { setProvider } from "#app/services/provider/set.server.ts";
import { confirmSession } from "#app/services/session/confirm.server.ts";
import { createSession } from "#app/services/session/create.server.ts";
import { endSession } from "#app/services/session/end.server.ts";
import { endAllSessions } from "#app/services/session/end-all.server.ts";
import { readSessions } from "#app/services/session/read.server.ts";
import { issueToken } from "#app/services/token/issue.server.ts";
import { readToken } from "#app/services/token/read.server.ts";
import { revokeToken } from "#app/services/token/revoke.server.ts";
import { TEST_SECRET } from "#tests/database.ts";
import type { Call } from "./call.ts";
import { figures, now } from "./scene.ts";

const unknown = "00000000-0000-4000-8000-000000000000";
const visitor = { clientAddress: "192.0.2.1", requestId: "matrix" };
const noFilter = readAuditFilter(new URLSearchParams());

const shimane = { kind: "prefecture", code: "32", shortName: "島根県", name: "島根県" };

/** Who does something about themselves, in a session of their own. */
const inSession = (at: ServiceContext) => ({
  ...at,
  session: { id: unknown, secondFactor: true, viaOrganisationId: null },
  clientAddress: visitor.clientAddress,
  requestHeaders: new Headers(),
});
const byOneself = (run: Call["run"]): Call => ({
  whose: "oneself",
  on: "identity",
  comesTo: "anything but forbidden",
  run,
});
const byAnybody = (run: Call["run"]): Call => ({
  whose: "nobody's",
  on: "identity",
  comesTo: "anything but forbidden",
  run,
});
/** Where those who keep the portal work. */
const place = (at: ServiceContext) => (at.actor?.keepsPortal ? null : "oita");

/** People, what they sign in with, their organisations and what opens these. */
export const peopleCalls = {
  "session.create": byAnybody((at) =>
    createSession(at.database, { email: "x@example.jp", password: "x" }, visitor, new Headers()),
  ),
  "session.confirm": byOneself((at) => confirmSession(inSession(at), {}, now)),
  "session.read": byOneself((at) => readSessions(inSession(at))),
  "session.end": byOneself((at) => endSession(inSession(at), { session: unknown })),
  "session.end_all": byOneself((at) => endAllSessions(inSession(at), { others: true })),
  "password.ask": byAnybody((at) => askPassword(at.database, { email: "x@example.jp" }, visitor)),
  "password.reset": byAnybody((at) => resetPassword(at.database, "guessed", {}, visitor)),
  "password.change": byOneself((at) => changePassword(inSession(at), {})),
  "factor.read": byOneself((at) => readFactor(inSession(at))),
  "factor.begin": byOneself((at) => beginFactor(inSession(at))),
  "factor.confirm": byOneself((at) => confirmFactor(inSession(at), {}, now)),
  "factor.renew_codes": byOneself((at) => renewFactorCodes(inSession(at))),
  "factor.remove": byOneself((at) => removeFactor(inSession(at))),
  "factor.reset": {
    whose: "nobody's",
    on: "identity",
    comesTo: "anything but forbidden",
    run: (at) => resetFactor(at, { person: unknown }),
  },
  "passkey.add": byOneself((at) => addPasskey(inSession(at), { step: "guessed", response: "{}" })),
  "passkey.remove": byOneself((at) => removePasskey(inSession(at), { passkey: unknown })),
  "language.choose": byOneself((at) => chooseLanguage(at, "en")),
  "person.rename": byOneself((at) => renamePerson(at, { name: "大分　花子" })),
  "person.export": {
    ...byOneself((at) => exportPerson(at, databases().identity)),
    on: "pages",
  },
  "person.erase": {
    whose: "nobody's",
    comesTo: "anything but forbidden",
    run: (at) => erasePerson(at, { person: unknown }),
  },
  "member.read": { whose: "oita's", run: (at) => readMember(at, "oita", now) },
  "member.change": {
    whose: "oita's",
    run: (at, { viewer }) =>
      changeMember(
        at,
        { organisation: "oita", userId: viewer },
        { role: "editor", baseRole: "viewer" },
      ),
  },
  "member.hand_over": {
    whose: "oita's",
    run: (at, { viewer, deputy }) =>
      handOverMember(at, { organisation: "oita", userId: viewer }, { to: deputy, note: "" }, now),
  },
  "member.end": {
    whose: "oita's",
    run: (at, { viewer }) => endMember(at, { organisation: "oita", userId: viewer }),
  },
  "invitation.read": { whose: "oita's", run: (at) => readInvitation(at, place(at), now) },
  "invitation.send": {
    whose: "oita's",
    run: (at) =>
      sendInvitation(
        at,
        place(at),
        { emails: "new@example.jp", role: at.actor?.keepsPortal ? "admin" : "viewer" },
        { identity: databases().identity, now: new Date() },
      ),
  },
  "invitation.revoke": {
    whose: "oita's",
    comesTo: "anything but forbidden",
    run: (at, { opening }) => revokeInvitation(at, place(at), { invitation: opening.invitation }),
  },
  "invitation.accept": byAnybody((at) =>
    acceptInvitation(at.database, unknown, {}, { person: null, requestId: "matrix", now }),
  ),
  "organisation.list": { whose: "nobody's", run: (at) => listOrganisation(at, now) },
  "organisation.create": {
    whose: "nobody's",
    run: (at) => createOrganisation(at, { slug: "shimane", ...shimane }),
  },
  "organisation.change": {
    whose: "nobody's",
    run: (at) =>
      changeOrganisation(at, "oita", {
        ...shimane,
        base: organisationBase({
          kind: "prefecture",
          code: "44",
          shortName: "大分県",
          name: "大分県",
        }),
      }),
  },
  "organisation.secure": {
    whose: "oita's",
    run: (at) =>
      secureOrganisation(at, "oita", { requiresSecondFactor: "yes" }, { secondFactor: true }),
  },
  "keeper.end": {
    whose: "nobody's",
    comesTo: "anything but forbidden",
    run: (at) => endKeeper(at, { person: unknown }),
  },
  "provider.read": { whose: "oita's", run: (at) => readProvider(at, "oita") },
  "provider.set": {
    whose: "oita's",
    run: (at) =>
      setProvider(
        at,
        "oita",
        {
          issuer: "https://login.example.lg.jp/",
          clientId: "portal",
          clientSecret: "secret",
          baseIssuer: "",
          baseClientId: "",
        },
        { authSecret: TEST_SECRET, plain: false },
      ),
  },
  "provider.remove": {
    whose: "oita's",
    comesTo: "anything but forbidden",
    run: (at) => removeProvider(at, "oita"),
  },
  "token.read": { whose: "oita's", run: (at) => readToken(at, "oita", now) },
  "token.issue": {
    whose: "oita's",
    run: (at) =>
      issueToken(
        at,
        "oita",
        { name: "集計", scope: "read", days: "30", requestKey: crypto.randomUUID() },
        new Date(),
      ),
  },
  "token.revoke": {
    whose: "oita's",
    run: (at, { opening }) => revokeToken(at, "oita", { token: opening.token }),
  },
  "link.read": { whose: "oita's", run: (at) => readLink(at, "oita", null, now) },
  "link.ask": {
    whose: "oita's",
    run: (at) =>
      askLink(
        at,
        figures.draft,
        {
          recipients: "九州物産 <tanaka@example.co.jp>",
          expiresOn: "2026-12-10",
          requestKey: crypto.randomUUID(),
        },
        { identity: databases().identity, now },
      ),
  },
  "link.revoke": {
    whose: "oita's",
    run: (at, { opening }) => revokeLink(at, "oita", { link: opening.link }),
  },
  "link.answer": {
    whose: "nobody's",
    run: (at, { opening }) =>
      answerLink(
        { ...at, actor: null },
        opening.link,
        { baseVersion: "0", quality: "final", value: "5" },
        new Date(),
      ),
  },
  "link.take": {
    whose: "oita's",
    comesTo: "anything but forbidden",
    run: (at) => takeLink(at, figures.draft, {}, now),
  },
  "audit.read": {
    whose: "oita's",
    run: (at) => readAudit(at, at.actor?.keepsPortal ? "portal" : { slug: "oita" }, noFilter, null),
  },
} satisfies Record<string, Call>;
