import { randomUUID } from "node:crypto";
import { read, utils } from "@e965/xlsx";
import type { Sql } from "postgres";
import { getDocumentProxy } from "unpdf";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { PackDocument } from "#app/components/pack/pack-document.tsx";
import { packCounts } from "#app/domain/pack/counts.ts";
import type { PackPart } from "#app/domain/pack/pack.ts";
import { writeIndicatorForm } from "#app/domain/plan/indicator-fields.ts";
import { closeBrowser } from "#app/lib/export/browser.server.ts";
import { log } from "#app/lib/log.server.ts";
import { makePackFiles } from "#app/lib/pack/making.server.ts";
import type { Actor } from "#app/policy/can.ts";
import { loader as packFile } from "#app/routes/packs/file.ts";
import { action as signIn } from "#app/routes/sign-in/sign-in.tsx";
import { makePackAgain } from "#app/services/pack/again.server.ts";
import { keepPackFiles, reportPackStep } from "#app/services/pack/go-on.server.ts";
import { makePack } from "#app/services/pack/make.server.ts";
import { describePacks, readPack, readPackFile } from "#app/services/pack/read.server.ts";
import { readPackContent } from "#app/services/pack/read-content.server.ts";
import { advanceRevision } from "#app/services/revision/advance.server.ts";
import { openRevision } from "#app/services/revision/open.server.ts";
import { proposeChange } from "#app/services/revision/propose.server.ts";
import { readRevision } from "#app/services/revision/read.server.ts";
import { createAccount, password } from "#tests/factories/accounts.ts";
import { contentOf as planContent } from "#tests/factories/definition.ts";
import { publishYear } from "#tests/factories/editions.ts";
import { createPerson, createStaff, type Post } from "#tests/factories/people.ts";
import { connect, openPortal, type Portal } from "#tests/factories/portal.ts";
import { forbidden, rowsOrState, takenBack, violated } from "#tests/factories/raw-sql.ts";
import { auditOf } from "#tests/factories/readings.ts";
import {
  actingAs,
  deskOf,
  figure,
  outcomeOf,
  question,
  refusalOf,
} from "#tests/factories/steps.ts";
import { beWebProcess, cookieOf, routeArgs } from "#tests/factories/web.ts";

// The paper of a meeting: who has it made, that it is made once, and that it stays as it was.

const plan = "jewels";
const fy = 2023;
const parts: readonly PackPart[] = ["cover", "summary", "table", "changes", "missing"];

let portal: Portal;
let app: Sql;
let endWeb: () => Promise<void>;
let people: Record<string, Actor>;
let goals: string[];

const at = (post: Post) => {
  const found = people[post];
  if (!found) throw new RangeError(`Nobody is ${post}`);
  return actingAs(portal, found);
};

/** What the form sends: two PTs and some parts of the first edition, unless said otherwise. */
const form = (
  more: Record<string, string> = {},
  { of = goals.slice(0, 2), holds = parts }: { of?: string[]; holds?: readonly string[] } = {},
): Record<string, string> => ({
  edition: `${fy}-1`,
  meeting: "第44回九州地域戦略会議",
  meetingOn: "2026-11-20",
  ...Object.fromEntries(of.map((code) => [`pt.${code}`, "on"])),
  ...Object.fromEntries(holds.map((part) => [`part.${part}`, "on"])),
  ...more,
});

/** Has a pack made, as the pages do; answers its id. */
async function make(input: Record<string, string>): Promise<string> {
  const { id, making } = await makePack(at("council editor"), plan, input);
  if (making) await makePackFiles(at("council editor"), making, PackDocument);
  return id;
}

const packOf = async (id: string) =>
  (await readPack(at("saga viewer"), { plan, pack: id }, new Date())).pack;
const fileOf = async (id: string, type: "pdf" | "xlsx") =>
  (await readPackFile(at("saga viewer"), { plan, pack: id }, type)).content;

/** The making fell silent so many seconds ago. */
const silence = (id: string, seconds: number) => portal.owner`
  update council_packs set moved_at = now() - make_interval(secs => ${seconds}) where id = ${id}`;

beforeAll(async () => {
  portal = await openPortal();
  app = connect(portal.urls.appUrl);
  endWeb = beWebProcess(portal);
  const posts = ["council editor", "council approver", "council viewer", "saga viewer"] as const;
  people = {};
  for (const post of [...posts, "saga approver", "kurume editor"] as const)
    people[post] = await createPerson(portal.owner, post);
  people.none = await createPerson(portal.owner);
  const desk = deskOf(portal, await createStaff(portal.owner));
  for (const [organisation, value] of [
    ["saga", "100"],
    ["oita", "40"],
  ] as const)
    await desk.report(question("SHG-4-1-a", organisation, fy), figure(value));
  await publishYear(portal.owner, plan, fy);
  await desk.submit(
    question("SHG-4-1-a", "saga", fy),
    2,
    figure("120", { note: "集計の誤りを訂正" }),
  );
  await desk.accept(question("SHG-4-1-a", "saga", fy), 3);
  const rows = await portal.owner<{ code: string }[]>`
    select n.code from plan_nodes n join plans p on p.id = n.plan_id
    where p.code = ${plan} and n.kind = 'goal' order by n.position`;
  goals = rows.map(({ code }) => code);
});
afterAll(async () => {
  await closeBrowser();
  await endWeb();
  await app.end();
  await portal.close();
});

describe("a council pack", () => {
  let first: string;

  it("is begun by those who keep the plan, for a published edition and PTs of the plan", async () => {
    const outcome = (post: Post, input = form()) => outcomeOf(makePack(at(post), plan, input));
    for (const post of ["council viewer", "saga approver", "kurume editor"] as const)
      expect(await outcome(post), post).toBe("forbidden");
    expect(await outcomeOf(makePack(actingAs(portal, null), plan, form()))).toBe("forbidden");
    const refused = async (input: Record<string, string>) =>
      (await refusalOf(makePack(at("council editor"), plan, input))).fieldErrors;
    expect(await refused(form({ edition: `${fy}-2` }))).toEqual({ edition: "pack.edition" });
    expect(await refused(form({ edition: "2024-1" }))).toEqual({ edition: "pack.edition" });
    expect(await refused(form({ "pt.G1": "on" }))).toEqual({ pts: "pack.pts" });
    expect(await refused({ meeting: " ", meetingOn: "2026-02-30" })).toEqual({
      edition: "pack.edition",
      meeting: "pack.meeting",
      meetingOn: "pack.meeting_on",
      pts: "pack.pts",
      parts: "pack.parts",
    });
  });

  it("is made in the background, and stays with both files", async () => {
    first = await make(form());
    const pack = await packOf(first);
    expect(pack).toMatchObject({
      state: "ready",
      problem: null,
      stepsDone: 3,
      isInterrupted: false,
    });
    expect(pack.files.map(({ type }) => type)).toEqual(["pdf", "xlsx"]);
    const steps = (await auditOf(portal.owner, `${plan}/packs/${first}`)).map(
      ({ action, detail }) => [action, detail.step],
    );
    expect(steps).toEqual([
      ["pack.make", "begin"],
      ["pack.make", "made"],
    ]);
  });

  it("is one for the same choice, whatever order it comes in", async () => {
    const again = form({}, { of: goals.slice(0, 2).reverse(), holds: [...parts].reverse() });
    expect(await make(again)).toBe(first);
    const both = await Promise.all([
      makePack(at("council editor"), plan, form({ meeting: "同時の会議" })),
      makePack(at("council approver"), plan, form({ meeting: "同時の会議" })),
    ]);
    expect(both[0].id).toBe(both[1].id);
    expect(both.filter(({ making }) => making !== null)).toHaveLength(1);
  });

  it("has a name in which every sign is seen", async () => {
    for (const meeting of [
      "\u200b第44回\u202e九州地域\ufeff戦略会議\u2028",
      " 第44回九州地域戦略会議\ufffe ",
    ])
      expect((await makePack(at("council editor"), plan, form({ meeting }))).id).toBe(first);
    const nothing = makePack(at("council editor"), plan, form({ meeting: "\u200b\u202e" }));
    expect((await refusalOf(nothing)).fieldErrors).toEqual({ meeting: "pack.meeting" });
  });

  it("has contents that say on which page each part begins", async () => {
    const pdf = await getDocumentProxy(new Uint8Array(await fileOf(first, "pdf")));
    const pages: string[] = [];
    for (let number = 1; number <= pdf.numPages; number += 1) {
      const { items } = await (await pdf.getPage(number)).getTextContent();
      pages.push(items.map((item) => ("str" in item ? item.str : "")).join(""));
    }
    const spaceless = pages.map((page) => page.normalize("NFKC").replace(/\s/g, ""));
    const contents = spaceless.findIndex((page) => page.startsWith("目次"));
    expect(contents).toBe(1);
    for (const [at, title] of ["概要", "KPI一覧", "前回からの変更", "未報告の実績"].entries()) {
      const page = spaceless.findIndex((text) => text.startsWith(`${at + 1}${title}`)) + 1;
      expect(page, title).toBeGreaterThan(contents + 1);
      expect(spaceless[contents]).toContain(`${title}${page}`);
    }
    // Upright but for the table of all KPIs, with its number at the foot of each.
    expect(spaceless.at(-1)).toContain(`${pdf.numPages}/${pdf.numPages}`);
    const outline = await pdf.getOutline();
    expect(outline?.length).toBeGreaterThan(0);
    expect((await pdf.getMarkInfo())?.Marked).toBe(true);
  });

  it("has a workbook with the same parts and figures as numbers", async () => {
    const book = read(await fileOf(first, "xlsx"), { UTC: true });
    expect(book.SheetNames).toEqual(["表紙", "概要", "KPI一覧", "変更", "未報告"]);
    const sheet = book.Sheets.KPI一覧;
    const rows = sheet ? utils.sheet_to_json<unknown[]>(sheet, { header: 1 }) : [];
    const row = rows.find((cells) => cells.includes("SHG-4-1-a"));
    expect(row).toContain(140);
  });

  it("is the same, byte for byte, when it is made of the same edition later", async () => {
    const edition = await publishYear(portal.owner, plan, fy, { note: "訂正：佐賀県の集計の誤り" });
    expect(edition).toBe(2);
    const [pdf, xlsx] = [await fileOf(first, "pdf"), await fileOf(first, "xlsx")];
    // As if it had never been made: the same choice, made anew.
    await portal.owner`alter table council_packs disable trigger check_pack_step`;
    await portal.owner`delete from council_pack_files where pack_id = ${first}`;
    await portal.owner`update council_packs set state = 'failed', problem = 'pack.failed', made_at = null
      where id = ${first}`;
    await portal.owner`alter table council_packs enable trigger check_pack_step`;
    const making = await makePackAgain(at("council approver"), { plan, pack: first });
    await makePackFiles(at("council approver"), making, PackDocument);
    expect(Buffer.compare(await fileOf(first, "pdf"), pdf)).toBe(0);
    expect(Buffer.compare(await fileOf(first, "xlsx"), xlsx)).toBe(0);
  });

  it("of a correction is another one, which says what changed and why", async () => {
    const before = await fileOf(first, "xlsx");
    const second = await make(form({ edition: `${fy}-2` }));
    expect(second).not.toBe(first);
    const book = read(await fileOf(second, "xlsx"), { UTC: true });
    const changes = book.Sheets.変更;
    const cells = changes ? utils.sheet_to_json<unknown[]>(changes, { header: 1 }).flat() : [];
    expect(cells).toContain("訂正：佐賀県の集計の誤り");
    expect(cells).toEqual(expect.arrayContaining([140, 160]));
    expect(cells.join()).toContain("佐賀県：100社 → 120社");
    expect(cells.join()).not.toContain("saga approver");
    expect(Buffer.compare(await fileOf(first, "xlsx"), before)).toBe(0);
  });
});

describe("what a pack says", () => {
  const contentOf = (edition: number) =>
    readPackContent(at("council editor"), plan, {
      ...{ fy, edition, meeting: "会議", meetingOn: "2026-11-20" },
      ...{ pts: goals, parts },
    });

  it("of a revision is what was proposed when the edition was published", async () => {
    const lead = actingAs(portal, await createPerson(portal.owner, "fukuoka editor"));
    const title = "令和8年度見直し";
    const number = await openRevision(lead, plan, { title, requestKey: randomUUID() });
    const kpi = { kind: "indicator", code: "SHG-4-1-a" } as const;
    const found = (await planContent(portal.owner, plan)).indicators.find(
      ({ code }) => code === kpi.code,
    );
    const asIs = writeIndicatorForm(found ?? null, found?.home ?? "");
    const propose = (targetValue: string, baseVersion: number) =>
      proposeChange(lead, { plan, number }, kpi, {
        ...{ ...asIs, targetValue, reason: `目標を${targetValue}とする。` },
        ...{ baseVersion: String(baseVersion), requestKey: randomUUID() },
      });
    expect((await contentOf(2)).revisions).toEqual([]);
    await propose("9000", 0);
    const edition = await publishYear(portal.owner, plan, fy);
    await propose("9500", 1);
    const office = at("council editor");
    const { revision } = await readRevision(office, { plan, number });
    const end = { step: "abandon", reason: "議論を続ける。", baseStep: revision.step };
    await advanceRevision(office, { plan, number }, end);
    const [then, ...more] = (await contentOf(edition)).revisions;
    expect(more).toEqual([]);
    expect(then).toMatchObject({ title, adoptedOn: null });
    expect(then?.notes).toEqual({ [kpi.code]: "目標を9000とする。" });
    const [entry] = then?.groups[0]?.entries ?? [];
    expect(entry?.indicators[0]?.fields).toMatchObject([{ field: "targetValue", after: "9000" }]);
    expect((await contentOf(2)).revisions).toEqual([]);
    // The next edition comes after its end.
    const last = await publishYear(portal.owner, plan, fy);
    expect((await contentOf(last)).revisions).toEqual([]);
  });

  it("of a first edition is held against the year before, mark by mark", async () => {
    const published = 2016;
    const { changes, total } = await readPackContent(
      actingAs(portal, people["kurume editor"] ?? null),
      "kurume",
      {
        ...{ fy: published, edition: 1, meeting: "会議", meetingOn: "2026-11-20" },
        ...{ pts: ["G1", "G2", "G3", "G4", "G5"], parts },
      },
    );
    expect(changes.against).toEqual({ fy: published - 1, edition: 1 });
    const rows = changes.groups.flatMap(({ indicators }) => indicators);
    // 就職率: △ in H27, × in H28.
    expect(
      rows.map(({ indicator, kind, before, after }) => [
        ...[indicator.code, kind, before?.mark, after?.mark],
      ]),
    ).toEqual([["T2", "worse", "△", "×"]]);
    expect(total).not.toBeNull();
  });

  it("of some PTs has no sum of the plan", async () => {
    const content = await readPackContent(at("council editor"), plan, {
      ...{ fy, edition: 1, meeting: "会議", meetingOn: "2026-11-20" },
      ...{ pts: goals.slice(0, 1), parts },
    });
    expect(content.total).toBeNull();
    expect(packCounts(content).rows.map(({ isTotal }) => isTotal)).toEqual([false]);
  });
});

describe("the making of a pack", () => {
  const begin = async (meeting: string) => {
    const small = form({ meeting }, { of: goals.slice(0, 1), holds: ["missing"] });
    const { id, making } = await makePack(at("council editor"), plan, small);
    if (!making) throw new Error("It is a new one");
    return { codes: { plan, pack: id }, making };
  };

  it("is taken up again where its process died, once, and the dead one keeps nothing", async () => {
    const { codes, making } = await begin("中断された会議");
    const sign = await reportPackStep(at("council editor"), making, 2);
    expect(await packOf(codes.pack)).toMatchObject({ stepsDone: 2, isInterrupted: false });
    expect(await outcomeOf(makePackAgain(at("council editor"), codes))).toBe("locked");
    await silence(codes.pack, 61);
    expect(await packOf(codes.pack)).toMatchObject({ state: "making", isInterrupted: true });
    const takers = await Promise.all(
      [1, 2].map(() => makePackAgain(at("council editor"), codes).catch(() => null)),
    );
    const [taken] = takers.filter((each) => each !== null);
    expect(takers.filter((each) => each === null)).toHaveLength(1);
    if (!taken) throw new Error("One has it");
    // The first process wakes up: its sign of life is out of date.
    const stale = { ...making, sign };
    const files = { pdf: new Uint8Array([1]), xlsx: new Uint8Array([2]) };
    await expect(keepPackFiles(at("council editor"), stale, files)).rejects.toThrow();
    await makePackFiles(at("council editor"), stale, PackDocument);
    expect(await packOf(codes.pack)).toMatchObject({ state: "making", stepsDone: 0, files: [] });
    await makePackFiles(at("council editor"), taken, PackDocument);
    expect(await packOf(codes.pack)).toMatchObject({ state: "ready" });
    expect(await outcomeOf(makePackAgain(at("council editor"), codes))).toBe("locked");
  });

  it("that fails says why, and is taken up again", async () => {
    const { codes, making } = await begin("失敗した会議");
    process.env.PORTAL_PDF = "off";
    log.level = "silent";
    await closeBrowser();
    await makePackFiles(at("council editor"), making, PackDocument);
    delete process.env.PORTAL_PDF;
    expect(await packOf(codes.pack)).toMatchObject({ state: "failed", problem: "pack.no_browser" });
    expect(await outcomeOf(readPackFile(at("saga viewer"), codes, "pdf"))).toBe("not_found");
    expect(await outcomeOf(makePackAgain(at("council viewer"), codes))).toBe("forbidden");
    await makePackFiles(
      at("council editor"),
      await makePackAgain(at("council editor"), codes),
      PackDocument,
    );
    expect((await packOf(codes.pack)).state).toBe("ready");
  });

  it("is refused while five are under way; those that fell silent do not count", async () => {
    const [busy] = await portal.owner<{ count: number }[]>`
      select count(*)::int as count from council_packs where state = 'making'`;
    const ids: string[] = [];
    for (let number = busy?.count ?? 0; number < 5; number += 1)
      ids.push((await begin(`会議${number}`)).codes.pack);
    const sixth = () => makePack(at("council editor"), plan, form({ meeting: "6つ目の会議" }));
    expect((await refusalOf(sixth())).fieldErrors).toEqual({ form: "pack.too_many" });
    // The city's own plan is another's.
    await silence(ids[0] ?? "", 61);
    expect(await outcomeOf(sixth())).toBe("done");
    await portal.owner`update council_packs set state = 'failed', problem = 'pack.failed'
      where state = 'making'`;
  });
});

describe("packs are read", () => {
  it("by members, where they belong", async () => {
    const { packs, mayMake, editions } = await describePacks(at("saga viewer"), plan, new Date());
    expect(mayMake).toBe(false);
    expect(editions.map(({ edition }) => edition)).toEqual([4, 3, 2, 1]);
    const ready = packs.find(({ state }) => state === "ready");
    const pack = ready?.id ?? "";
    const codes = { plan, pack };
    for (const read of [
      readPack(at("saga viewer"), codes, new Date()),
      readPackFile(at("kurume editor"), codes, "pdf"),
    ])
      expect(await outcomeOf(read)).toBe("done");
    for (const context of [actingAs(portal, null), actingAs(portal, people.none ?? null)]) {
      expect(await outcomeOf(describePacks(context, plan, new Date()))).toBe("forbidden");
      expect(await outcomeOf(readPackFile(context, codes, "pdf"))).toBe("forbidden");
    }
    const strange = [
      { plan: "kurume", pack },
      { plan: "nowhere", pack },
      { plan, pack: crypto.randomUUID() },
      { plan, pack: "1" },
    ];
    for (const wrong of strange) {
      expect(await outcomeOf(readPack(at("saga viewer"), wrong, new Date()))).toBe("not_found");
      expect(await outcomeOf(readPackFile(at("saga viewer"), wrong, "xlsx"))).toBe("not_found");
    }
  });

  it("as files with Japanese names, kept nowhere", async () => {
    const { email } = await createAccount(portal.owner, "saga viewer");
    const body = new URLSearchParams({ email, password });
    const signedIn = await signIn(routeArgs("/sign-in", { init: { method: "POST", body } })).catch(
      (thrown: unknown) => thrown,
    );
    const cookie = cookieOf((signedIn as Response).headers);
    const { packs } = await describePacks(at("saga viewer"), plan, new Date());
    const pack = packs.find(
      ({ state, meeting }) => state === "ready" && meeting.startsWith("第44回"),
    );
    const path = `/plans/${plan}/packs/${pack?.id}/file.pdf`;
    const params = { plan, pack: pack?.id ?? "" };
    const response = await packFile(routeArgs(path, { params, cookie }));
    expect(response.headers.get("Content-Type")).toBe("application/pdf");
    expect(response.headers.get("Cache-Control")).toBe("private, no-store");
    expect(decodeURIComponent(response.headers.get("Content-Disposition") ?? "")).toMatch(
      /会議資料_第44回九州地域戦略会議_R5第\d版\.pdf/,
    );
    const away = await packFile(routeArgs(path, { params })).catch((thrown: Response) => thrown);
    expect(away.headers.get("Location")).toContain("/sign-in");
  });
});

describe("the database itself", () => {
  const insert = (sql: Sql, actor: Actor | null, more: { edition?: number; state?: string } = {}) =>
    sql`insert into council_packs (plan_id, fy, edition, meeting, meeting_on, pts, parts, state,
        steps_total, author_id, author_organisation_id)
      select p.id, ${fy}, ${more.edition ?? 1}, 'SQL', '2026-11-20', '{SHG}', '{cover}',
        ${more.state ?? "making"}, 4, ${actor?.id ?? null}, o.id
      from plans p, organisations o where p.code = ${plan}
        and o.slug = ${actor?.memberships[0]?.slug ?? "council"}`;
  const as = (
    post: string,
    work: (sql: Sql, actor: Actor) => Promise<readonly unknown[] & { count?: number }>,
  ) => {
    const actor = people[post] ?? null;
    return takenBack(app, actor, (sql) => rowsOrState(work(sql as unknown as Sql, actor as Actor)));
  };

  it("lets only those who keep the plan begin one, of an edition that there is", async () => {
    for (const post of ["council editor", "council approver"])
      expect(await as(post, (sql, actor) => insert(sql, actor)), post).toBe(1);
    for (const post of ["council viewer", "saga approver", "kurume editor"])
      expect(await as(post, (sql, actor) => insert(sql, actor)), post).toBe(forbidden);
    expect(await as("council editor", (sql, actor) => insert(sql, actor, { edition: 9 }))).toBe(
      forbidden,
    );
    expect(
      await as("council editor", (sql, actor) => insert(sql, actor, { state: "ready" })),
    ).not.toBe(1);
  });

  it("shows them to members only, and leaves what is made as it is", async () => {
    const all = (sql: Sql) => sql`select id from council_packs`;
    expect(await as("saga viewer", all)).toBeGreaterThan(0);
    expect(await as("none", all)).toBe(0);
    expect(await as("none", (sql) => sql`select size from council_pack_files`)).toBe(0);
    const anew = (sql: Sql) =>
      sql`update council_packs set state = 'making', made_at = null where state = 'ready'`;
    expect(await as("council editor", anew)).toBe(violated);
    expect(await as("saga approver", anew)).toBe(0);
    for (const table of ["council_packs", "council_pack_files"])
      expect(await as("council approver", (sql) => sql`delete from ${sql(table)}`)).toBe(forbidden);
    const other = (sql: Sql) => sql`update council_pack_files set size = 1`;
    expect(await as("council editor", other)).toBe(forbidden);
    const renamed = (sql: Sql) => sql`update council_packs set meeting = 'x'`;
    expect(await as("council editor", renamed)).toBe(forbidden);
  });

  it("is ready with both files only, and those are whole", async () => {
    const ready = await as("council editor", async (sql, actor) => {
      await insert(sql, actor);
      return sql`update council_packs set state = 'ready', made_at = now() where meeting = 'SQL'`;
    });
    expect(ready).toBe(violated);
    const cut = await as("council editor", async (sql, actor) => {
      await insert(sql, actor);
      return sql`insert into council_pack_files (pack_id, type, size, sha256, content)
        select id, 'pdf', 9, 'x', 'abc' from council_packs where meeting = 'SQL'`;
    });
    expect(cut).toBe(violated);
    const strange = await as(
      "saga approver",
      async (sql) => sql`
      insert into council_pack_files (pack_id, type, size, sha256, content)
      select id, 'pdf', 3, encode(sha256('abc'), 'hex'), 'abc' from council_packs limit 1`,
    );
    expect(strange).toBe(forbidden);
  });
});
