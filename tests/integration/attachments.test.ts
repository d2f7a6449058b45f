import { createHash, randomUUID } from "node:crypto";
import type { LoaderFunctionArgs } from "@remix-run/node";
import type { Sql } from "postgres";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { attachmentLimits } from "#app/domain/attachment/limits.ts";
import type { Upload } from "#app/domain/attachment/upload.ts";
import { pairsOf, searchText } from "#app/domain/search/text.ts";
import { readForm } from "#app/lib/upload/read-form.server.ts";
import type { Actor } from "#app/policy/can.ts";
import { loader as file } from "#app/routes/attachments/file.ts";
import { action as report } from "#app/routes/plans/progress-report.tsx";
import { readAttachment } from "#app/services/attachment/read.server.ts";
import { withdrawAttachment } from "#app/services/attachment/withdraw.server.ts";
import { advanceMilestone } from "#app/services/milestone/advance.server.ts";
import { readMilestone } from "#app/services/milestone/read.server.ts";
import { saveMilestone } from "#app/services/milestone/save.server.ts";
import { acceptObservation } from "#app/services/observation/accept.server.ts";
import { readObservation } from "#app/services/observation/read.server.ts";
import { saveObservation } from "#app/services/observation/save.server.ts";
import { submitObservation } from "#app/services/observation/submit.server.ts";
import { readProgress } from "#app/services/progress/read.server.ts";
import { reportProgress } from "#app/services/progress/report.server.ts";
import { searchPortal } from "#app/services/search/find.server.ts";
import { listReviews } from "#app/services/workspace/list-reviews.server.ts";
import { createAccount, signInAs } from "#tests/factories/accounts.ts";
import { office, pdf, png } from "#tests/factories/files.ts";
import { createPerson, createStaff, type Post } from "#tests/factories/people.ts";
import { connect, openPortal, type Portal } from "#tests/factories/portal.ts";
import { forbidden, rowsOrState, takenBack } from "#tests/factories/raw-sql.ts";
import { auditOf } from "#tests/factories/readings.ts";
import { actingAs, figure, form, outcomeOf, question, refusalOf } from "#tests/factories/steps.ts";
import { beWebProcess, routeArgs } from "#tests/factories/web.ts";
import { whileComputed } from "#tests/factories/while-computed.ts";

let portal: Portal;
let app: Sql;
let endWeb: () => Promise<void>;
let person: (post: Post) => Actor;
let stranger: Actor;
let sagaCookie: string;
let nagasakiCookie: string;

/** A project of the PT that 福岡県 leads, and a figure that it accepts. */
const project = { plan: "jewels", node: "SHG-4-1" };
const codes = question("SHG-4-1-a", "saga");
const now = new Date("2026-11-20T12:00:00+09:00");
const said = { status: "on_track", done: "会議を開いた。", issues: "", next: "公開する。" };
const plan: Upload = { name: "計画（案）.pdf", bytes: pdf() };
const table: Upload = { name: "集計.xlsx", bytes: office("xlsx") };
const hostile: Upload = { name: "計画.pdf", bytes: new Uint8Array(Buffer.from("<script>")) };

beforeAll(async () => {
  portal = await openPortal();
  app = connect(portal.urls.appUrl);
  endWeb = beWebProcess(portal);
  const staff = await createStaff(portal.owner);
  const others = new Map<Post, Actor>();
  for (const post of ["saga viewer", "fukuoka viewer", "council editor"] as const)
    others.set(post, await createPerson(portal.owner, post));
  person = (post) => others.get(post) ?? staff(post);
  stranger = await createPerson(portal.owner);
  sagaCookie = await cookieFor("saga editor");
  nagasakiCookie = await cookieFor("nagasaki editor");
});
afterAll(async () => {
  await endWeb();
  await app.end();
  await portal.close();
});
beforeEach(async () => {
  await portal.owner`truncate attachment_contents, attachments, project_updates,
    milestone_versions, milestones, observation_versions, observations, audit_events`;
  await portal.owner`delete from search_entries where subject_id is not null`;
});

async function cookieFor(post: Post): Promise<string> {
  const { email } = await createAccount(portal.owner, post);
  return signInAs(email);
}

const context = (post: Post | null) => actingAs(portal, post && person(post));
const own = { ...project, organisation: "saga", scope: "own" } as const;
const reportWith = (files: Upload[], fields = form(0, said), post: Post = "saga editor") =>
  reportProgress(context(post), own, fields, files);
const read = (post: Post = "nagasaki approver") => readProgress(context(post), project, now);
const attachmentsOf = async (post?: Post) => (await read(post)).updates[0]?.attachments ?? [];
const names = (list: readonly { name: string }[]) => list.map(({ name }) => name);
const idOf = async () => {
  const [row] = await portal.owner<{ id: string }[]>`
    select id from attachments order by created_at desc, position desc limit 1`;
  if (!row) throw new Error("No attachment");
  return row.id;
};
const kept = async () => {
  const [row] = await portal.owner`
    select (select count(*) from attachments)::int as files,
      (select count(*) from attachment_contents)::int as contents,
      (select count(*) from search_entries where kind = 'attachment')::int as entries,
      (select count(*) from project_updates)::int as updates,
      (select count(*) from audit_events where action = 'attachment.add')::int as audited`;
  return row;
};
const opened = (post: Post, id: string) => outcomeOf(readAttachment(context(post), id));
const found = async (typed: string, post: Post | null) =>
  names((await searchPortal(context(post), typed)).results);

describe("files of a status update", () => {
  it("are kept as they were sent, and every member reads them", async () => {
    await reportWith([plan, table]);
    const shown = await attachmentsOf();
    expect(shown).toMatchObject([
      { name: "計画（案）.pdf", mediaType: "application/pdf", size: plan.bytes?.length },
      { name: "集計.xlsx", organisation: "佐賀県", mayWithdraw: false, isDemo: false },
    ]);
    const { content } = await readAttachment(context("council editor"), shown[0]?.id ?? "");
    expect(new Uint8Array(content)).toEqual(plan.bytes);
    const [added] = (await auditOf(portal.owner)).filter(({ action }) => action.endsWith("add"));
    expect(added?.detail).toMatchObject({ files: [{ name: plan.name }, { name: table.name }] });
    expect((await attachmentsOf("saga approver")).map((row) => row.mayWithdraw)).toEqual([
      true,
      true,
    ]);
    const nobody = outcomeOf(readAttachment(actingAs(portal, stranger), shown[0]?.id ?? ""));
    expect(await nobody).toBe("forbidden");
  });

  it("are refused with everything else, and nothing of either is kept", async () => {
    const refused = await refusalOf(reportWith([plan, hostile]));
    expect(refused.fieldErrors).toEqual({ files: "attachment.content 計画.pdf" });
    const both = await refusalOf(reportWith([hostile], form(0, { ...said, done: "" })));
    expect(Object.keys(both.fieldErrors).sort()).toEqual(["done", "files"]);
    const six = await refusalOf(reportWith(Array.from({ length: 6 }, () => plan)));
    expect(six.fieldErrors).toEqual({ files: "attachment.too_many" });
    expect(await outcomeOf(reportWith([plan], form(3, said)))).toBe("conflict");
    expect(await outcomeOf(reportWith([plan], form(0, said), "saga viewer"))).toBe("forbidden");
    const none = { files: 0, contents: 0, entries: 0, updates: 0, audited: 0 };
    expect(await kept()).toEqual(none);
  });

  it("are one set when the form is sent twice, and a conflict with others", async () => {
    const sent = form(0, said);
    await Promise.all([reportWith([plan], sent), reportWith([plan], sent)]);
    await reportWith([plan], sent);
    const once = { files: 1, contents: 1, entries: 1, updates: 1, audited: 1 };
    expect(await kept()).toEqual(once);
    expect(await outcomeOf(reportWith([plan, table], sent))).toBe("conflict");
    expect(await kept()).toEqual(once);
  });

  it("are told apart by name, and have harmless names", async () => {
    const evil = { name: "../..\\\u202ea\u0000.pdf", bytes: pdf() };
    const long = { name: `${"長".repeat(300)}.pdf`, bytes: pdf() };
    await reportWith([plan, plan, evil, long]);
    expect(names(await attachmentsOf())).toEqual([
      ...["計画（案）.pdf", "計画（案）（2）.pdf", "a.pdf"],
      `${"長".repeat(146)}.pdf`,
    ]);
  });
});

describe("files of a milestone", () => {
  const yearly = { name: "協定", dueKind: "year", dueFy: "2026", organisation: "saga" };

  it("come with a step and stay with the milestone", async () => {
    const editor = context("fukuoka editor");
    const id = await saveMilestone(editor, { ...project, milestone: null }, form(0, yearly));
    const milestone = { ...project, milestone: id };
    const step = form(1, { step: "start" });
    const saga = context("saga editor");
    const refused = await refusalOf(advanceMilestone(saga, milestone, step, now, [hostile]));
    expect(refused.fieldErrors).toHaveProperty("files");
    await advanceMilestone(saga, milestone, step, now, [table]);
    await advanceMilestone(saga, milestone, step, now, [table]);
    await saveMilestone(editor, milestone, form(2, { ...yearly, name: "協定の締結" }));
    const { versions } = await readMilestone(context("nagasaki editor"), milestone, now);
    expect(versions.map((version) => names(version.attachments))).toEqual([[], ["集計.xlsx"], []]);
    const [shown] = (await read()).milestones;
    expect(names(shown?.attachments ?? [])).toEqual(["集計.xlsx"]);
    expect(shown?.name).toBe("協定の締結");
  });
});

describe("files of a figure", () => {
  const save = (base: number, files: Upload[]) =>
    saveObservation(context("saga editor"), codes, form(base, figure("1")), files);
  const submit = (base: number, files: Upload[] = []) =>
    submitObservation(context("saga editor"), codes, form(base, figure("1")), files);
  const accept = (base: number) =>
    acceptObservation(context("fukuoka approver"), "fukuoka", codes, form(base));
  const shownTo = async (post: Post) =>
    names((await readObservation(context(post), codes)).attachments);

  it("are seen by who sees the version that they came with, or a later one", async () => {
    await save(0, [plan]);
    const first = await idOf();
    expect(await opened("saga viewer", first)).toBe("done");
    for (const post of ["nagasaki editor", "fukuoka approver", "council editor"] as const) {
      expect(await opened(post, first), post).toBe("not_found");
      expect(await found("計画（案）", post), post).toEqual([]);
    }
    expect(await found("計画（案）", "saga viewer")).toEqual([plan.name]);

    await submit(1);
    expect(await opened("fukuoka viewer", first)).toBe("done");
    expect(await opened("council editor", first)).toBe("done");
    expect(await opened("nagasaki editor", first)).toBe("not_found");
    const { items } = await listReviews(context("fukuoka approver"), "fukuoka");
    expect(items.map((item) => names(item.attachments))).toEqual([[plan.name]]);

    await accept(2);
    expect(await opened("nagasaki editor", first)).toBe("done");
    expect(await shownTo("nagasaki editor")).toEqual([plan.name]);

    // A figure is published with its edition; what stands behind it is not.
    await portal.owner`insert into publications (plan_id, fy, edition, title, content)
      select id, 2023, 99, '試行版', '{}' from plans where code = 'jewels'`;
    expect(await found("計画（案）", null)).toEqual([]);
    const shown = await takenBack(app, null, async (sql) => [
      (
        await sql`select from observation_versions where organisation_id =
        (select id from organisations where slug = 'saga') and fy = 2023`
      ).length,
      (await sql`select from attachments`).length,
    ]);
    expect(shown).toEqual([1, 0]);
    await portal.owner`delete from publications where edition = 99`;

    // A correction is a draft again: its evidence is nobody else's.
    await save(3, [table]);
    const later = await idOf();
    expect(await shownTo("saga editor")).toEqual([plan.name, table.name]);
    for (const post of ["nagasaki editor", "fukuoka approver"] as const) {
      expect(await shownTo(post), post).toEqual([plan.name]);
      expect(await opened(post, later), post).toBe("not_found");
      expect(await found("集計", post), post).not.toContain(table.name);
    }
    // A file of the same name is told apart from that of an earlier version.
    await save(4, [plan]);
    expect(await shownTo("saga editor")).toEqual([plan.name, table.name, "計画（案）（2）.pdf"]);
  });

  it("of a draft are not found by others under their address", async () => {
    await save(0, [plan]);
    const attachment = await idOf();
    const at = (cookie?: string) =>
      file(routeArgs(`/attachments/${attachment}`, { params: { attachment }, cookie }));
    await expect(at(nagasakiCookie)).rejects.toMatchObject({ status: 404 });
    await expect(at()).rejects.toMatchObject({ status: 302 });
    const mine = await at(sagaCookie);
    expect(mine.status).toBe(200);
    expect(new Uint8Array(await mine.arrayBuffer())).toEqual(plan.bytes);
    for (const other of ["x", randomUUID(), `${attachment}'`]) {
      const params = { attachment: other };
      const unknown = file(routeArgs("/", { params, cookie: sagaCookie }));
      await expect(unknown).rejects.toMatchObject({ status: 404 });
    }
  });

  it("are not withdrawn once an accepted figure rests on them", async () => {
    await save(0, [plan]);
    const first = await idOf();
    await submit(1);
    await accept(2);
    await save(3, [table]);
    const later = await idOf();
    const withdraw = (id: string) =>
      outcomeOf(withdrawAttachment(context("saga editor"), id, { reason: "誤り" }));
    expect(await withdraw(first)).toBe("locked");
    expect(await withdraw(later)).toBe("done");
    const tried = await takenBack(app, person("saga editor"), (sql) =>
      rowsOrState(sql`update attachments set withdrawn_at = now(), withdrawn_reason = 'x'
        where id = ${first} returning id`),
    );
    expect(tried).toBe(0);
  });

  it("are not withdrawn while the figure is being accepted", async () => {
    await submit(0, [plan]);
    const id = await idOf();
    const outcomes = await whileComputed(portal, codes.indicator, [
      () => outcomeOf(accept(1)),
      () => outcomeOf(withdrawAttachment(context("saga editor"), id, { reason: "誤り" })),
    ]);
    expect(outcomes).toEqual(["done", "locked"]);
  });

  it("that were taken back in time never become known to those who see the figure later", async () => {
    await save(0, [plan]);
    await withdrawAttachment(context("saga editor"), await idOf(), {
      reason: "公表前の資料でした。",
    });
    await submit(1, [table]);
    expect(await shownTo("saga viewer")).toEqual([plan.name, table.name]);
    expect(await shownTo("fukuoka approver")).toEqual([table.name]);
    await withdrawAttachment(context("saga editor"), await idOf(), { reason: "古い資料でした。" });
    await accept(2);
    expect(await shownTo("fukuoka approver")).toEqual([table.name]);
    expect(await shownTo("nagasaki editor")).toEqual([]);
    for (const post of ["saga viewer", "nagasaki editor"] as const) {
      const pairs = pairsOf(searchText(plan.name));
      const candidates = await takenBack(
        app,
        person(post),
        (sql) => sql`select unnest(portal.search_candidates(${pairs}))`,
      );
      expect(candidates, post).toHaveLength(0);
    }
  });
});

describe("a withdrawn file", () => {
  it("keeps its name and the reason, and loses its content", async () => {
    await reportWith([plan, table]);
    const [{ id = "" } = {}] = await attachmentsOf();
    const withdraw = (post: Post, reason?: string) =>
      withdrawAttachment(context(post), id, { reason });
    expect(await outcomeOf(withdraw("nagasaki editor", "x"))).toBe("forbidden");
    expect(await outcomeOf(withdraw("fukuoka approver", "x"))).toBe("forbidden");
    expect(await outcomeOf(withdraw("saga viewer", "x"))).toBe("forbidden");
    for (const reason of [undefined, " ", "あ".repeat(1001)])
      expect((await refusalOf(withdraw("saga editor", reason))).fieldErrors).toEqual({
        reason: "attachment.reason",
      });
    expect(await found("計画（案）", "nagasaki editor")).toEqual([plan.name]);
    expect(await withdraw("saga approver", "別の資料でした。")).toMatchObject({ on: "update" });
    await withdraw("saga approver", "別の資料でした。");
    expect(await outcomeOf(withdraw("saga editor", "他の理由"))).toBe("locked");
    const shown = await attachmentsOf("saga editor");
    expect(shown.map((row) => [row.name, row.withdrawnReason, row.mayWithdraw])).toEqual([
      [plan.name, "別の資料でした。", false],
      [table.name, null, true],
    ]);
    expect(await opened("saga editor", id)).toBe("not_found");
    expect(await found("計画（案）", "nagasaki editor")).toEqual([]);
    const actions = (await auditOf(portal.owner)).map(({ action }) => action);
    expect(actions).toEqual(["progress.report", "attachment.add", "attachment.withdraw"]);
  });
});

describe("a file is given out", () => {
  it("to be saved, as what it was proven to be, and never to act", async () => {
    await reportWith([{ name: "図「1」;.png", bytes: png() }]);
    const attachment = await idOf();
    const { headers } = await file(
      routeArgs("/", { params: { attachment }, cookie: nagasakiCookie }),
    );
    expect(headers.get("Content-Type")).toBe("image/png");
    expect(headers.get("Content-Disposition")).toBe(
      `attachment; filename="__1__.png"; filename*=UTF-8''${encodeURIComponent("図「1」;.png")}`,
    );
    expect(headers.get("X-Content-Type-Options")).toBe("nosniff");
    expect(headers.get("Content-Security-Policy")).toContain("default-src 'none'; sandbox");
    expect(headers.get("Cache-Control")).toBe("private, no-store");
  });
});

describe("a form with files", () => {
  const params = { plan: "jewels", node: "SHG-4-1" };
  const path = "/plans/jewels/projects/SHG-4-1/progress/report?by=saga&part=own";
  const typed = form(0, said);

  function sent(files: [name: string, content: Uint8Array | string][], fields = typed) {
    const body = new FormData();
    for (const [name, value] of Object.entries(fields)) body.append(name, value);
    for (const [name, content] of files)
      body.append("files", new File([content as BlobPart], name, { type: "text/html" }));
    return { params, cookie: sagaCookie, init: { method: "POST", body } };
  }
  const post = (args: Parameters<typeof routeArgs>[1]) => report(routeArgs(path, args));

  it("is saved with them, and without any", async () => {
    const answer = await post(sent([["計画.pdf", pdf()]]));
    expect(answer).toMatchObject({ status: 302 });
    expect(names(await attachmentsOf())).toEqual(["計画.pdf"]);
    // What a browser sends where no file was chosen.
    expect(await post(sent([["", ""]], form(1, said)))).toMatchObject({ status: 302 });
    expect(await kept()).toMatchObject({ files: 1, updates: 2 });
  });

  it("comes back with what was typed when they are refused or too large", async () => {
    const large = new Uint8Array(attachmentLimits.fileBytes + 1);
    const tenths = new Uint8Array(attachmentLimits.fileBytes - 10);
    for (const [files, error] of [
      [[["x.pdf", "<html>"]], "attachment.content x.pdf"],
      [[["空.pdf", ""]], "attachment.empty 空.pdf"],
      [[["大.pdf", large]], "attachment.too_large 大.pdf"],
      [Array(6).fill(["x.pdf", pdf()]), "attachment.too_many"],
    ] as [[string, Uint8Array | string][], string][]) {
      const answer = await post(sent(files));
      expect(answer).toMatchObject({
        data: { said: "invalid", values: said, files: files.length, errors: { files: error } },
        init: { status: 422 },
      });
    }
    // Each is small enough, all together are not: the third is not even kept in memory.
    const { files, values } = await readForm(
      routeArgs(
        path,
        sent([
          ["1.pdf", tenths],
          ["2.pdf", tenths],
          ["3.pdf", tenths],
        ]),
      ),
    );
    expect(files.map(({ bytes }) => bytes?.length ?? null)).toEqual([
      ...[tenths.length, tenths.length],
      null,
    ]);
    expect(values).toMatchObject(said);
    expect(await kept()).toMatchObject({ files: 0, updates: 0 });
  });

  it("is still there when the session has ended", async () => {
    const answer = await post({ ...sent([["計画.pdf", pdf()]]), cookie: undefined });
    expect(answer).toMatchObject({
      data: { said: "signed_out", values: said, files: 1 },
      init: { status: 401 },
    });
  });

  it("is refused in time when it is beyond all bounds or no form at all", async () => {
    const parts = Array.from(
      { length: 5000 },
      (_, n) => `--x\r\nContent-Disposition: form-data; name="f${n}"\r\n\r\n1\r\n`,
    );
    const many = Array.from({ length: 30 }, (_, n) => [`${n}.pdf`, "x"] as [string, string]);
    const header = `--x\r\nContent-Disposition: form-data; name="${"n".repeat(100_000)}"\r\n\r\n1\r\n--x--`;
    const raw = (body: string) => ({
      params,
      cookie: sagaCookie,
      init: {
        method: "POST",
        body,
        headers: { "content-type": "multipart/form-data; boundary=x" },
      },
    });
    const begun = performance.now();
    for (const args of [
      raw(`${parts.join("")}--x--`),
      raw(header),
      raw("--x"),
      raw("nothing"),
      sent(many),
    ])
      await expect(post(args)).rejects.toMatchObject({ status: 400 });
    expect(performance.now() - begun).toBeLessThan(2000);
  });

  it("tells the page that says the database is away what was typed", async () => {
    const args: LoaderFunctionArgs = routeArgs(path, sent([["計画.pdf", pdf()]]));
    await readForm(args);
    expect(args.context.sent).toEqual({ values: typed, files: 1 });
  });
});

describe("the database itself", () => {
  const bytes = pdf();
  const sha256 = createHash("sha256").update(bytes).digest("hex");

  async function tryAs(post: Post | null, change: Partial<Record<string, unknown>> = {}) {
    const actor = post && person(post);
    return takenBack(app, actor, async (sql) => {
      const [node] = await sql`select n.id from plan_nodes n join plans p on p.id = n.plan_id
        where p.code = 'jewels' and n.code = 'SHG-4-1'`;
      const [saga] = await sql`select id from organisations where slug = 'saga'`;
      const [last] = await sql`select count(*)::int + 1 as version from project_updates`;
      const update = {
        id: randomUUID(),
        version: last?.version,
        node_id: node?.id,
        organisation_id: saga?.id,
      };
      const writer = { author_id: actor?.id ?? stranger.id };
      const reported = await rowsOrState(
        sql`insert into project_updates ${sql({ ...update, ...writer, scope: "own", status: "on_track", done: "x" })}`,
      );
      if (reported !== 1) return reported;
      const row = {
        ...{ id: randomUUID(), organisation_id: saga?.id, update_id: update.id, ...writer },
        ...{
          name: "x.pdf",
          media_type: "application/pdf",
          size: bytes.length,
          sha256,
          position: 1,
        },
        ...change,
      };
      const added = await rowsOrState(sql`insert into attachments ${sql(row)}`);
      if (added !== 1) return added;
      const content = { attachment_id: row.id, content: Buffer.from(bytes) };
      return rowsOrState(sql`insert into attachment_contents ${sql(content)}`);
    });
  }

  it("takes a file with the update that is being written, from who writes it", async () => {
    expect(await tryAs("saga editor")).toBe(1);
    for (const post of ["saga viewer", "nagasaki editor", null] as const)
      expect(await tryAs(post), String(post)).toBe(forbidden);
  });

  it.each<[string, Record<string, unknown>]>([
    ["another size", { size: 5 }],
    ["another hash", { sha256: "0".repeat(64) }],
    ["more than 10 MB", { size: 11_000_000 }],
    ["an earlier time", { created_at: new Date("2020-01-01") }],
    ["the mark of the demo", { is_demo: true }],
    ["withdrawn from the beginning", { withdrawn_at: new Date(), withdrawn_reason: "x" }],
  ])("refuses a file with %s", async (_, change) => {
    expect(await tryAs("saga editor", change)).toBe(forbidden);
  });

  it("refuses a file in somebody else's name, and one to what was written before", async () => {
    expect(await tryAs("saga editor", { author_id: person("saga approver").id })).toBe(forbidden);
    const fukuoka = person("fukuoka editor").memberships[0]?.organisationId;
    expect(await tryAs("saga editor", { organisation_id: fukuoka })).toBe(forbidden);
    await reportWith([]);
    const [earlier] = await portal.owner`select id from project_updates`;
    expect(await tryAs("saga editor", { update_id: earlier?.id })).toBe(forbidden);
    await saveObservation(context("saga editor"), codes, form(0, figure("1")));
    const [head] = await portal.owner`select id from observations`;
    const behind = { update_id: null, observation_id: head?.id, observation_version: 1 };
    expect(await tryAs("saga editor", behind)).toBe(forbidden);
  });

  it("keeps contents and names as they are", async () => {
    await reportWith([plan]);
    const id = await idOf();
    const statements: [string, string, unknown][] = [
      ["rename", "update attachments set name = 'x' where id = $1", forbidden],
      ["delete", "delete from attachments where id = $1", forbidden],
      ["delete content", "delete from attachment_contents where attachment_id = $1", forbidden],
      [
        "change content",
        "update attachment_contents set content = '' where attachment_id = $1",
        forbidden,
      ],
      [
        "backdate",
        "update attachments set withdrawn_at = '2020-01-01', withdrawn_reason = 'x' where id = $1",
        forbidden,
      ],
      [
        "without a reason",
        "update attachments set withdrawn_at = now(), withdrawn_reason = '' where id = $1",
        forbidden,
      ],
      [
        "withdraw",
        "update attachments set withdrawn_at = now(), withdrawn_reason = 'x' where id = $1 returning id",
        1,
      ],
    ];
    for (const [name, text, expected] of statements) {
      const tried = await takenBack(app, person("saga editor"), (sql) =>
        rowsOrState(sql.unsafe(text, [id])),
      );
      expect(tried, name).toBe(expected);
    }
    const others = await takenBack(app, person("nagasaki editor"), (sql) =>
      rowsOrState(sql.unsafe(statements.at(-1)?.[1] ?? "", [id])),
    );
    expect(others).toBe(0);
  });

  it("shows neither name nor content of a draft's file, nor what can be found of it", async () => {
    await saveObservation(context("saga editor"), codes, form(0, figure("1")), [plan]);
    const counts = (actor: Actor | null) =>
      takenBack(app, actor, async (sql) => [
        (await sql`select from attachments`).length,
        (await sql`select from attachment_contents`).length,
        (await sql`select from search_entries where kind = 'attachment'`).length,
        (await sql`select unnest(portal.search_candidates(${pairsOf(searchText(plan.name))}))`)
          .length,
      ]);
    expect(await counts(person("saga viewer"))).toEqual([1, 1, 1, 1]);
    for (const actor of [person("fukuoka approver"), person("nagasaki editor"), stranger, null])
      expect(await counts(actor)).toEqual([0, 0, 0, 0]);
  });

  it("lets only the organisation itself write what is found of its own", async () => {
    await reportWith([plan]);
    const insert = (post: Post, kind: string) =>
      takenBack(app, person(post), async (sql) => {
        const [entry] = await sql`select * from search_entries where kind = ${kind} limit 1`;
        const gone = await sql`delete from search_entries where id = ${entry?.id}`;
        const again = await rowsOrState(
          sql`insert into search_entries ${sql({ ...entry, id: randomUUID(), plan_id: entry?.plan_id, name: "他" })}`,
        );
        return [gone.count, again];
      });
    expect(await insert("saga editor", "update")).toEqual([1, 1]);
    expect(await insert("saga editor", "attachment")).toEqual([1, 1]);
    for (const [post, kind] of [
      ["nagasaki editor", "update"],
      ["nagasaki editor", "attachment"],
      ["saga viewer", "update"],
      ["saga editor", "project"],
    ] as const)
      expect((await insert(post, kind))[1], `${post} ${kind}`).toBe(forbidden);
  });
});
