import { prefix, type RouteConfig, route } from "@remix-run/route-config";

export default [
  route("/", "routes/front.tsx"),
  route("hello", "routes/hello.tsx"),
  route("sign-in", "routes/sign-in.tsx"),
  route("sign-out", "routes/sign-out.tsx"),
  route("account", "routes/account.tsx"),
  ...prefix("plans/:plan", [
    route("", "routes/plans/region.tsx"),
    route("health", "routes/plans/health.tsx"),
    route("rubric", "routes/plans/rubric.tsx"),
    route("rubric/edit", "routes/plans/rubric-editor.tsx"),
    route("goals/:node", "routes/plans/goal.tsx"),
    route("policies/:node", "routes/plans/policy.tsx"),
    route("projects/:node", "routes/plans/project.tsx"),
    route("indicators/:indicator", "routes/plans/indicator.tsx"),
    route("indicators/:indicator/explanation", "routes/plans/explanation.tsx"),
    route("indicators/:indicator/assessment", "routes/plans/assessment.tsx", {
      id: "indicator-assessment",
    }),
    route("projects/:node/assessment", "routes/plans/assessment.tsx", { id: "project-assessment" }),
    route("indicators/:indicator/observations/:organisation", "routes/plans/observation.tsx"),
  ]),
  ...prefix("workspaces/:organisation", [
    route("", "routes/workspaces/home.tsx"),
    route("review", "routes/workspaces/review.tsx"),
    route("plans/:plan/pts/:pt", "routes/workspaces/pt.tsx"),
    route("plans/:plan/reports/:indicator/:fy", "routes/workspaces/report.tsx"),
  ]),
  ...prefix("api/v1", [
    route("openapi.json", "routes/api/openapi.ts"),
    route("plans", "routes/api/plans.ts"),
    route("plans/:plan", "routes/api/plan.ts"),
    route("plans/:plan/health", "routes/api/health.ts"),
    route("plans/:plan/rollup", "routes/api/rollup.ts"),
    route("plans/:plan/indicators/:indicator", "routes/api/indicator.ts"),
    route("plans/:plan/indicators/:indicator/explanation", "routes/api/explanation.ts"),
    route("*", "routes/api/not-found.ts"),
  ]),
  route("*", "routes/not-found.tsx"),
] satisfies RouteConfig;
