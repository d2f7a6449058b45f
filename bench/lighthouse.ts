import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { findBrowser } from "#app/lib/export/browser-path.server.mjs";
import { startPortal } from "./portal.ts";

/**
 * Lighthouse against the production build, as a phone on a slow network sees it: front, region, KPI and
 * grid. `npm run lighthouse` needs a build and the npm registry: Lighthouse brings 150 packages that
 * nothing else needs, so it is fetched when it is asked for, in the version named here.
 */
const lighthouse = "lighthouse@12.8.2";
const budgets = { performance: 95, accessibility: 100, "best-practices": 100 };

const council = "viewer@council.example.jp";
const pages = [
  { name: "front", path: "/", person: null },
  { name: "region", path: "/plans/jewels?fy=2023", person: council },
  { name: "KPI", path: "/plans/jewels/indicators/SHG-4-1-a?fy=2023", person: council },
  {
    name: "grid",
    path: "/workspaces/saga/plans/jewels/rounds/1/entry",
    person: "editor@saga.example.jp",
  },
];

type Category = keyof typeof budgets;
type Report = {
  categories: Record<
    Category,
    { score: number | null; auditRefs: { id: string; weight: number }[] }
  >;
  audits: Record<string, { title: string; score: number | null; displayValue?: string }>;
};

const run = promisify(execFile);
const portal = await startPortal(3501);
try {
  for (const { name, path, person } of pages) {
    const cookie = person ? await portal.signIn(person) : "";
    const { categories, audits } = await medianOf(portal.address + path, cookie);
    const scores = Object.entries(budgets).map(([category, least]) => {
      const { score, auditRefs } = categories[category as Category];
      const points = Math.round((score ?? 0) * 100);
      if (points < least) {
        process.exitCode = 1;
        for (const { id, weight } of auditRefs) {
          const audit = audits[id];
          if (weight > 0 && audit && audit.score !== null && audit.score < 1)
            console.log(`  ${name}: ${audit.title} ${audit.displayValue ?? ""} (${audit.score})`);
        }
      }
      return `${category} ${points}`;
    });
    console.log(`${name.padEnd(8)} ${scores.join("   ")}`);
  }
} finally {
  await portal.stop();
}

/** The middle one of three reports by performance, as Lighthouse advises: a machine is never quiet. */
async function medianOf(url: string, cookie: string): Promise<Report> {
  const reports: Report[] = [];
  while (reports.length < 3) reports.push(await reportOf(url, cookie));
  const speed = ({ categories }: Report) => categories.performance.score ?? 0;
  const [, middle] = reports.sort((a, b) => speed(a) - speed(b));
  if (!middle) throw new Error("Three reports have a middle one.");
  return middle;
}

/** One report. Lighthouse loses the beginning of a trace now and then, and then asks to be run again. */
async function reportOf(url: string, cookie: string, attempts = 3): Promise<Report> {
  const browser = await findBrowser();
  const options = {
    maxBuffer: 64 * 1024 * 1024,
    env: { ...process.env, ...(browser ? { CHROME_PATH: browser } : {}) },
  };
  try {
    const { stdout } = await run(
      "npm",
      [
        ...["exec", "--yes", `--package=${lighthouse}`, "--", "lighthouse", url],
        ...["--quiet", "--output=json", `--only-categories=${Object.keys(budgets).join(",")}`],
        `--extra-headers=${JSON.stringify(cookie ? { cookie } : {})}`,
        "--chrome-flags=--headless --no-sandbox --disable-background-networking --disable-sync",
      ],
      options,
    );
    return JSON.parse(stdout) as Report;
  } catch (error) {
    if (attempts > 1) return reportOf(url, cookie, attempts - 1);
    // What it printed would be the whole report; what it says of the error stands at its end.
    throw new Error(String((error as { stderr?: unknown }).stderr ?? error));
  }
}
