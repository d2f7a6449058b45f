import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { english } from "#app/i18n/en/index.ts";
import { organisations as inEnglish } from "#app/i18n/en/organisations.ts";
import { englishPages } from "#app/site/english.ts";
import { paths } from "#app/site/paths.ts";
import { organisations } from "#seeds/organisations.ts";
import { createAccount, password } from "#tests/factories/accounts.ts";
import { createStaff } from "#tests/factories/people.ts";
import { openPortal, type Portal } from "#tests/factories/portal.ts";
import { openSite, type Site } from "#tests/factories/site.ts";
import { deskOf, figure, quality, question } from "#tests/factories/steps.ts";
import { beWebProcess, cookieOf } from "#tests/factories/web.ts";

// What the council and the public read is in English where they choose so: whole documents, with
// only the plans' own texts in Japanese.

let portal: Portal;
let endWeb: () => Promise<void>;
let site: Site;
let member: { id: string; email: string; cookie: string };
const inEnglishHere = "portal-language=en";

beforeAll(async () => {
  portal = await openPortal();
  endWeb = beWebProcess(portal);
  site = await openSite();
  const desk = deskOf(portal, await createStaff(portal.owner));
  await desk.report(question("SHG-4-1-a", "saga"), figure("54321", { note: "Provisional count" }));
  await desk.report(question("SHG-4-1-a", "oita"), quality("under_survey", "Out in May"));
  const { actor, email } = await createAccount(portal.owner, "council viewer", "saga editor");
  member = { id: actor.id, email, cookie: await signIn(email) };
});
afterAll(async () => {
  await endWeb();
  await portal.close();
});

async function signIn(email: string): Promise<string> {
  const answer = await post("/sign-in", { email, password });
  expect(answer.status).toBe(302);
  return cookieOf(answer.headers);
}

function post(path: string, values: Record<string, string>, cookie?: string): Promise<Response> {
  return site(path, { cookie, init: { method: "POST", body: new URLSearchParams(values) } });
}

async function documentOf(path: string, cookie: string): Promise<string> {
  return (await site(path, { cookie })).text();
}

const languageOf = (html: string) => /<html lang="(\w+)"/.exec(html)?.[1];
const notice = "This page is available in Japanese only.";

/** Examples of every page that there is in English; files are held by the tests of what they show. */
const examples: Record<string, string[]> = {
  "/": ["/"],
  "/sign-in": ["/sign-in"],
  // Without a password before it, it leads back to the sign-in.
  "/sign-in/second": ["/sign-in/second"],
  "/account": ["/account"],
  "/guides/glossary": ["/guides/glossary"],
  "/plans/:plan": ["/plans/jewels?fy=2023", "/plans/kurume?fy=2016", "/plans/mine?fy=2016"],
  "/plans/:plan/roadmap": ["/plans/jewels/roadmap?fy=2023"],
  "/plans/:plan/matrix": ["/plans/jewels/matrix?fy=2023"],
  "/plans/:plan/changes": [
    "/plans/jewels/changes?fy=2023&from=2026-01-01",
    "/plans/kurume/changes",
  ],
  "/plans/:plan/editions": ["/plans/jewels/editions", "/plans/kurume/editions"],
  "/plans/:plan/meeting": [
    "/plans/jewels/meeting?fy=2023",
    "/plans/kurume/meeting?fy=2016&slide=2",
  ],
  "/plans/:plan/packs": ["/plans/jewels/packs"],
  "/plans/:plan/packs/:pack": [`/plans/jewels/packs/${randomUUID()}`],
  "/plans/:plan/completeness": [
    "/plans/jewels/completeness?fy=2023",
    "/plans/jewels/completeness?fy=2023&organisation=saga&pt=SHG",
  ],
  "/plans/:plan/goals/:node": ["/plans/jewels/goals/SHG?fy=2023", "/plans/kurume/goals/G1?fy=2016"],
  "/plans/:plan/policies/:node": ["/plans/jewels/policies/SHG-4?fy=2023"],
  "/plans/:plan/projects/:node": ["/plans/jewels/projects/SHG-4-1?fy=2023"],
  "/plans/:plan/strategies/:node": ["/plans/mine/strategies/S1?fy=2016"],
  "/plans/:plan/goals/:node/explanation": ["/plans/jewels/goals/SHG/explanation?fy=2023"],
  "/plans/:plan/policies/:node/explanation": ["/plans/jewels/policies/SHG-4/explanation?fy=2023"],
  "/plans/:plan/projects/:node/explanation": ["/plans/jewels/projects/SHG-4-1/explanation?fy=2023"],
  "/plans/:plan/strategies/:node/explanation": ["/plans/mine/strategies/S1/explanation?fy=2016"],
  "/plans/:plan/indicators/:indicator": [
    "/plans/jewels/indicators/SHG-4-1-a?fy=2023",
    "/plans/jewels/indicators/SHG-2-4-a?fy=2023",
  ],
  "/plans/:plan/indicators/:indicator/explanation": [
    "/plans/jewels/indicators/SHG-4-1-a/explanation?fy=2023",
  ],
  "/plans/:plan/indicators/:indicator/comparison": [
    "/plans/jewels/indicators/SHG-4-1-a/comparison?fy=2023",
  ],
  "/plans/:plan/indicators/:indicator/observations/:organisation": [
    "/plans/jewels/indicators/SHG-4-1-a/observations/saga?fy=2023",
  ],
};

describe("an English page", () => {
  const all = englishPages
    .filter((page) => !/\.\w+$/.test(page))
    .flatMap((page) => examples[page] ?? [`no example of ${page}`]);
  let written: { values: ReadonlySet<string>; together: string };
  beforeAll(async () => {
    const values = new Set(await textsOfDatabase());
    written = { values, together: [...values].join("\n") };
  });

  it.each(all)("%s has only the plan's own texts in Japanese, for a member", async (path) => {
    const html = await documentOf(path, `${inEnglishHere}; ${member.cookie}`);
    expect(languageOf(html) ?? html).toBe(path.startsWith("/sign-in") ? html : "en");
    expect(leftInJapanese(html, written)).toEqual([]);
  });

  it.each(all)("%s has only the plan's own texts in Japanese, for the public", async (path) => {
    const html = await documentOf(path, inEnglishHere);
    expect(leftInJapanese(html, written)).toEqual([]);
  });
});

/** Every text that stands in the database. */
async function textsOfDatabase(): Promise<string[]> {
  const tables = await portal.owner<{ name: string }[]>`
    select table_name as name from information_schema.tables
    where table_schema = 'public' and table_type = 'BASE TABLE'`;
  const found: string[] = [];
  const collect = (value: unknown): void => {
    if (typeof value === "string") found.push(value);
    else if (value !== null && typeof value === "object") Object.values(value).forEach(collect);
  };
  for (const { name } of tables)
    for (const {
      row,
    } of await portal.owner`select to_jsonb(x) as row from ${portal.owner(name)} x`)
      collect(row);
  return found.map((text) => text.replace(/\s+/g, " ").trim());
}

const letters = /[\u3040-\u30ff\u4e00-\u9fff々]+/g;
/** Without the sign for per cent, which is a unit of plans. */
const punctuation = /[\u3000-\u3002\u300c-\u300f\uff01-\uff04\uff06-\uff0f\uff1a-\uff1f\uff5c]/;

/** Texts of a page that are in Japanese and no plan's. */
function leftInJapanese(
  html: string,
  { values, together }: { values: ReadonlySet<string>; together: string },
): string[] {
  const read = html
    .replace(/<(script|style)[\s\S]*?<\/\1>/g, "")
    .replace(/<button[^>]*lang="ja"[\s\S]*?<\/button>/g, "");
  const attributes = read.matchAll(/ (?:aria-label|title|alt|placeholder|data-label)="([^"]+)"/g);
  const texts = [
    ...read.replace(/<[^>]*>/g, "\n").split("\n"),
    ...[...attributes].map(([, text = ""]) => text),
  ].map((text) => plain(text).replace(/\s+/g, " ").trim());
  const ofPlan = (run: string, text: string) =>
    [...values].some(
      (value) => value.includes(run) && (text.includes(value) || value.includes(text)),
    );
  return [...new Set(texts)].filter((text) => {
    const runs = text.match(letters) ?? [];
    if (runs.length === 0) return punctuation.test(text) && !together.includes(text);
    // Words of the interface may stand in a plan, too, but then with what is around them there.
    return runs.some(
      (run) => !together.includes(run) || (english[run] !== undefined && !ofPlan(run, text)),
    );
  });
}

function plain(text: string): string {
  const signs: Record<string, string> = { amp: "&", lt: "<", gt: ">", quot: '"', "#x27": "'" };
  return text.replace(/&(amp|lt|gt|quot|#x27);/g, (_, name: string) => signs[name] ?? "");
}

it("every organisation of the seeds has an English name", () => {
  for (const { shortName, name } of organisations)
    expect([inEnglish[shortName], inEnglish[name]]).not.toContain(undefined);
});

describe("what there is in Japanese only", () => {
  it.each(["/search", "/plans/jewels/rounds", "/plans/jewels/rubric"])(
    "%s stays so, and says it to who reads English",
    async (path) => {
      const html = await documentOf(path, `${inEnglishHere}; ${member.cookie}`);
      expect(languageOf(html)).toBe("ja");
      expect(html).toContain(notice);
      expect(html).toContain("本文へ移動");
      expect(await documentOf(path, member.cookie)).not.toContain(notice);
    },
  );

  it("pages with scripts are among it: the browser knows Japanese only", async () => {
    const path = paths.report("saga", "jewels", "SHG-4-1-a", 2023);
    const html = await documentOf(path, `${inEnglishHere}; ${member.cookie}`);
    expect(html).toContain("<script");
    expect(languageOf(html)).toBe("ja");
    expect(html).toContain(notice);
  });
});

describe("an error of an English page", () => {
  it("is in English", async () => {
    const html = await documentOf("/plans/nothing", inEnglishHere);
    expect(languageOf(html)).toBe("en");
    expect(html).toContain(english.ページが見つかりません);
  });

  it("is in Japanese elsewhere", async () => {
    const html = await documentOf("/plans/jewels/rounds/99", `${inEnglishHere}; ${member.cookie}`);
    expect(languageOf(html)).toBe("ja");
  });
});

describe("the choice of a language", () => {
  const choose = (values: Record<string, string>, cookie?: string) =>
    post(paths.language, values, cookie);
  const kept = async () =>
    (await portal.owner`select locale from users where id = ${member.id}`)[0]?.locale;

  it("is kept on the machine, and leads back to where it was made", async () => {
    const answer = await choose({ locale: "en", to: "/plans/jewels?fy=2023" });
    expect(answer.headers.get("location")).toBe("/plans/jewels?fy=2023");
    expect(cookieOf(answer.headers)).toBe(inEnglishHere);
    expect(await kept()).toBeNull();
    const back = await choose({ locale: "ja", to: "/" }, inEnglishHere);
    expect(cookieOf(back.headers)).toBe("portal-language=ja");
  });

  it("is kept of the person who is signed in, and a new sign-in elsewhere brings it along", async () => {
    await choose({ locale: "en", to: "/" }, member.cookie);
    expect(await kept()).toBe("en");
    const elsewhere = await signIn(member.email);
    const arrived = await site("/sign-in?to=/plans/jewels", { cookie: elsewhere });
    expect(arrived.headers.get("location")).toBe("/plans/jewels");
    expect(cookieOf(arrived.headers)).toContain(inEnglishHere);
    await choose({ locale: "ja", to: "/" }, member.cookie);
    expect(await kept()).toBe("ja");
  });

  it.each(["https://example.com/", "//example.com", "/\\example.com", "javascript:alert(1)"])(
    "never leads to %s",
    async (to) => {
      expect((await choose({ locale: "en", to })).headers.get("location")).toBe("/");
    },
  );

  it("is one of those that there are", async () => {
    expect((await choose({ locale: randomUUID(), to: "/" })).status).toBe(422);
    const html = await documentOf("/", "portal-language=fr");
    expect(languageOf(html)).toBe("ja");
  });
});
