import type { NodeKind } from "#app/domain/indicator/definition.ts";
import { paths } from "#app/site/paths.ts";
import { seedId } from "#seeds/seed-id.ts";

const plan = "jewels";
const fy = 2023;
/** The last year that the cities have published. */
const published = 2016;

const practice = seedId("practice", plan, "mobile-class");
const ownPractice = seedId("practice", plan, "women-digital");

const node = (kind: NodeKind, code: string) => ({ kind, code });

type PageTypes = {
  /** Who reads them, for the test's name. */
  reader: string;
  /** Whom to sign in as; null: nobody. */
  person: string | null;
  pages: Record<string, string>;
};

/** One address of every kind of page, with who may see it. */
export const pageTypes: readonly PageTypes[] = [
  {
    reader: "the public",
    person: null,
    pages: {
      front: paths.front,
      "sign-in": paths.signIn,
      "sign-in by an organisation": paths.signOn(),
      "forgotten password": paths.passwordForgotten,
      "password link that is over": "/password/reset/guessed",
      "plan as the public sees it": paths.plan(plan, fy),
      "indicator as the public sees it": paths.indicator(plan, "SHG-2-4-a", fy),
      "explanation of what is not published": paths.explanation(plan, "SHG-2-4-a", fy),
      "roadmap as the public sees it": paths.roadmap(plan, fy),
      "plan health check": paths.health(plan),
      rubric: paths.rubric(plan),
      search: `${paths.search}?q=観光`,
      guides: paths.guides,
      guide: paths.guide("reporting"),
      glossary: paths.glossary(),
      "not found": "/nowhere",
    },
  },
  {
    reader: "a citizen",
    person: null,
    pages: {
      "city's plan": paths.plan("kurume", published),
      "city's plan that counts measures": paths.plan("kitakyushu", published),
      "city's goal": paths.node("kurume", node("goal", "G2"), published),
      "city's project with another mark": paths.node(
        "kitakyushu",
        node("project", "M003"),
        published,
      ),
      "city's indicator": paths.indicator("kurume", "T2", published),
      "published explanation": paths.explanation("kurume", "T3", published),
      "year without an edition": paths.indicator("kurume", "T3", 2018),
      "published count": paths.count("kitakyushu", node("goal", "G1"), published),
      "count from a document": paths.count("kurume", node("goal", "G2"), published),
      editions: paths.editions("kurume"),
      "nothing to compare": paths.changes("kurume", published),
      "slide of a city's goal": paths.meeting("kurume", published, 2),
      "published mark of a project": paths.count("kitakyushu", node("project", "M003"), published),
    },
  },
  {
    reader: "a citizen with more time",
    person: null,
    pages: {
      strategy: paths.node("mine", node("strategy", "S2")),
      "strategy's count": paths.count("mine", node("strategy", "S2")),
      "city's health check": paths.health("kitakyushu"),
      "city's rubric": paths.rubric("kurume"),
      "versions of a plan": paths.versions(plan),
      "what a version changed": paths.version(plan, 2),
      "plan of an earlier version": paths.versionDocument(plan, 1),
      sheets: paths.sheets("mine"),
      sheet: paths.sheet("kurume", "G2", published),
      "sheet by measure": paths.sheet("kitakyushu", "G1", published),
    },
  },
  {
    reader: "editor@saga",
    person: "editor@saga.example.jp",
    pages: {
      workspace: paths.workspace("saga"),
      "PT workspace": paths.pt("saga", plan, "ANS", fy),
      "report form": paths.report("saga", plan, "JSD-o1", fy),
      "returned report": paths.report("saga", plan, "SHG-2-3-a", fy),
      "report by numerator and denominator": paths.report("saga", plan, "JNZ-1-1-a-2", 2024),
      "submitted report": paths.report("saga", plan, "SHG-3-1-a", fy),
      "entry grid": paths.entry("saga", plan, 1),
      "form that is brought in": paths.imports("saga", plan, 1),
      "review list, to read": paths.review("saga"),
      "review table, to read": paths.reviewTable("saga"),
      "decisions, to read": paths.approval("saga"),
      "settings of decisions, to read": paths.approvalSettings("saga"),
      "members, to read": paths.members("saga"),
      activity: paths.activity(plan, "SHG-2-4", seedId("activity", plan, "SHG-2-4", 1)),
      "status report": paths.progressReport(plan, "SHG-5-2", "saga", "own"),
      "library of practices": paths.practices(plan),
      practice: paths.practice(plan, practice),
      "own practice, to correct": paths.practiceEditor(plan, ownPractice),
      "roll-out": paths.rollout(plan, practice, "saga"),
      "report with a proposed figure": paths.report("saga", plan, "CKR-8-2-a", 2025),
      "discussion of a project": paths.discussion(plan, { kind: "project", code: "SHG-5-2" }),
      "discussion of a KPI": paths.discussion(plan, { kind: "indicator", code: "SHG-4-1-a" }),
      "discussion of a figure": paths.discussion(plan, {
        kind: "figure",
        code: "SHG-2-3-a",
        organisation: "saga",
        fy,
      }),
      "rounds of a plan": paths.rounds(plan),
      round: paths.round(plan, 1),
      notifications: paths.notifications,
      "notification settings": paths.notificationSettings,
      "PT contact": paths.contact("saga", plan, "SHG"),
      account: paths.account,
      "own data": paths.ownData,
      "mark of another PT, to read": paths.assessment(plan, "indicator", "SHG-2-4-a", fy),
      forbidden: paths.workspace("fukuoka"),
    },
  },
  {
    reader: "admin@saga",
    person: "admin@saga.example.jp",
    pages: {
      members: paths.members("saga"),
      "invitation of members": paths.invite("saga"),
      "member's role": paths.member("saga", seedId("user", "editor@saga.example.jp")),
      handover: paths.handOver("saga", seedId("user", "editor@saga.example.jp")),
      "sign-in service": paths.signOnSettings("saga"),
      "what is asked at sign-in": paths.organisationSecurity("saga"),
      "proof of who one is": paths.confirm,
      "sign-in and security": paths.security,
      "change of a password": paths.password,
      "keys of the API": paths.tokens("saga"),
      "audit events of an organisation": paths.audit("saga"),
    },
  },
  {
    reader: "who keeps the portal",
    person: "admin@portal.example.jp",
    pages: {
      "organisations of the portal": paths.platform,
      "new organisation": paths.newOrganisation,
      organisation: paths.organisation("nagasaki"),
      "audit events of the portal": paths.platformAudit(),
      "people to be taken out": paths.platformPeople,
    },
  },
  {
    reader: "editor@fukuoka",
    person: "editor@fukuoka.example.jp",
    pages: {
      "start of a revision": paths.revision(plan, "new"),
      "project's editor": paths.projectEditor(plan, "SHG-5-2"),
      "new project": paths.newProject(plan, "SHG-5"),
    },
  },
  {
    reader: "approver@nagasaki",
    person: "approver@nagasaki.example.jp",
    pages: {
      "review list": paths.review("nagasaki"),
      "review table": paths.reviewTable("nagasaki"),
      "settings of decisions": paths.approvalSettings("nagasaki"),
    },
  },
  {
    reader: "approver@fukuoka, who leads a PT",
    person: "approver@fukuoka.example.jp",
    pages: {
      "PT workspace of its lead": paths.pt("fukuoka", plan, "SHG", fy),
      "completeness board": paths.completeness(plan, { fy }, { organisation: "saga", pt: "SHG" }),
    },
  },
  {
    reader: "approver@kurume",
    person: "approver@kurume.example.jp",
    pages: {
      "indicator's mark and outlook": paths.assessment("kurume", "indicator", "T2", published),
      "rubric editor": paths.rubricEditor("kurume"),
      narrative: paths.narrative("kurume", "G2", "evaluation", published),
      "plan that is brought in": paths.planImports("kurume"),
      "new council pack": paths.newPack("kurume", published),
    },
  },
  {
    reader: "editor@council",
    person: "editor@council.example.jp",
    pages: {
      "log of mails": paths.mailLog(),
      "board of a round": paths.completeness(plan, { round: 1 }),
      "round, to take further": paths.round(plan, 1),
      "new round": paths.newRound(plan),
    },
  },
  {
    reader: "viewer@council",
    person: "viewer@council.example.jp",
    pages: {
      region: paths.plan(plan, fy),
      "region as it stood": `${paths.plan(plan, fy)}&asOf=2026-06-30`,
      "changes between a day and now": paths.changes(plan, 2025, { from: "2026-06-30" }),
      "slide of the region": paths.meeting(plan, fy),
      "slide of a PT": paths.meeting(plan, fy, 2),
      "slide of what is missing": paths.meeting(plan, fy, 8),
      "council packs": paths.packs(plan),
      roadmap: paths.roadmap(plan, fy),
      "organisations by KPI": paths.matrix(plan, fy),
      goal: paths.node(plan, node("goal", "ANS"), fy),
      policy: paths.node(plan, node("policy", "SHG-2"), fy),
      project: paths.node(plan, node("project", "SHG-4-1"), fy),
      indicator: paths.indicator(plan, "SHG-2-3-a", fy),
      "indicator with a rate": paths.indicator(plan, "JSD-2-1-b-1", fy),
      "comparison of organisations": paths.comparison(plan, "SHG-2-3-a", fy),
      "indicator in words": paths.indicator(plan, "ANS-3-1-a-2", fy),
      "derived indicator": paths.indicator(plan, "SGT-o2", fy),
      observation: paths.observation(plan, "SHG-4-1-a", "kumamoto", fy),
    },
  },
  {
    reader: "viewer@council, who asks why",
    person: "viewer@council.example.jp",
    pages: {
      explanation: paths.explanation(plan, "JNZ-2-1-a", fy),
      "explanation with a gap": paths.explanation(plan, "SHG-4-1-a", fy),
      "explanation of a rate": paths.explanation(plan, "JSD-2-1-b-1", fy),
      "explanation in words": paths.explanation(plan, "ANS-3-1-a-2", fy),
      "explanation of a derived indicator": paths.explanation(plan, "SGT-o2", fy),
      count: paths.count(plan, node("goal", "SHG"), fy),
      "policy's count": paths.count(plan, node("policy", "SHG-2"), fy),
      "project's mark, to read": paths.assessment(plan, "project", "SHG-4-1", fy),
      "project's progress": paths.progress(plan, "SHG-5-2"),
      "PT's sheet": paths.sheet(plan, "SHG", fy),
    },
  },
];
