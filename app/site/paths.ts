import type { DiscussionSubject } from "#app/domain/discussion/subject.ts";
import type { NarrativePart, NodeKind } from "#app/domain/indicator/definition.ts";

/** Every address of the portal that a page links to; routes.ts holds the same in its own form. */
export const paths = {
  front: "/",
  signIn: "/sign-in",
  signInSecond: "/sign-in/second",
  signInPasskey: "/sign-in/passkey",
  /** Where members of organisations with a sign-in service of their own begin, and where it sends them. */
  signOn: (to?: string) => `/sign-in/organisation${to ? `?${new URLSearchParams({ to })}` : ""}`,
  signOnCallback: (organisation: string) => `/sign-in/organisation/${organisation}/callback`,
  signOut: "/sign-out",
  account: "/account",
  /** Where somebody proves anew who they are; where they look after their sign-in. */
  confirm: "/account/confirm",
  security: "/account/security",
  authenticator: "/account/security/authenticator",
  /** What a browser asks for before it makes a passkey. */
  passkeyOptions: "/account/security/passkey",
  password: "/account/password",
  passwordForgotten: "/password/forgotten",
  /** What an organisation asks of its members at sign-in. */
  organisationSecurity: (organisation: string) => `/workspaces/${organisation}/security`,
  language: "/language",
  search: "/search",
  attachment: (id: string) => `/attachments/${id}`,
  attachmentWithdrawal: (id: string) => `/attachments/${id}/withdraw`,
  openapi: "/api/v1/openapi.json",
  /** The roll-up of a plan, as a whole or narrowed down; see domain/rollup/filter. */
  plan: (plan: string, fy?: number, filter: Record<string, string> = {}) =>
    withFilter(withYear(`/plans/${plan}`, fy), filter),
  node: (plan: string, node: { kind: NodeKind; code: string }, fy?: number) =>
    withYear(`/plans/${plan}/${plural[node.kind]}/${node.code}`, fy),
  /** What is counted below a node, and how a project's mark comes about. */
  count: (plan: string, node: { kind: NodeKind; code: string }, fy?: number) =>
    withYear(`/plans/${plan}/${plural[node.kind]}/${node.code}/explanation`, fy),
  indicator: (plan: string, code: string, fy?: number) =>
    withYear(`/plans/${plan}/indicators/${code}`, fy),
  sheets: (plan: string, fy?: number) => withYear(`/plans/${plan}/sheets`, fy),
  /** The health check, as a whole or of one severity or rule. */
  health: (plan: string, filter: Record<string, string> = {}) =>
    `/plans/${plan}/health${Object.keys(filter).length > 0 ? `?${new URLSearchParams(filter)}` : ""}`,
  explanation: (plan: string, code: string, fy?: number) =>
    withYear(`/plans/${plan}/indicators/${code}/explanation`, fy),
  assessment: (plan: string, kind: "indicator" | "project", code: string, fy: number) =>
    withYear(
      `/plans/${plan}/${kind === "indicator" ? "indicators" : "projects"}/${code}/assessment`,
      fy,
    ),
  progress: (plan: string, project: string) => `/plans/${plan}/projects/${project}/progress`,
  progressReport: (plan: string, project: string, organisation: string, part: "own" | "whole") =>
    `/plans/${plan}/projects/${project}/progress/report?${new URLSearchParams({ by: organisation, part })}`,
  milestone: (plan: string, project: string, milestone: string) =>
    `/plans/${plan}/projects/${project}/progress/milestones/${milestone}`,
  activity: (plan: string, project: string, activity: string) =>
    `/plans/${plan}/projects/${project}/progress/activities/${activity}`,
  /** The library of good practices, as a whole or filtered. */
  practices: (plan: string, filter: Record<string, string> = {}) =>
    `/plans/${plan}/practices${Object.keys(filter).length > 0 ? `?${new URLSearchParams(filter)}` : ""}`,
  newPractice: (plan: string, organisation: string) =>
    `/plans/${plan}/practices/new?${new URLSearchParams({ by: organisation })}`,
  practice: (plan: string, practice: string) => `/plans/${plan}/practices/${practice}`,
  practiceEditor: (plan: string, practice: string) => `/plans/${plan}/practices/${practice}/edit`,
  rollout: (plan: string, practice: string, organisation: string) =>
    `/plans/${plan}/practices/${practice}/rollout?${new URLSearchParams({ by: organisation })}`,
  sheet: (plan: string, goal: string, fy?: number) => withYear(`/plans/${plan}/sheets/${goal}`, fy),
  /** The same sheet as a file. */
  sheetFile: (plan: string, goal: string, type: "xlsx" | "pdf", fy?: number) =>
    withYear(`/plans/${plan}/sheets/${goal}.${type}`, fy),
  narrative: (plan: string, goal: string, part: NarrativePart, fy: number) =>
    withYear(`/plans/${plan}/sheets/${goal}/narratives/${part}`, fy),
  observation: (plan: string, code: string, organisation: string, fy: number, period = 0) =>
    withPeriod(
      withYear(`/plans/${plan}/indicators/${code}/observations/${organisation}`, fy),
      period,
    ),
  /** What is said of a project, of a KPI, or of one organisation's figure of a year. */
  discussion: (plan: string, subject: DiscussionSubject) => {
    if (subject.kind === "project") return `/plans/${plan}/projects/${subject.code}/discussion`;
    const indicator = `/plans/${plan}/indicators/${subject.code}`;
    if (subject.kind === "indicator") return `${indicator}/discussion`;
    const { organisation, fy } = subject;
    return withYear(`${indicator}/observations/${organisation}/discussion`, fy);
  },
  guides: "/guides",
  guide: (guide: string) => `/guides/${guide}`,
  /** The glossary, or one of its entries. */
  glossary: (term?: string) => `/guides/glossary${term ? `#${term}` : ""}`,
  notifications: "/notifications",
  notificationSettings: "/notifications/settings",
  /** The log of mails, as a whole or filtered. */
  mailLog: (filter: Record<string, string> = {}) =>
    `/mail-log${Object.keys(filter).length > 0 ? `?${new URLSearchParams(filter)}` : ""}`,
  /** What a plan's organisations are asked for, round by round. */
  rounds: (plan: string) => `/plans/${plan}/rounds`,
  newRound: (plan: string) => `/plans/${plan}/rounds/new`,
  round: (plan: string, round: number) => `/plans/${plan}/rounds/${round}`,
  roundEditor: (plan: string, round: number) => `/plans/${plan}/rounds/${round}/edit`,
  /** Who has reported what of a round or a year; the figures of one organisation in one PT. */
  completeness: (plan: string, of?: BoardOf, cell?: { organisation: string; pt: string }) =>
    `/plans/${plan}/completeness${boardQuery(of, cell)}${cell ? "#cell" : ""}`,
  completenessFile: (plan: string, of: BoardOf) =>
    `/plans/${plan}/completeness.xlsx${boardQuery(of)}`,
  /** The versions of a plan, or the one in force on a day. */
  versions: (plan: string, asOf?: string) =>
    `/plans/${plan}/versions${asOf === undefined ? "" : `?${new URLSearchParams({ asOf })}`}`,
  /** What a version changed, against the one before it or another one. */
  version: (plan: string, version: number, against?: number) =>
    `/plans/${plan}/versions/${version}${against === undefined ? "" : `?against=${against}`}`,
  /** The same list as a workbook. */
  versionFile: (plan: string, version: number, against: number) =>
    `/plans/${plan}/versions/${version}.xlsx?against=${against}`,
  /** The whole plan as a version has it. */
  versionDocument: (plan: string, version: number) => `/plans/${plan}/versions/${version}/document`,
  /** Where a plan is begun that succeeds this one. */
  successor: (plan: string) => `/plans/${plan}/successor`,
  revision: (plan: string, number: number | "new") => `/plans/${plan}/revisions/${number}`,
  proposal: (plan: string, number: number, kind: "node" | "indicator", code: string) =>
    `/plans/${plan}/revisions/${number}/${kind === "node" ? "projects" : "indicators"}/${code}`,
  /** Something new, under a policy or on a project. */
  newProposal: (plan: string, number: number, kind: "node" | "indicator", under: string) =>
    `/plans/${plan}/revisions/${number}/${kind === "node" ? "projects" : "indicators"}/new?${new URLSearchParams({ under })}`,
  projectEditor: (plan: string, project: string) => `/plans/${plan}/projects/${project}/edit`,
  newProject: (plan: string, policy: string) => `/plans/${plan}/policies/${policy}/new-project`,
  /** The stream that tells an open page that figures of the plan moved. */
  live: (plan: string) => `/plans/${plan}/live`,
  /** What every organisation answered for every KPI. */
  matrix: (plan: string, fy?: number) => withYear(`/plans/${plan}/matrix`, fy),
  roadmap: (plan: string, fy?: number) => withYear(`/plans/${plan}/roadmap`, fy),
  /** How a year's figures differ between two times: editions, days, moments or now. */
  changes: (plan: string, fy?: number, times?: ComparedTimes) =>
    `/plans/${plan}/changes${changesQuery(fy, times)}`,
  changesFile: (plan: string, type: "xlsx" | "csv", fy?: number, times?: ComparedTimes) =>
    `/plans/${plan}/changes.${type}${changesQuery(fy, times)}`,
  /** Everything that was published of a plan, year by year. */
  editions: (plan: string) => `/plans/${plan}/editions`,
  /** The plan for a meeting room, slide by slide; the first unless said. */
  meeting: (plan: string, fy?: number, slide?: number) => {
    const address = withYear(`/plans/${plan}/meeting`, fy);
    if (slide === undefined) return address;
    return `${address}${address.includes("?") ? "&" : "?"}slide=${slide}`;
  },
  /** The papers of the council's meetings, one of them, and it as a file. */
  packs: (plan: string) => `/plans/${plan}/packs`,
  /** Where one is chosen; of a year's newest edition unless said otherwise. */
  newPack: (plan: string, fy?: number) => withYear(`/plans/${plan}/packs/new`, fy),
  /** Where one that was not made is taken up again. */
  packAgain: (plan: string, id: string) => `/plans/${plan}/packs/${id}/again`,
  pack: (plan: string, id: string) => `/plans/${plan}/packs/${id}`,
  packFile: (plan: string, id: string, type: "pdf" | "xlsx") =>
    `/plans/${plan}/packs/${id}/file.${type}`,
  rubric: (plan: string) => `/plans/${plan}/rubric`,
  /** Begins with the rubric in force, or with an earlier version or a template. */
  rubricEditor: (plan: string, start: Record<string, string> = {}) =>
    `/plans/${plan}/rubric/edit${Object.keys(start).length > 0 ? `?${new URLSearchParams(start)}` : ""}`,
  workspace: (organisation: string) => `/workspaces/${organisation}`,
  pt: (organisation: string, plan: string, pt: string, fy?: number) =>
    withYear(`/workspaces/${organisation}/plans/${plan}/pts/${pt}`, fy),
  contact: (organisation: string, plan: string, pt: string) =>
    `/workspaces/${organisation}/plans/${plan}/pts/${pt}/contact`,
  /** The organisations that report an indicator beside each other. */
  comparison: (plan: string, code: string, fy?: number, by?: "mark" | "value") =>
    withMap(withYear(`/plans/${plan}/indicators/${code}/comparison`, fy), by),
  /** The roadmap of a KPI, and the map of who reports it, as files. */
  chartFile: (plan: string, code: string, type: "svg" | "png" | "csv", fy?: number) =>
    withYear(`/plans/${plan}/indicators/${code}/chart.${type}`, fy),
  comparisonFile: (
    plan: string,
    code: string,
    type: "svg" | "png" | "csv",
    fy?: number,
    by?: "mark" | "value",
  ) => withMap(withYear(`/plans/${plan}/indicators/${code}/comparison.${type}`, fy), by),
  matrixFile: (plan: string, type: "csv" | "xlsx", fy?: number) =>
    withYear(`/plans/${plan}/matrix.${type}`, fy),
  report: (organisation: string, plan: string, indicator: string, fy: number, period = 0) =>
    withPeriod(`/workspaces/${organisation}/plans/${plan}/reports/${indicator}/${fy}`, period),
  /** The figures that an organisation owes in a round in one table, all or what is still to be entered. */
  entry: (organisation: string, plan: string, round: number) =>
    `/workspaces/${organisation}/plans/${plan}/rounds/${round}/entry`,
  openEntry: (organisation: string, plan: string, round: number) =>
    `${paths.entry(organisation, plan, round)}?rows=open`,
  /** The same rows for the page's script. */
  entryRows: (organisation: string, plan: string, round: number) =>
    `${paths.entry(organisation, plan, round)}/rows`,
  /** The same rows as a form for Excel, or as plain data. */
  entryForm: (organisation: string, plan: string, round: number, type: "xlsx" | "csv") =>
    `/workspaces/${organisation}/plans/${plan}/rounds/${round}/form.${type}`,
  /** Where a filled form is sent; what would come of it. */
  imports: (organisation: string, plan: string, round: number) =>
    `/workspaces/${organisation}/plans/${plan}/rounds/${round}/import`,
  import: (organisation: string, plan: string, round: number, id: string) =>
    `${paths.imports(organisation, plan, round)}/${id}`,
  /** Where the workbook of a whole plan is brought in, one that was, and the template of it. */
  planImports: (organisation: string) => `/workspaces/${organisation}/plan-import`,
  planImport: (organisation: string, id: string) => `/workspaces/${organisation}/plan-import/${id}`,
  planTemplate: (organisation: string) => `/workspaces/${organisation}/plan-import/template.xlsx`,
  /** A file that was brought in, as it is kept. */
  importFile: (organisation: string, id: string) =>
    `/workspaces/${organisation}/imports/${id}/file`,
  /** Whom an organisation asked for figures by a link, of all standings or of one; where it asks. */
  links: (organisation: string, query: Record<string, string> = {}) =>
    withFilter(`/workspaces/${organisation}/links`, query),
  newLink: (
    organisation: string,
    asked: { plan: string; indicator: string; fy: number; period: number },
    again?: string,
  ) =>
    withFilter(`/workspaces/${organisation}/links/new`, {
      plan: asked.plan,
      indicator: asked.indicator,
      fy: String(asked.fy),
      ...(asked.period === 0 ? {} : { period: String(asked.period) }),
      ...(again === undefined ? {} : { again }),
    }),
  /** Where what was answered for a figure is taken over. */
  takeLinks: (organisation: string, plan: string, indicator: string, fy: number, period = 0) =>
    withPeriod(
      `/workspaces/${organisation}/plans/${plan}/reports/${indicator}/${fy}/answers`,
      period,
    ),
  /** The keys by which programs act for an organisation. */
  tokens: (organisation: string) => `/workspaces/${organisation}/tokens`,
  review: (organisation: string) => `/workspaces/${organisation}/review`,
  /** What waits for a decision inside an organisation, and whether it wants such decisions. */
  approval: (organisation: string) => `/workspaces/${organisation}/approval`,
  approvalSettings: (organisation: string) => `/workspaces/${organisation}/approval/settings`,
  /** Who belongs to an organisation; where people are asked in, one is changed, and leaves work to others. */
  members: (organisation: string) => `/workspaces/${organisation}/members`,
  invite: (organisation: string) => `/workspaces/${organisation}/members/invite`,
  member: (organisation: string, user: string) => `/workspaces/${organisation}/members/${user}`,
  handOver: (organisation: string, user: string) =>
    `/workspaces/${organisation}/members/${user}/hand-over`,
  /** What a colleague left to the reader. */
  handover: (organisation: string, id: string) => `/workspaces/${organisation}/handovers/${id}`,
  /** The portal as a whole: its organisations, and who keeps it. */
  platform: "/platform",
  newOrganisation: "/platform/organisations/new",
  organisation: (slug: string) => `/platform/organisations/${slug}`,
  /** Who did what for an organisation, as a page or a file; the same of people and rights everywhere. */
  audit: (organisation: string, query: Record<string, string> = {}, ending = "") =>
    withFilter(`/workspaces/${organisation}/audit${ending}`, query),
  platformAudit: (query: Record<string, string> = {}, ending = "") =>
    withFilter(`/platform/audit${ending}`, query),
  /** Where people are found to be taken out. */
  platformPeople: "/platform/people",
  /** What the portal holds about whoever is signed in, to read and to take away. */
  ownData: "/account/data",
  ownDataFile: "/account/data.json",
  /** By which service of its own an organisation's members may sign in. */
  signOnSettings: (organisation: string) => `/workspaces/${organisation}/sign-on`,
  /** What waits for review in one table, of all PTs or of one. */
  reviewTable: (organisation: string, pt?: string) =>
    `/workspaces/${organisation}/review/table${pt ? `?${new URLSearchParams({ pt })}` : ""}`,
};

/** Two times as addresses say them: `edition-1`, a day, a moment or `now`. */
type ComparedTimes = { from?: string; to?: string };

function changesQuery(fy: number | undefined, times: ComparedTimes = {}): string {
  const query = new URLSearchParams({ ...(fy === undefined ? {} : { fy: String(fy) }), ...times });
  return query.size > 0 ? `?${query}` : "";
}

/** What a completeness board is of. */
type BoardOf = { round: number } | { fy: number };

function boardQuery(of: BoardOf | undefined, cell: Record<string, string> = {}): string {
  if (of === undefined) return "";
  return `?${new URLSearchParams({
    ...("round" in of ? { round: String(of.round) } : { fy: String(of.fy) }),
    ...cell,
  })}`;
}

const plural: Record<NodeKind, string> = {
  goal: "goals",
  policy: "policies",
  project: "projects",
  strategy: "strategies",
};

function withYear(path: string, fy: number | undefined): string {
  return fy === undefined ? path : `${path}?fy=${fy}`;
}

/** What the map is coloured by; figures go without saying. */
function withMap(path: string, by: "mark" | "value" = "value"): string {
  if (by === "value") return path;
  return `${path}${path.includes("?") ? "&" : "?"}by=${by}`;
}

function withFilter(path: string, filter: Record<string, string>): string {
  const query = new URLSearchParams(filter);
  if (query.size === 0) return path;
  return `${path}${path.includes("?") ? "&" : "?"}${query}`;
}

/** The half, quarter or month of a year; the whole year goes without saying. */
function withPeriod(path: string, period: number): string {
  if (period === 0) return path;
  return `${path}${path.includes("?") ? "&" : "?"}period=${period}`;
}
