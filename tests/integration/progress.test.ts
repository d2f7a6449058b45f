import { randomUUID } from "node:crypto";
import type { Sql, TransactionSql } from "postgres";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import {
  milestoneStates,
  milestoneSteps,
  nextMilestoneState,
} from "#app/domain/progress/milestone.ts";
import type { UpdateScope } from "#app/domain/progress/status.ts";
import type { Actor } from "#app/policy/can.ts";
import {
  action as milestoneAction,
  loader as milestonePage,
} from "#app/routes/plans/milestone.tsx";
import { advanceMilestone } from "#app/services/milestone/advance.server.ts";
import { readMilestone } from "#app/services/milestone/read.server.ts";
import { saveMilestone } from "#app/services/milestone/save.server.ts";
import { readProgress } from "#app/services/progress/read.server.ts";
import { reportProgress } from "#app/services/progress/report.server.ts";
import { readPtWorkspace } from "#app/services/workspace/read-pt.server.ts";
import { createPerson, createStaff, type Post } from "#tests/factories/people.ts";
import { connect, openPortal, type Portal } from "#tests/factories/portal.ts";
import { forbidden, rowsOrState, takenBack, violated } from "#tests/factories/raw-sql.ts";
import { auditOf } from "#tests/factories/readings.ts";
import { actingAs, type Fields, form, outcomeOf, refusalOf } from "#tests/factories/steps.ts";
import { beWebProcess, routeArgs } from "#tests/factories/web.ts";

let portal: Portal;
let app: Sql;
let endWeb: () => Promise<void>;
let person: (post: Post) => Actor;
let stranger: Actor;

/** A project of the PT that 福岡県 leads with 九経連 and 九商連, in a plan that the council owns. */
const project = { plan: "jewels", node: "SHG-4-1" };
const now = new Date("2026-11-20T12:00:00+09:00");

beforeAll(async () => {
  portal = await openPortal();
  app = connect(portal.urls.appUrl);
  endWeb = beWebProcess(portal);
  const staff = await createStaff(portal.owner);
  const others = new Map<Post, Actor>();
  for (const post of ["saga viewer", "fukuoka viewer", "council viewer", "council editor"] as const)
    others.set(post, await createPerson(portal.owner, post));
  person = (post) => others.get(post) ?? staff(post);
  stranger = await createPerson(portal.owner);
});
afterAll(async () => {
  await endWeb();
  await app.end();
  await portal.close();
});
beforeEach(async () => {
  await portal.owner`truncate project_updates, milestone_versions, milestones, audit_events cascade`;
});

const context = (post: Post | null) => actingAs(portal, post && person(post));
const said = { status: "on_track", done: "会議を開いた。", issues: "", next: "公開する。" };

function report(post: Post, of: string, scope: UpdateScope, fields: Fields = form(0, said)) {
  return reportProgress(context(post), { ...project, organisation: of, scope }, fields);
}

const yearly: Fields = { name: "協定を締結", dueKind: "year", dueFy: "2026", organisation: "saga" };
const save = (post: Post, fields: Fields, milestone: string | null = null) =>
  saveMilestone(context(post), { ...project, milestone }, fields);
const add = (fields: Fields = {}) => save("fukuoka editor", form(0, { ...yearly, ...fields }));
const advance = (post: Post, milestone: string, fields: Fields) =>
  advanceMilestone(context(post), { ...project, milestone }, fields, now);
const read = (post: Post | null = "saga viewer", at = now) =>
  readProgress(context(post), project, at);
const read1 = async (milestone: string, at = now) => {
  const { newest } = await readMilestone(context("saga viewer"), { ...project, milestone }, at);
  if (!newest) throw new Error("No milestone");
  return newest;
};

describe("who reports", () => {
  it.each([
    ["saga editor", "saga", "own", "done"],
    ["saga approver", "saga", "own", "done"],
    ["saga viewer", "saga", "own", "forbidden"],
    ["saga editor", "nagasaki", "own", "forbidden"],
    ["saga editor", "saga", "whole", "forbidden"],
    ["saga editor", "fukuoka", "whole", "forbidden"],
    ["kyukeiren editor", "kyukeiren", "own", "done"],
    ["kyudoyu editor", "kyudoyu", "own", "forbidden"],
    ["fukuoka editor", "fukuoka", "own", "done"],
    ["fukuoka editor", "fukuoka", "whole", "done"],
    ["fukuoka viewer", "fukuoka", "whole", "forbidden"],
    ["fukuoka editor", "saga", "own", "forbidden"],
    ["council editor", "council", "own", "forbidden"],
    ["council editor", "fukuoka", "whole", "forbidden"],
    ["kurume editor", "kurume", "own", "forbidden"],
  ] as const)("%s for %s, %s: %s", async (post, of, scope, expected) => {
    expect(await outcomeOf(report(post, of, scope))).toBe(expected);
    expect(await auditOf(portal.owner)).toHaveLength(expected === "done" ? 1 : 0);
  });

  it("lets a city report of its own plan, where there is no PT", async () => {
    const codes = { plan: "kitakyushu", node: "M003", scope: "whole" } as const;
    const by = (post: Post, organisation: string) =>
      outcomeOf(reportProgress(context(post), { ...codes, organisation }, form(0, said)));
    expect(await by("kitakyushu editor", "kitakyushu")).toBe("done");
    expect(await by("kurume editor", "kurume")).toBe("forbidden");
    const { may, lead } = await readProgress(context("kitakyushu editor"), codes, now);
    expect(lead.slug).toBe("kitakyushu");
    expect(may.report.map(({ scope }) => scope)).toEqual(["whole"]);
    // Who works alone has no part of a whole.
    const part = { ...codes, organisation: "kitakyushu", scope: "own" } as const;
    const own = reportProgress(context("kitakyushu editor"), part, form(0, said));
    expect(await outcomeOf(own)).toBe("forbidden");
    expect(await by("saga editor", "saga")).toBe("forbidden");
  });

  it("takes a repost for its original", async () => {
    const codes = { plan: "jewels", node: "SHG-7-1", organisation: "saga", scope: "own" } as const;
    await reportProgress(context("saga editor"), codes, form(0, said));
    expect((await read()).updates).toHaveLength(1);
  });

  it("knows no project that is not the plan's", async () => {
    for (const codes of [
      { plan: "kurume", node: "SHG-4-1" },
      { plan: "jewels", node: "SHG-4" },
      { plan: "jewels", node: "nowhere" },
    ])
      expect(
        await outcomeOf(
          reportProgress(
            context("saga editor"),
            { ...codes, organisation: "saga", scope: "own" },
            form(0, said),
          ),
        ),
      ).toBe("not_found");
  });
});

describe("a status update", () => {
  it("says what is missing, all at once", async () => {
    const refusal = await refusalOf(
      report("saga editor", "saga", "own", form(0, { status: "late", done: " ", issues: "" })),
    );
    expect(refusal.fieldErrors).toEqual({ done: "progress.done", issues: "progress.issues" });
    const none = await refusalOf(report("saga editor", "saga", "own", form(0, {})));
    expect(none.fieldErrors).toMatchObject({ status: "progress.status", done: "progress.done" });
    const long = { ...said, next: "あ".repeat(2001) };
    const tooLong = await refusalOf(report("saga editor", "saga", "own", form(0, long)));
    expect(tooLong.fieldErrors).toEqual({ next: "progress.too_long" });
    // Would be short when tidied, but is refused before: tidying so much must not be asked for.
    const blanks = { ...said, next: `${"x".padEnd(160_000)}\nx` };
    const refused = await refusalOf(report("saga editor", "saga", "own", form(0, blanks)));
    expect(refused.fieldErrors).toEqual({ next: "progress.too_long" });
  });

  it("counts by its version, also when the clock went back since the one before", async () => {
    await report("saga editor", "saga", "own");
    await portal.owner`update project_updates set created_at = now() + interval '1 day'`;
    await report("saga editor", "saga", "own", form(1, { ...said, done: "協議した。" }));
    const { own, updates } = await read();
    const saga = own.find(({ organisation }) => organisation.slug === "saga");
    expect(saga?.update).toMatchObject({ version: 2, done: "協議した。" });
    expect(updates.map(({ version }) => version)).toEqual([1, 2]);
    expect(await outcomeOf(report("saga editor", "saga", "own", form(2, said)))).toBe("done");
  });

  it("stays when a newer one comes, and only the newest of each organisation counts", async () => {
    await report("saga editor", "saga", "own");
    await report("nagasaki editor", "nagasaki", "own");
    const later = { status: "slipping", done: "協議した。", issues: "人手が足りない。", next: "" };
    await report("saga approver", "saga", "own", form(1, later));
    const page = await read();
    const now = page.own.flatMap(({ organisation, update }) =>
      update ? [`${organisation.shortName} ${update.status}`] : [],
    );
    expect(now).toEqual(["佐賀県 slipping", "長崎県 on_track"]);
    expect(page.own).toHaveLength(11);
    expect(page.updates.map(({ version, done }) => `${version} ${done}`)).toEqual([
      "2 協議した。",
      "1 会議を開いた。",
      "1 会議を開いた。",
    ]);
    expect(page.whole).toBeNull();
    expect(page.updates[0]).toMatchObject({ author: "saga approver", isDemo: false });
  });

  it("refuses who is late, and keeps what a colleague said", async () => {
    await report("saga editor", "saga", "own");
    expect(await outcomeOf(report("saga approver", "saga", "own", form(0, said)))).toBe("conflict");
    expect((await read()).updates).toHaveLength(1);
  });

  it("is one when two send at the same moment", async () => {
    const outcomes = await Promise.all(
      (["saga editor", "saga approver"] as const).map((post) =>
        outcomeOf(report(post, "saga", "own", form(0, said))),
      ),
    );
    expect(outcomes.sort()).toEqual(["conflict", "done"]);
  });

  it("is one when the same form is sent twice, and a conflict when other words come under its key", async () => {
    const sent = form(0, said);
    await report("saga editor", "saga", "own", sent);
    await report("saga editor", "saga", "own", sent);
    expect((await read()).updates).toHaveLength(1);
    expect(await auditOf(portal.owner)).toHaveLength(1);
    const changed = { ...sent, done: "別のこと。" };
    expect(await outcomeOf(report("saga editor", "saga", "own", changed))).toBe("conflict");
    // The key is spent, also for another organisation's update.
    expect(await outcomeOf(report("nagasaki editor", "nagasaki", "own", sent))).toBe("conflict");
  });

  it("is audited with what was said before", async () => {
    await report("fukuoka editor", "fukuoka", "whole");
    await report(
      "fukuoka editor",
      "fukuoka",
      "whole",
      form(1, { ...said, status: "late", issues: "遅れ" }),
    );
    expect(await auditOf(portal.owner, "jewels/SHG-4-1/fukuoka/whole")).toMatchObject([
      { action: "progress.report", organisation: "fukuoka", detail: { before: null } },
      { detail: { version: 2, before: "on_track", after: "late" } },
    ]);
  });

  it("is for members to read", async () => {
    for (const actor of [null, stranger])
      expect(await outcomeOf(readProgress(actingAs(portal, actor), project, now))).toBe(
        "forbidden",
      );
    for (const post of ["council viewer", "kurume editor", "kyudoyu editor"] as const)
      expect(await outcomeOf(read(post))).toBe("done");
  });

  it("shows in the PT's workspace, also under a repost", async () => {
    await report("fukuoka editor", "fukuoka", "whole");
    await report("saga editor", "saga", "own", form(0, { ...said, status: "completed" }));
    const codes = { organisation: "saga", plan: "jewels", pt: "SHG" };
    const { policies } = await readPtWorkspace(context("saga viewer"), codes, 2023, now);
    const shown = policies
      .flatMap((policy) => policy.projects)
      .filter(({ progress }) => progress.whole || progress.own)
      .map(({ code, progress }) => [code, progress.whole?.status, progress.own?.status]);
    expect(shown).toEqual([
      ["SHG-4-1", "on_track", "completed"],
      ["SHG-7-1", "on_track", "completed"],
    ]);
  });
});

describe("a milestone", () => {
  it.each([
    ["fukuoka editor", "done"],
    ["fukuoka viewer", "forbidden"],
    ["council editor", "done"],
    ["council viewer", "forbidden"],
    ["saga editor", "forbidden"],
    ["kumamoto approver", "forbidden"],
  ] as const)("is added and changed by %s: %s", async (post, expected) => {
    expect(await outcomeOf(save(post, form(0, yearly)))).toBe(expected);
    const id = await add();
    expect(await outcomeOf(save(post, form(1, { ...yearly, name: "別の名称" }), id))).toBe(
      expected,
    );
  });

  it.each([
    ["saga editor", "done"],
    ["saga viewer", "forbidden"],
    ["fukuoka editor", "done"],
    ["council editor", "done"],
    ["nagasaki editor", "forbidden"],
    ["kyukeiren editor", "forbidden"],
  ] as const)("of 佐賀県 is advanced by %s: %s", async (post, expected) => {
    const id = await add();
    expect(await outcomeOf(advance(post, id, form(1, { step: "start" })))).toBe(expected);
    expect((await read1(id)).state).toBe(expected === "done" ? "started" : "planned");
  });

  it("asks for a name, a time within the plan and an organisation of the PT", async () => {
    const errors = async (fields: Fields) => (await refusalOf(add(fields))).fieldErrors;
    expect(await errors({ name: " ", organisation: "kyudoyu" })).toEqual({
      name: "milestone.name",
      organisation: "milestone.organisation",
    });
    expect(await errors({ dueFy: "" })).toEqual({ dueFy: "milestone.due_fy" });
    expect(await errors({ dueFy: "2040" })).toEqual({ dueFy: "milestone.due_fy" });
    expect(await errors({ dueKind: "" })).toEqual({ dueKind: "milestone.due_kind" });
    for (const dueOn of ["", "来年", "2026-02-30", "2040-04-01"])
      expect(await errors({ dueKind: "day", dueOn })).toEqual({ dueOn: "milestone.due_on" });
  });

  it("is late and given up with a reason, and reached on a day until today in Japan", async () => {
    const id = await add();
    const errors = async (fields: Fields) =>
      (await refusalOf(advance("saga editor", id, form(1, fields)))).fieldErrors;
    for (const step of ["delay", "cancel"])
      expect(await errors({ step, reason: "　" })).toEqual({ reason: "milestone.reason" });
    for (const reachedOn of ["", "2026-11-21", "きのう"])
      expect(await errors({ step: "reach", reachedOn })).toEqual({
        reachedOn: "milestone.reached_on",
      });
    await advance("saga editor", id, form(1, { step: "delay", reason: "協議が続いている。" }));
    await advance(
      "saga editor",
      id,
      form(2, { step: "reach", reachedOn: "令和8年11月20日", evidence: "https://example.jp/" }),
    );
    expect(await read1(id)).toMatchObject({
      state: "reached",
      reachedOn: "2026-11-20",
      reason: "",
      evidence: "https://example.jp/",
    });
    expect(await outcomeOf(advance("saga editor", id, form(3, { step: "start" })))).toBe("locked");
    const { versions } = await read();
    expect(versions.map(({ version, state, author }) => `${version} ${state} ${author}`)).toEqual([
      "3 reached saga editor",
      "2 late saga editor",
      "1 planned fukuoka editor",
    ]);
  });

  it("is changed without losing how far it has come, and only from its newest version", async () => {
    const id = await add();
    await advance("saga editor", id, form(1, { step: "delay", reason: "理由" }));
    const day: Fields = { ...yearly, dueKind: "day", dueOn: "2027/1/31", organisation: "nagasaki" };
    expect(await outcomeOf(save("fukuoka editor", form(1, day), id))).toBe("conflict");
    await save("fukuoka editor", form(2, day), id);
    expect(await read1(id)).toMatchObject({
      version: 3,
      state: "late",
      reason: "理由",
      dueOn: "2027-01-31",
      dueFy: null,
      organisation: { slug: "nagasaki" },
    });
    expect(await outcomeOf(advance("saga editor", id, form(3, { step: "start" })))).toBe(
      "forbidden",
    );
    expect(await outcomeOf(advance("nagasaki editor", id, form(2, { step: "start" })))).toBe(
      "conflict",
    );
    expect(await outcomeOf(advance("nagasaki editor", id, form(3, { step: "start" })))).toBe(
      "done",
    );
  });

  it("is what its highest version says, also when the clock went back", async () => {
    const id = await add();
    await portal.owner`update milestone_versions set created_at = now() + interval '1 day'`;
    await advance("saga editor", id, form(1, { step: "start" }));
    expect(await read1(id)).toMatchObject({ version: 2, state: "started" });
    const { milestones, versions } = await read();
    expect(milestones).toMatchObject([{ version: 2, state: "started" }]);
    expect(versions.map(({ version }) => version)).toEqual([1, 2]);
    const late = form(2, { step: "delay", reason: "理由" });
    expect(await outcomeOf(advance("saga editor", id, late))).toBe("done");
  });

  it("loses nothing that was typed when the session ends meanwhile", async () => {
    const typed = { intent: "save", ...form(0, yearly) };
    const params = { ...project, milestone: "new" };
    const init = { method: "POST", body: new URLSearchParams(typed) };
    expect(await milestoneAction(routeArgs("/", { params, init }))).toMatchObject({
      data: { said: "signed_out", values: typed },
      init: { status: 401 },
    });
    const headers = { "content-type": "application/x-www-form-urlencoded" };
    const page = await milestonePage(routeArgs("/", { params, init: { headers } }));
    expect(page).toEqual({ signedOut: true });
    await expect(milestonePage(routeArgs("/", { params }))).rejects.toMatchObject({ status: 302 });
  });

  it("is one, and one step, when a form is sent twice", async () => {
    const sent = form(0, yearly);
    const [first, again] = [await save("fukuoka editor", sent), await save("fukuoka editor", sent)];
    expect(again).toBe(first);
    expect(await outcomeOf(save("fukuoka editor", { ...sent, name: "別の名称" }))).toBe("conflict");
    const step = form(1, { step: "delay", reason: "理由" });
    await advance("saga editor", first, step);
    await advance("saga editor", first, step);
    expect((await read()).versions).toHaveLength(2);
    const actions = (await auditOf(portal.owner)).map(({ action }) => action);
    expect(actions).toEqual(["milestone.save", "milestone.advance"]);
    const other = { ...step, step: "cancel" };
    expect(await outcomeOf(advance("saga editor", first, other))).toBe("conflict");
  });

  it("is one project's only", async () => {
    const id = await add();
    for (const milestone of [id, randomUUID(), "x'; --"])
      expect(
        await outcomeOf(
          readMilestone(context("saga viewer"), { ...project, node: "SHG-5-2", milestone }, now),
        ),
      ).toBe("not_found");
  });

  it("is overdue from the day after in Japan, until it is reached", async () => {
    const id = await add({ dueKind: "day", dueOn: "2026-11-20" });
    const overdue = async (moment: string) =>
      (await read("saga viewer", new Date(`${moment}+09:00`))).milestones.map((m) => m.overdue);
    expect(await overdue("2026-11-20T23:59:59")).toEqual([false]);
    expect(await overdue("2026-11-21T00:00:00")).toEqual([true]);
    await advance("saga editor", id, form(1, { step: "reach", reachedOn: "2026-11-20" }));
    expect(await overdue("2026-11-21T00:00:00")).toEqual([false]);
  });
});

describe("what the database itself allows", () => {
  const as = <Result>(actor: Actor | null, work: (sql: TransactionSql) => Promise<Result>) =>
    takenBack(app, actor, work);

  /** An update as SQL; everything not said is as 佐賀県's editor would write it. */
  const update = (sql: TransactionSql, more: Record<string, string | number | boolean> = {}) => {
    const row = {
      of: "saga",
      scope: "own",
      version: 1,
      node: "SHG-4-1",
      demo: false,
      days: 0,
      ...more,
    };
    const author = "author" in more ? String(more.author) : person("saga editor").id;
    return sql`
      insert into project_updates (node_id, organisation_id, scope, version, status, done, is_demo,
        author_id, created_at)
      select n.id, o.id, ${row.scope}, ${row.version}, 'late', 'x', ${row.demo}, ${author},
        now() - ${row.days} * interval '1 day'
      from plan_nodes n, organisations o where n.code = ${row.node} and o.slug = ${row.of}`;
  };

  it.each([
    ["as it should be", {}, 1],
    ["of another organisation", { of: "nagasaki" }, forbidden],
    ["of the whole", { scope: "whole" }, forbidden],
    ["in somebody else's name", { author: "00000000-0000-4000-8000-000000000000" }, forbidden],
    ["yesterday", { days: 1 }, forbidden],
    ["as demo", { demo: true }, forbidden],
    ["of a policy", { node: "SHG-4" }, forbidden],
    ["of a repost", { node: "SHG-7-1" }, forbidden],
    ["of a city's project", { node: "M003" }, forbidden],
    ["before the first", { version: 2 }, violated],
  ] as const)("an update %s", async (_, more, expected) => {
    expect(await as(person("saga editor"), (sql) => rowsOrState(update(sql, more)))).toBe(expected);
  });

  it("nothing by viewers, strangers and nobody; nothing changed or taken away by anybody", async () => {
    await report("saga editor", "saga", "own");
    await add();
    const author = person("saga viewer").id;
    expect(await as(person("saga viewer"), (sql) => rowsOrState(update(sql, { author })))).toBe(
      forbidden,
    );
    for (const table of ["project_updates", "milestones", "milestone_versions"]) {
      for (const actor of [null, stranger])
        expect(await as(actor, (sql) => rowsOrState(sql.unsafe(`select 1 from ${table}`)))).toBe(0);
      expect(
        await as(person("saga viewer"), (sql) => rowsOrState(sql.unsafe(`select 1 from ${table}`))),
      ).toBe(1);
      for (const statement of [`update ${table} set id = id`, `delete from ${table}`])
        expect(
          await as(person("fukuoka approver"), (sql) => rowsOrState(sql.unsafe(statement))),
        ).toBe(forbidden);
    }
  });

  type Step = { step: string; state: string; name?: string; slug?: string; by?: Post; in?: string };
  /** The next version of a milestone as SQL, by 佐賀県's editor unless said. */
  const next = (id: string, { step, state, name, slug, by = "saga editor", in: org }: Step) =>
    as(person(by), (sql) =>
      rowsOrState(sql`
        insert into milestone_versions (milestone_id, node_id, version, step, name, due_fy,
          organisation_id, state, reason, reached_on, author_id, author_organisation_id)
        select v.milestone_id, v.node_id, v.version + 1, ${step}, ${name ?? sql`v.name`}, v.due_fy,
          coalesce((select id from organisations where slug = ${slug ?? null}), v.organisation_id),
          ${state}, case when ${step} = 'save' then v.reason else 'x' end,
          case when ${state} = 'reached' then '2026-11-20'::date end, ${person(by).id}, o.id
        from milestone_versions v, organisations o
        where v.milestone_id = ${id} and o.slug = ${org ?? by.split(" ")[0] ?? ""}
        order by v.version desc limit 1`),
    );

  it("a step of a milestone by those who may, without touching what it is", async () => {
    const id = await add();
    const start = { step: "start", state: "started" };
    expect(await next(id, start)).toBe(1);
    expect(await next(id, { ...start, by: "fukuoka editor" })).toBe(1);
    expect(await next(id, { ...start, by: "council editor" })).toBe(1);
    expect(await next(id, { ...start, by: "nagasaki editor" })).toBe(forbidden);
    expect(await next(id, { ...start, by: "nagasaki editor", in: "saga" })).toBe(forbidden);
    expect(await next(id, { ...start, by: "saga viewer" })).toBe(forbidden);
    expect(await next(id, { ...start, name: "別の名称" })).toBe(violated);
    expect(await next(id, { ...start, by: "nagasaki editor", slug: "nagasaki" })).toBe(violated);
    const rename = { step: "save", state: "planned", name: "別の名称" };
    expect(await next(id, rename)).toBe(forbidden);
    expect(await next(id, { ...rename, by: "fukuoka editor" })).toBe(1);
    expect(await next(id, { ...rename, by: "fukuoka editor", slug: "kyudoyu" })).toBe(forbidden);
    expect(await next(id, { ...rename, by: "fukuoka editor", state: "started" })).toBe(violated);
  });

  const ways: Record<string, string[]> = {
    planned: [],
    started: ["start"],
    reached: ["reach"],
    late: ["delay"],
    cancelled: ["cancel"],
  };
  it.each(milestoneStates)("the same steps from %s as the rule", async (state) => {
    const id = await add();
    let version = 1;
    for (const step of ways[state] ?? []) {
      const fields = { step, reason: "x", reachedOn: "2026-11-20" };
      await advance("saga editor", id, form(version, fields));
      version += 1;
    }
    for (const step of milestoneSteps)
      for (const to of milestoneStates) {
        const allowed = nextMilestoneState(state, step) === to;
        expect(await next(id, { step, state: to }), `${step} to ${to}`).toBe(
          allowed ? 1 : violated,
        );
      }
  });
});
