import type { Role } from "#app/policy/roles.ts";
import type { Scene } from "./scene.ts";
import { type Visitor, visitors } from "./visitors.ts";

// A route without an entry fails. An entry says at which address the route is tried, who is let in and,
// where the route takes anything, who may send it something. `for` the rest it is closed.

export type Route = {
  at: (scene: Scene) => string;
  /** Who reads it. */
  get: readonly Visitor[];
  /** To whom what they send is not forbidden, where the route has an action. */
  post?: readonly Visitor[];
  /** Made by a browser from what another route shows: only tried by those who are kept out. */
  costly?: true;
  /** Says the same to everybody, also out of a cache. */
  shared?: true;
};

const writing: readonly Role[] = ["editor", "approver", "admin"];
const deciding: readonly Role[] = ["approver", "admin"];
const all: readonly Role[] = ["viewer", ...writing];

type Relation = "own" | "other" | "lead" | "council";
const people = (relation: Relation, roles: readonly Role[]) =>
  visitors.filter((visitor) => roles.some((role) => visitor === `${relation} ${role}`));

const everybody: readonly Visitor[] = visitors;
/** Who belongs to no organisation any more is not signed in. */
const signedIn = visitors.filter((visitor) => visitor !== "nobody" && visitor !== "stranger");
const members = signedIn.filter((visitor) => visitor !== "keeper");
const nobody: readonly Visitor[] = [];

const own = people("own", all);
const ownWriters = people("own", writing);
const ownDeciders = people("own", deciding);
const ownAdmins = people("own", ["admin"]);
/** The council's office, which keeps the plan. */
const office = people("council", writing);
const decidingOffice = people("council", deciding);
const leadWriters = people("lead", writing);
const keepers: readonly Visitor[] = ["keeper"];

const plan = "/plans/jewels";
const project = `${plan}/projects/SHG-4-1`;
const indicator = `${plan}/indicators/SHG-4-1-a`;
const home = "/workspaces/oita";

/** Who is told how far everybody is: the leads and the council. */
const board = visitors.filter((visitor) => /^(lead|council) /.test(visitor));
/** Who changes what the plan says of the PT. */
const keepersOfPlan = [...leadWriters, ...office];
const judges = [...people("lead", deciding), ...office];
const movers = [...ownWriters, ...keepersOfPlan];
/** Who reads a figure before it is accepted. */
const figureReaders = [...own, ...people("lead", all), ...office];

const open = (at: string): Route => ({ at: () => at, get: everybody });

export const crawled: Record<string, Route> = {
  "routes/front": open("/"),
  "routes/hello": open("/hello"),
  "routes/search": open("/search?q=秘密"),
  "routes/guides/list": open("/guides"),
  "routes/guides/glossary": open("/guides/glossary"),
  "routes/guides/guide": open("/guides/reporting"),
  "routes/notifications/list": { at: () => "/notifications", get: members, post: members },
  "routes/notifications/settings": {
    at: () => "/notifications/settings",
    get: members,
    post: members,
  },
  "routes/mail-log": { at: () => "/mail-log", get: office },
  "routes/platform/audit": { at: () => "/platform/audit", get: keepers },
  "platform-audit-csv": { at: () => "/platform/audit.csv", get: keepers },
  "platform-audit-xlsx": { at: () => "/platform/audit.xlsx", get: keepers },
  "routes/plans/region": open(plan),
  "routes/plans/roadmap": open(`${plan}/roadmap?fy=2023`),
  "routes/plans/matrix": open(`${plan}/matrix?fy=2023`),
  "matrix-csv": open(`${plan}/matrix.csv?fy=2021`),
  "matrix-xlsx": open(`${plan}/matrix.xlsx?fy=2021`),
  "routes/plans/changes": open(`${plan}/changes?fy=2023&from=2026-01-01`),
  "routes/plans/changes-workbook": {
    at: () => `${plan}/changes.xlsx?fy=2023&from=2026-01-01`,
    get: members,
  },
  "routes/plans/changes-csv": {
    at: () => `${plan}/changes.csv?fy=2023&from=2026-01-01`,
    get: members,
  },
  "routes/plans/editions": open(`${plan}/editions`),
  "routes/plans/meeting": open(`${plan}/meeting?fy=2023`),
  "routes/plans/health": { at: () => `${plan}/health`, get: everybody, post: office },
  "routes/plans/completeness": { at: () => `${plan}/completeness?fy=2023`, get: board },
  "routes/plans/completeness-workbook": {
    at: () => `${plan}/completeness.xlsx?fy=2023`,
    get: board,
  },
  "routes/packs/list": { at: () => `${plan}/packs`, get: members },
  "routes/packs/new": { at: () => `${plan}/packs/new`, get: office, post: office },
  "routes/plans/successor": {
    at: () => `${plan}/successor`,
    get: decidingOffice,
    post: decidingOffice,
  },
  "routes/rounds/list": { at: () => `${plan}/rounds`, get: members },
  "new-round": { at: () => `${plan}/rounds/new`, get: office, post: office },
  "routes/plans/rubric": open(`${plan}/rubric`),
  "routes/plans/rubric-editor": { at: () => `${plan}/rubric/edit`, get: office, post: office },
  "routes/plans/goal": open(`${plan}/goals/SHG?fy=2023`),
  "routes/plans/policy": open(`${plan}/policies/SHG-4?fy=2023`),
  "routes/plans/project": open(`${plan}/projects/SHG-4-1?fy=2023`),
  "routes/plans/strategy": open("/plans/mine/strategies/S1"),
  "goal-count": open(`${plan}/goals/SHG/explanation?fy=2023`),
  "policy-count": open(`${plan}/policies/SHG-4/explanation?fy=2023`),
  "project-count": open(`${plan}/projects/SHG-4-1/explanation?fy=2023`),
  "strategy-count": open("/plans/mine/strategies/S1/explanation"),
  "routes/plans/indicator": open(`${indicator}?fy=2023`),
  "routes/plans/explanation": open(`${indicator}/explanation?fy=2023`),
  "chart-svg": open(`${indicator}/chart.svg?fy=2023`),
  "chart-png": { at: () => `${indicator}/chart.png?fy=2023`, get: everybody, costly: true },
  "chart-csv": open(`${indicator}/chart.csv?fy=2023`),
  "routes/plans/comparison": open(`${indicator}/comparison?fy=2023`),
  "comparison-svg": { at: () => `${indicator}/comparison.svg?fy=2023`, get: members },
  "comparison-png": { at: () => `${indicator}/comparison.png?fy=2023`, get: members, costly: true },
  "comparison-csv": { at: () => `${indicator}/comparison.csv?fy=2023`, get: members },
  "indicator-assessment": {
    at: () => `${indicator}/assessment?fy=2023`,
    get: members,
    post: judges,
  },
  "project-assessment": { at: () => `${project}/assessment?fy=2023`, get: members, post: judges },
  "routes/plans/progress": { at: () => `${project}/progress`, get: members },
  "routes/plans/progress-report": {
    at: () => `${project}/progress/report?by=oita&part=own`,
    get: ownWriters,
    post: ownWriters,
  },
  "project-threads": { at: () => `${project}/discussion`, get: members, post: members },
  "indicator-threads": { at: () => `${indicator}/discussion`, get: members, post: members },
  "figure-threads": {
    at: () => `${indicator}/observations/oita/discussion?fy=2023`,
    get: figureReaders,
    post: figureReaders,
  },
  "routes/practices/library": { at: () => `${plan}/practices`, get: members },
  "new-practice": {
    at: () => `${plan}/practices/new?by=oita`,
    get: ownWriters,
    post: ownWriters,
  },
  "routes/plans/versions": open(`${plan}/versions`),
  "routes/plans/version": open(`${plan}/versions/1`),
  "routes/plans/version-workbook": open(`${plan}/versions/1.xlsx`),
  "routes/plans/version-document": open(`${plan}/versions/1/document`),
  "routes/revisions/new": {
    at: () => `${plan}/revisions/new`,
    get: keepersOfPlan,
    post: keepersOfPlan,
  },
  "project-editor": { at: () => `${project}/edit`, get: keepersOfPlan, post: keepersOfPlan },
  "new-project": {
    at: () => `${plan}/policies/SHG-4/new-project`,
    get: keepersOfPlan,
    post: keepersOfPlan,
  },
  "routes/sheets/list": open(`${plan}/sheets`),
  "routes/sheets/sheet": open(`${plan}/sheets/SHG?fy=2023`),
  "routes/sheets/pdf": { at: () => `${plan}/sheets/SHG.pdf?fy=2023`, get: everybody, costly: true },
  "routes/sheets/workbook": open(`${plan}/sheets/SHG.xlsx?fy=2023`),
  "routes/sheets/narrative": {
    at: () => `${plan}/sheets/SHG/narratives/issues?fy=2023`,
    get: members,
    post: keepersOfPlan,
  },
  "routes/workspaces/home": { at: () => home, get: own },
  "routes/workspaces/review": { at: () => `${home}/review`, get: own },
  "routes/workspaces/review-table": { at: () => `${home}/review/table`, get: own },
  "routes/workspaces/approval": { at: () => `${home}/approval`, get: own, post: ownDeciders },
  "routes/workspaces/approval-settings": {
    at: () => `${home}/approval/settings`,
    get: own,
    post: ownDeciders,
  },
  "routes/workspaces/audit": { at: () => `${home}/audit`, get: ownAdmins },
  "audit-csv": { at: () => `${home}/audit.csv`, get: ownAdmins },
  "audit-xlsx": { at: () => `${home}/audit.xlsx`, get: ownAdmins },
  "routes/workspaces/pt": { at: () => `${home}/plans/jewels/pts/SHG?fy=2023`, get: own, post: own },
  "routes/workspaces/contact": {
    at: () => `${home}/plans/jewels/pts/SHG/contact`,
    get: ownWriters,
    post: ownWriters,
  },
  "routes/workspaces/report": {
    at: () => `${home}/plans/jewels/reports/SHG-2-2-a/2023`,
    get: own,
    post: ownWriters,
  },
  "routes/workspaces/plan-import": { at: () => `${home}/plan-import`, get: own, post: ownDeciders },
  "routes/workspaces/plan-template": { at: () => `${home}/plan-import/template.xlsx`, get: own },
  "routes/api/openapi": { ...open("/api/v1/openapi.json"), shared: true },
  "routes/api/plans": open("/api/v1/plans"),
  "routes/api/plan": open("/api/v1/plans/jewels"),
  "routes/api/health": open("/api/v1/plans/jewels/health"),
  "routes/api/rollup": open("/api/v1/plans/jewels/rollup?fy=2023"),
  "routes/api/changes": {
    at: () => "/api/v1/plans/jewels/changes?fy=2023&from=2026-01-01",
    get: members,
  },
  "routes/api/indicator": open("/api/v1/plans/jewels/indicators/SHG-4-1-a?fy=2023"),
  "routes/api/explanation": open("/api/v1/plans/jewels/indicators/SHG-4-1-a/explanation?fy=2023"),
  "routes/attachments/file": { at: ({ attachment }) => `/attachments/${attachment}`, get: members },
  "routes/attachments/withdraw": {
    at: ({ attachment }) => `/attachments/${attachment}/withdraw`,
    get: ownWriters,
    post: ownWriters,
  },
  "routes/packs/pack": { at: ({ pack }) => `${plan}/packs/${pack}`, get: members },
  "routes/packs/again": {
    at: ({ pack }) => `${plan}/packs/${pack}/again`,
    get: nobody,
    post: office,
  },
  "pack-pdf": { at: ({ pack }) => `${plan}/packs/${pack}/file.pdf`, get: nobody },
  "pack-workbook": { at: ({ pack }) => `${plan}/packs/${pack}/file.xlsx`, get: nobody },
  "routes/rounds/round": {
    at: ({ rounds }) => `${plan}/rounds/${rounds.open}`,
    get: members,
    post: office,
  },
  "round-editor": {
    at: ({ rounds }) => `${plan}/rounds/${rounds.planned}/edit`,
    get: office,
    post: office,
  },
  "routes/plans/milestone": {
    at: ({ milestone }) => `${project}/progress/milestones/${milestone}`,
    get: members,
    post: movers,
  },
  "routes/plans/activity": {
    at: ({ activity }) =>
      `${plan}/projects/${activity.node}/progress/activities/${activity.activity}`,
    get: members,
    post: keepersOfPlan,
  },
  "routes/plans/observation": {
    at: () => `${indicator}/observations/oita?fy=2023`,
    get: figureReaders,
  },
  "routes/practices/practice": {
    at: ({ practices }) => `${plan}/practices/${practices.draft}`,
    get: own,
  },
  "practice-editor": {
    at: ({ practices }) => `${plan}/practices/${practices.draft}/edit`,
    get: ownWriters,
    post: ownWriters,
  },
  "routes/practices/rollout": {
    at: ({ practices }) => `${plan}/practices/${practices.okinawa}/rollout?by=oita`,
    get: ownWriters,
    post: ownWriters,
  },
  "routes/revisions/revision": {
    at: ({ revisions }) => `${plan}/revisions/${revisions.proposed}`,
    get: members,
    post: office,
  },
  "project-proposal": {
    at: ({ revisions }) => `${plan}/revisions/${revisions.proposed}/projects/SHG-4-1`,
    get: keepersOfPlan,
    post: keepersOfPlan,
  },
  "indicator-proposal": {
    at: ({ revisions }) => `${plan}/revisions/${revisions.proposed}/indicators/SHG-4-1-a`,
    get: keepersOfPlan,
    post: keepersOfPlan,
  },
  "routes/workspaces/entry": {
    at: ({ rounds }) => `${home}/plans/jewels/rounds/${rounds.open}/entry`,
    get: own,
    post: ownWriters,
  },
  "routes/workspaces/entry-rows": {
    at: ({ rounds }) => `${home}/plans/jewels/rounds/${rounds.open}/entry/rows`,
    get: own,
    post: ownWriters,
  },
  "routes/workspaces/form-workbook": {
    at: ({ rounds }) => `${home}/plans/jewels/rounds/${rounds.open}/form.xlsx`,
    get: own,
  },
  "routes/workspaces/form-csv": {
    at: ({ rounds }) => `${home}/plans/jewels/rounds/${rounds.open}/form.csv`,
    get: own,
  },
  "routes/workspaces/import": {
    at: ({ rounds }) => `${home}/plans/jewels/rounds/${rounds.open}/import`,
    get: own,
    post: ownWriters,
  },
  "routes/workspaces/import-preview": {
    at: ({ rounds, imported }) => `${home}/plans/jewels/rounds/${rounds.open}/import/${imported}`,
    get: own,
    post: ownWriters,
  },
  "routes/workspaces/import-file": {
    at: ({ imported }) => `${home}/imports/${imported}/file`,
    get: own,
  },
  "routes/workspaces/plan-import-preview": {
    at: ({ imported }) => `${home}/plan-import/${imported}`,
    get: nobody,
    post: nobody,
  },
  "routes/sign-in/sign-in": { ...open("/sign-in"), post: everybody },
  // Nobody has begun to sign in: who is not signed in begins anew.
  "routes/sign-in/second": { at: () => "/sign-in/second", get: signedIn, post: everybody },
  "routes/sign-in/passkey": { at: () => "/sign-in/passkey", get: signedIn, post: everybody },
  "routes/sign-in/organisation": { ...open("/sign-in/organisation"), post: everybody },
  "routes/sign-in/organisation-callback": {
    at: () => "/sign-in/organisation/oita/callback?state=x&code=x",
    get: nobody,
  },
  "routes/password/forgotten": { ...open("/password/forgotten"), post: everybody },
  "routes/password/reset": { at: () => "/password/reset/guessed", get: nobody, post: everybody },
  "routes/language": { ...open("/language"), post: everybody },
  "routes/account/account": { at: () => "/account", get: signedIn, post: signedIn },
  "routes/account/confirm": { at: () => "/account/confirm", get: signedIn, post: signedIn },
  "routes/account/password": { at: () => "/account/password", get: signedIn, post: signedIn },
  "routes/account/security": { at: () => "/account/security", get: signedIn, post: signedIn },
  "routes/account/authenticator": {
    at: () => "/account/security/authenticator",
    get: signedIn,
    post: signedIn,
  },
  "routes/account/passkey": {
    at: () => "/account/security/passkey",
    get: everybody,
    post: signedIn,
  },
  "routes/account/data": { at: () => "/account/data", get: signedIn, post: signedIn },
  "routes/account/data-file": { at: () => "/account/data.json", get: signedIn },
  "routes/invitations/invitation": { at: () => "/invitations/guessed", get: nobody, post: nobody },
  "routes/platform/home": { at: () => "/platform", get: keepers, post: keepers },
  "routes/platform/new-organisation": {
    at: () => "/platform/organisations/new",
    get: keepers,
    post: keepers,
  },
  "routes/platform/organisation": {
    at: () => "/platform/organisations/oita",
    get: keepers,
    post: keepers,
  },
  "routes/platform/people": { at: () => "/platform/people?q=大分", get: keepers, post: keepers },
  "routes/links/answer": { at: () => "/links/guessed", get: nobody, post: everybody },
  "routes/workspaces/links": { at: () => `${home}/links`, get: own, post: ownWriters },
  "routes/workspaces/link-editor": {
    at: () => `${home}/links/new?plan=jewels&indicator=SHG-4-1-a&fy=2023`,
    get: ownWriters,
    post: ownWriters,
  },
  "routes/workspaces/security": { at: () => `${home}/security`, get: ownAdmins, post: ownAdmins },
  "routes/workspaces/take-answers": {
    at: () => `${home}/plans/jewels/reports/SHG-4-1-a/2023/answers`,
    get: everybody,
    post: ownWriters,
  },
  "routes/workspaces/tokens": { at: () => `${home}/tokens`, get: ownAdmins, post: ownAdmins },
  "routes/workspaces/members": { at: () => `${home}/members`, get: own, post: ownAdmins },
  "routes/workspaces/members-invite": {
    at: () => `${home}/members/invite`,
    get: ownAdmins,
    post: ownAdmins,
  },
  "routes/workspaces/members-change": {
    at: ({ viewer }) => `${home}/members/${viewer}`,
    get: ownAdmins,
    post: ownAdmins,
  },
  "routes/workspaces/members-hand-over": {
    at: ({ viewer }) => `${home}/members/${viewer}/hand-over`,
    get: ownAdmins,
    post: ownAdmins,
  },
  "routes/workspaces/members-handover": {
    at: ({ viewer }) => `${home}/handovers/${viewer}`,
    get: nobody,
  },
  "routes/workspaces/sign-on": { at: () => `${home}/sign-on`, get: ownAdmins, post: ownAdmins },
  "routes/api/report": {
    at: () => "/api/v1/workspaces/oita/plans/jewels/reports/SHG-4-1-a/2023",
    get: own,
    post: ownWriters,
  },
  "routes/api/not-found": { at: () => "/api/v1/nowhere", get: nobody },
  "routes/not-found": { at: () => "/nowhere", get: nobody },
  // The last: whoever sends it something is signed out.
  "routes/sign-out": { ...open("/sign-out"), post: everybody },
};
