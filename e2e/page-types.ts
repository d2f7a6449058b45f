import { paths } from "#app/site/paths.ts";

const plan = "jewels";
const fy = 2023;

/** One address of every kind of page, with who may see it (null: nobody signed in). */
export const pageTypes: readonly { person: string | null; pages: Record<string, string> }[] = [
  {
    person: null,
    pages: {
      front: paths.front,
      "sign-in": paths.signIn,
      "plan as the public sees it": paths.plan(plan, fy),
      "indicator as the public sees it": paths.indicator(plan, "SHG-2-4-a", fy),
      "not found": "/nowhere",
    },
  },
  {
    person: "editor@saga.example.jp",
    pages: {
      workspace: paths.workspace("saga"),
      "PT workspace": paths.pt("saga", plan, "ANS", fy),
      "report form": paths.report("saga", plan, "JSD-o1", fy),
      "returned report": paths.report("saga", plan, "SHG-2-3-a", fy),
      "report by numerator and denominator": paths.report("saga", plan, "JNZ-1-1-a-2", 2024),
      "submitted report": paths.report("saga", plan, "SHG-3-1-a", fy),
      "review list, to read": paths.review("saga"),
      account: paths.account,
      forbidden: paths.workspace("fukuoka"),
    },
  },
  {
    person: "approver@nagasaki.example.jp",
    pages: { "review list": paths.review("nagasaki") },
  },
  {
    person: "viewer@council.example.jp",
    pages: {
      region: paths.plan(plan, fy),
      goal: paths.node(plan, { kind: "goal", code: "ANS" }, fy),
      policy: paths.node(plan, { kind: "policy", code: "SHG-2" }, fy),
      project: paths.node(plan, { kind: "project", code: "SHG-4-1" }, fy),
      indicator: paths.indicator(plan, "SHG-2-3-a", fy),
      "indicator with a rate": paths.indicator(plan, "JSD-2-1-b-1", fy),
      "indicator in words": paths.indicator(plan, "ANS-3-1-a-2", fy),
      "derived indicator": paths.indicator(plan, "SGT-o2", fy),
      observation: paths.observation(plan, "SHG-4-1-a", "kumamoto", fy),
    },
  },
];
