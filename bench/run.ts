import autocannon from "autocannon";
import postgres from "postgres";
import { evaluationCpu } from "./evaluation.ts";
import { benchImport } from "./import.ts";
import { startPortal } from "./portal.ts";

/**
 * How fast the production build answers, held against a hello-world page of the same server in the
 * same run, so that the machine's own speed drops out. `npm run bench` needs a build (`npm run
 * build`). Numbers are medians of several short rounds taken in turn.
 */
const rounds = 5;
const seconds = 3;
const connections = 8;
const furtherFigures = 300_000;

/** The least share of the hello-world page's requests a second that the roll-up must reach. */
const budget = 1 / 3;

const pages = {
  "hello, world": "/hello",
  "region page": "/plans/jewels?fy=2023",
  "PT page": "/plans/jewels/goals/SHG?fy=2023",
  "KPI page": "/plans/jewels/indicators/SHG-4-1-a?fy=2023",
  "roll-up API": "/api/v1/plans/jewels/rollup?fy=2023",
};

/** The most CPU, in milliseconds, that evaluating 200 indicators for one year may take. */
const evaluationBudget = 20;

const cpu = evaluationCpu();
console.log(
  `evaluating 200 indicators for one year: ${cpu.toFixed(1)} ms of CPU (at most ${evaluationBudget})`,
);
if (cpu > evaluationBudget) process.exitCode = 1;

const portal = await startPortal(3500);
const { address, signIn } = portal;

try {
  const cookie = await signIn("viewer@council.example.jp");
  const before = await measure(cookie);
  report("as loaded", before);
  await addFigures(portal.ownerUrl);
  const after = await measure(cookie);
  report(`with ${furtherFigures.toLocaleString("en")} further figures`, after);
  const ratio = Math.min(...[before, after].map((result) => share(result, "region page")));
  console.log(`\nregion page ÷ hello, world: ${ratio.toFixed(2)} (at least ${budget.toFixed(2)})`);
  if (ratio < budget) process.exitCode = 1;
  const decider = await signIn("approver@council.example.jp");
  const importing = { address, cookie: decider, ownerUrl: portal.ownerUrl, pid: portal.pid };
  if (!(await benchImport(importing))) process.exitCode = 1;
} finally {
  await portal.stop();
}

type Result = Record<string, number>;

/** Median requests a second of each page; the pages take turns, so that drift hits all alike. */
async function measure(cookie: string): Promise<Result> {
  const samples: Record<string, number[]> = {};
  for (let round = 0; round <= rounds; round++) {
    for (const [name, path] of Object.entries(pages)) {
      const result = await autocannon({
        url: address + path,
        connections,
        duration: round === 0 ? 1 : seconds,
        headers: { cookie, "accept-encoding": "identity" },
      });
      if (result.non2xx > 0 || result.errors > 0) throw new Error(`${path} did not answer 200`);
      // The first round warms up.
      if (round > 0) samples[name] = [...(samples[name] ?? []), result.requests.average];
    }
  }
  return Object.fromEntries(
    Object.entries(samples).map(([name, values]) => [name, median(values)]),
  );
}

function median(values: number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}

function share(result: Result, page: string): number {
  return (result[page] ?? 0) / (result["hello, world"] ?? 1);
}

function report(title: string, result: Result): void {
  console.log(`\n${title}`);
  for (const [name, perSecond] of Object.entries(result)) {
    const ratio = share(result, name).toFixed(2);
    console.log(`  ${name.padEnd(14)} ${perSecond.toFixed(0).padStart(6)} requests/s   ${ratio}`);
  }
}

/** Accepted figures of years outside every plan: they grow the tables and change no page. */
async function addFigures(ownerUrl: string): Promise<void> {
  const sql = postgres(ownerUrl, { max: 1 });
  await sql`
    with years as (select 1000 + generate_series(1, ${Math.ceil(furtherFigures / 300)}) as fy),
    heads as (
      insert into observations (indicator_id, organisation_id, fy, version, state)
      select indicator_id, organisation_id, fy, 1, 'accepted' from indicator_reporters, years
      limit ${furtherFigures}
      returning id, indicator_id, organisation_id, fy)
    insert into observation_versions (observation_id, indicator_id, organisation_id, fy, version,
      state, quality, value, author_organisation_id)
    select id, indicator_id, organisation_id, fy, 1, 'accepted', 'final', 1, organisation_id
    from heads`;
  await sql`analyze`;
  await sql.end();
}
