import { read } from "@e965/xlsx";
import { parse } from "csv-parse/sync";
import pino from "pino";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { sessionToken } from "#app/lib/session-cookie.server.ts";
import { createHttpApp } from "#server/http.ts";
import { openPortal, type Portal } from "#tests/factories/portal.ts";
import { openPages } from "#tests/factories/site.ts";
import { appUrl, beWebProcess } from "#tests/factories/web.ts";
import { createCast } from "./cast.ts";
import { crawled } from "./crawl-routes.ts";
import { type Scene, setScene } from "./scene.ts";
import { signEverybodyIn, type Visitor } from "./visitors.ts";

// Whatever anybody has ever typed anywhere is code: every text in the database begins like a formula and
// goes on as markup. No answer of any address holds it as anything but text.

const formula = "=HYPERLINK(0)";
const markup = `"'><img src=x onerror=alert(1)></textarea></title></style><script>alert(2)</script>`;
const hostile = `${formula}${markup}`;
/** Where no more fits. */
const short = "=1<b x>";

let portal: Portal;
let endWeb: () => Promise<void>;
let scene: Scene;
let cookies: ReadonlyMap<Visitor, string>;
let app: ReturnType<typeof createHttpApp>;
const failures: string[] = [];
const planted: string[] = [];

beforeAll(async () => {
  portal = await openPortal();
  endWeb = beWebProcess(portal);
  const cast = await createCast(portal.owner);
  scene = await setScene(portal, cast);
  cookies = await signEverybodyIn(portal.owner, cast);
  await plant();
  app = createHttpApp({
    appUrl,
    trustProxy: false,
    development: false,
    clientFiles: "/nowhere",
    log: pino({ level: "error" }, { write: (line: string) => failures.push(line) }),
    pages: await openPages(),
    readiness: async () => ({ database: true, migrations: true, plans: true }),
    live: (c) => c.body(null),
    isSignedIn: (cookie) => sessionToken(cookie) !== null,
  });
});
afterAll(async () => {
  await endWeb();
  await portal.close();
});

/** What addresses, states and seals are made of; and what is about to be sent to who signs in. */
const notTyped =
  /^(code|slug|.*kind|state|role|scope|token|hash|action|subject|path|dedupe_key|email|address|locale|password|.*_id|searched.*|sha256|definition_version|finding_key|subject_code|indicator|organisation|value|identifier|key|series|direction|value_kind|aggregation|time_aggregation|derivation|frequency|media_type|step|number|theme|status|feed|quality|sheet|part|unjudged|expected_from|target_bound|rate_method|mark|computed_mark)$/;

/** Makes code of every text that people type, wherever the database takes it. */
async function plant(): Promise<void> {
  const { owner } = portal;
  const columns = await owner<{ table: string; column: string }[]>`
    select c.table_name as table, c.column_name as column
    from information_schema.columns c
    join pg_class t on t.relname = c.table_name and t.relkind = 'r'
      and t.relnamespace = 'public'::regnamespace
    where c.table_schema = 'public' and c.data_type = 'text' and c.is_generated = 'NEVER'
      and c.table_name not in ('rate_limits', 'sessions', 'accounts', 'verifications', 'two_factors')`;
  for (const { table, column } of columns) {
    if (notTyped.test(column)) continue;
    const put = (text: string) =>
      owner.begin(async (sql) => {
        await sql`set local session_replication_role = replica`;
        await sql`
          update ${sql(table)} set ${sql(column)} = ${text} || left(${sql(column)}, 40)
          where ${sql(column)} <> ''`;
      });
    await put(hostile).catch(() => put(short));
    planted.push(`${table}.${column}`);
  }
  const said = JSON.stringify(hostile).slice(1, -1).replaceAll("\\", "\\\\");
  for (const table of ["audit_events", "notifications"])
    await owner.begin(async (sql) => {
      await sql`set local session_replication_role = replica`;
      await sql`
        update ${sql(table)} set detail =
          regexp_replace(detail::text, '("\\w+": ")(?=[^"]*[^"a-z0-9.:-])', ${`\\1${said}`}, 'g')::jsonb`;
    });
}

/** Who sees all that there is at some address. */
const seers: readonly Visitor[] = ["own admin", "council editor", "keeper"];
let shown = 0;

async function ask(visitor: Visitor, path: string) {
  const response = await app.request(appUrl + path, {
    headers: {
      accept: "text/html,*/*",
      host: new URL(appUrl).host,
      cookie: cookies.get(visitor) ?? "",
    },
  });
  const bytes = new Uint8Array(await response.arrayBuffer());
  return { status: response.status, type: response.headers.get("content-type") ?? "", bytes };
}

/** A cell that a spreadsheet would compute. */
const computes = (cell: string) => /^[=+\-@\t\r＝＋－＠]./.test(cell) && !/^-?[\d.]+%?$/.test(cell);

function holesOf(type: string, bytes: Uint8Array): string[] {
  if (type.includes("spreadsheetml")) {
    const { Sheets } = read(bytes, { cellFormula: true });
    return Object.values(Sheets).flatMap((sheet) =>
      Object.entries(sheet).flatMap(([place, cell]) => {
        if (place.startsWith("!")) return [];
        if (JSON.stringify(cell).includes("HYPERLINK")) shown += 1;
        return cell.f !== undefined || cell.l !== undefined ? [`${place} ${cell.f}`] : [];
      }),
    );
  }
  const text = Buffer.from(bytes).toString("utf8");
  if (text.includes("HYPERLINK")) shown += 1;
  if (type.includes("csv"))
    return (parse(text, { bom: true, relax_column_count: true }) as string[][])
      .flat()
      .filter(computes);
  if (type.includes("json")) return [];
  return [
    "<img src=x",
    "<script>alert",
    "<b x>",
    `${formula}"`,
    "</textarea></title>",
    `href="=`,
    `src="=`,
  ].filter((code) => text.includes(code));
}

describe("what was typed as code", () => {
  it.each(Object.keys(crawled))("is text at %s", async (id) => {
    const route = crawled[id];
    if (!route || route.costly || id === "routes/sign-out") return;
    const [visitor] = [route.post ?? [], route.get].flatMap((those) =>
      seers.filter((seer) => those.includes(seer) && route.get.includes(seer)),
    );
    if (visitor === undefined) return;
    const { status, type, bytes } = await ask(visitor, route.at(scene));
    expect([visitor, status < 500]).toEqual([visitor, true]);
    expect([visitor, holesOf(type, bytes)]).toEqual([visitor, []]);
  });

  it("would be noticed", () => {
    expect(holesOf("text/html", Buffer.from(hostile))).not.toEqual([]);
    expect(holesOf("text/csv", Buffer.from("a,＝1\r\n"))).toEqual(["＝1"]);
  });

  it("was met all over", () => {
    expect([planted.length > 90, shown > 80]).toEqual([true, true]);
    expect(failures).toEqual([]);
  });
});
