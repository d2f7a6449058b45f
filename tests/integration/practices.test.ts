import { randomUUID } from "node:crypto";
import type { Sql, TransactionSql } from "postgres";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { noPracticeFilter, type PracticeFilter } from "#app/domain/practice/filter.ts";
import {
  nextPracticeState,
  type PracticeState,
  practiceStates,
  practiceSteps,
} from "#app/domain/practice/states.ts";
import type { Actor } from "#app/policy/can.ts";
import { action as editorAction, loader as editorPage } from "#app/routes/practices/editor.tsx";
import { readReport } from "#app/services/observation/read.server.ts";
import { listPractices } from "#app/services/practice/list.server.ts";
import { readPractice, readPracticeForm } from "#app/services/practice/read.server.ts";
import { savePractice } from "#app/services/practice/save.server.ts";
import { sharePractice } from "#app/services/practice/share.server.ts";
import { withdrawPractice } from "#app/services/practice/withdraw.server.ts";
import { readRollout } from "#app/services/rollout/read.server.ts";
import { saveRollout } from "#app/services/rollout/save.server.ts";
import { searchPortal } from "#app/services/search/find.server.ts";
import type { OrganisationSlug } from "#seeds/organisations.ts";
import { pdf } from "#tests/factories/files.ts";
import { createPerson, createStaff, type Post } from "#tests/factories/people.ts";
import { connect, openPortal, type Portal } from "#tests/factories/portal.ts";
import { forbidden, rowsOrState, takenBack, violated } from "#tests/factories/raw-sql.ts";
import { auditOf } from "#tests/factories/readings.ts";
import { countedDatabase } from "#tests/factories/statements.ts";
import { actingAs, type Fields, form, outcomeOf, refusalOf } from "#tests/factories/steps.ts";
import { beWebProcess, routeArgs } from "#tests/factories/web.ts";

let portal: Portal;
let app: Sql;
let endWeb: () => Promise<void>;
let person: (post: Post) => Actor;
let stranger: Actor;

const kpi = "CKR-8-2-a";
const now = new Date("2026-11-20T12:00:00+09:00");

beforeAll(async () => {
  portal = await openPortal();
  app = connect(portal.urls.appUrl);
  endWeb = beWebProcess(portal);
  const staff = await createStaff(portal.owner);
  const others = new Map<Post, Actor>();
  for (const post of ["saga viewer", "council viewer", "council editor"] as const)
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
  await portal.owner`truncate practice_rollouts, practice_versions, practices, audit_events cascade`;
  await portal.owner`delete from search_entries where kind in ('practice', 'attachment')`;
});

const context = (post: Post | null) => actingAs(portal, post && person(post));
const said: Fields = {
  title: "出張スマホ相談会",
  problem: "教室に来ない人がいる。",
  done: "商業施設に窓口を置いた。",
  cost: "年180万円",
  effect: "540人が相談した。",
  contact: "デジタル推進担当課",
  "theme.digital": "on",
  "node.CKR-8-2": "on",
  [`indicator.${kpi}`]: "on",
};
const gaps: Fields = { title: "出張スマホ相談会" };

type Write = typeof savePractice;
const write = (verb: Write, post: Post, fields: Fields, practice: string | null = null) => {
  const organisation = post.split(" ")[0] ?? "";
  return verb(context(post), { plan: "jewels", practice, organisation }, fields);
};
const save = (post: Post, fields: Fields = form(0, gaps), practice: string | null = null) =>
  write(savePractice, post, fields, practice);
const share = (
  post: Post = "saga editor",
  fields = form(0, said),
  practice: string | null = null,
) => write(sharePractice, post, fields, practice);
const withdraw = (post: Post, practice: string, fields: Fields) =>
  withdrawPractice(context(post), { plan: "jewels", practice }, fields);
const read = (post: Post | null, practice: string) =>
  readPractice(context(post), { plan: "jewels", practice });
const list = (post: Post | null, filter: Partial<PracticeFilter> = {}) =>
  listPractices(context(post), "jewels", { ...noPracticeFilter, ...filter });
const done2024: Fields = { state: "done", startedFy: "2024", effect: "410人", note: "" };
const rollOut = (post: Post, practice: string, fields = form(0, done2024), of?: string) =>
  saveRollout(
    context(post),
    { plan: "jewels", practice, organisation: of ?? post.split(" ")[0] ?? "" },
    fields,
    now,
  );
/** As if it had been shared then. */
const sharedOn = (practice: string, moment: string) =>
  portal.owner`update practice_versions set created_at = ${moment} where practice_id = ${practice}`;

describe("a file of a case", () => {
  it("is found under the name that the case has now, never under that of a draft", async () => {
    const file = { name: "相談件数.pdf", bytes: pdf() };
    const draft = { plan: "jewels", practice: null, organisation: "saga" };
    const title = "仮題：非公開の案";
    const practice = await savePractice(context("saga editor"), draft, form(0, { title }), [file]);
    await share("saga editor", form(1, said), practice);
    const found = await searchPortal(context("nagasaki editor"), "相談件数");
    expect(found.results.map(({ place }) => place)).toEqual([said.title]);
  });
});

describe("who writes", () => {
  it.each([
    ["saga editor", "done"],
    ["saga approver", "done"],
    ["kyukeiren editor", "done"],
    ["saga viewer", "forbidden"],
    ["council editor", "forbidden"],
    ["kurume editor", "forbidden"],
  ] as const)("%s begins a case of the own organisation: %s", async (post, expected) => {
    expect(await outcomeOf(save(post))).toBe(expected);
    expect(await outcomeOf(share(post))).toBe(expected);
    expect(await auditOf(portal.owner)).toHaveLength(expected === "done" ? 2 : 0);
  });

  it("nobody for another organisation, not even after it was shared", async () => {
    const codes = { plan: "jewels", practice: null, organisation: "nagasaki" };
    expect(await outcomeOf(savePractice(context("saga editor"), codes, form(0, gaps)))).toBe(
      "forbidden",
    );
    const id = await share();
    for (const post of ["nagasaki editor", "saga viewer", "council editor"] as const) {
      expect(await outcomeOf(save(post, form(1, said), id))).toBe("forbidden");
      expect(await outcomeOf(withdraw(post, id, form(1, { reason: "誤り" })))).toBe("forbidden");
      const edit = { plan: "jewels", practice: id, organisation: null };
      expect(await outcomeOf(readPracticeForm(context(post), edit))).toBe("forbidden");
    }
  });

  it("a city in its own plan", async () => {
    const codes = { plan: "kurume", practice: null, organisation: "kurume" };
    expect(await outcomeOf(savePractice(context("kurume editor"), codes, form(0, gaps)))).toBe(
      "done",
    );
    expect(await outcomeOf(savePractice(context("saga editor"), codes, form(0, gaps)))).toBe(
      "forbidden",
    );
  });
});

describe("a case", () => {
  it("is a draft of its organisation, with gaps, until it is shared whole", async () => {
    const id = await save("saga editor");
    expect(await outcomeOf(read("saga viewer", id))).toBe("done");
    for (const post of ["nagasaki editor", "council editor", "kurume editor"] as const)
      expect(await outcomeOf(read(post, id))).toBe("not_found");
    expect((await list("nagasaki editor")).own).toEqual([]);
    expect((await list("saga viewer")).own).toMatchObject([{ practiceId: id, state: "draft" }]);
    const { fieldErrors } = await refusalOf(share("saga editor", form(1, gaps), id));
    expect(fieldErrors).toEqual({
      problem: "practice.problem",
      done: "practice.done",
      effect: "practice.effect",
      contact: "practice.contact",
      nodes: "practice.nodes",
    });
    await share("saga editor", form(1, said), id);
    const { practice, versions } = await read("nagasaki editor", id);
    expect(practice).toMatchObject({ state: "shared", version: 2, themes: ["digital"] });
    expect(practice.goals).toEqual([{ code: "CKR", name: "地域活力づくりPT" }]);
    expect(practice.indicators.map(({ code }) => code)).toEqual([kpi]);
    // What it said before it was shared stays its organisation's.
    expect(versions.map(({ version }) => version)).toEqual([2]);
    expect((await read("saga viewer", id)).versions).toHaveLength(2);
  });

  it("is corrected in the open, whole, and keeps what it said", async () => {
    const id = await share();
    expect((await refusalOf(save("saga editor", form(1, gaps), id))).code).toBe("invalid");
    await save("saga approver", form(1, { ...said, effect: "600人が相談した。" }), id);
    const { practice, versions } = await read("nagasaki editor", id);
    expect(practice).toMatchObject({ state: "shared", effect: "600人が相談した。" });
    expect(versions.map(({ effect }) => effect)).toEqual([
      "600人が相談した。",
      "540人が相談した。",
    ]);
    expect(await outcomeOf(share("saga editor", form(2, said), id))).toBe("locked");
  });

  it("is taken back with a reason, and comes back only to be shared", async () => {
    const id = await share();
    await rollOut("nagasaki editor", id);
    expect((await refusalOf(withdraw("saga editor", id, form(1)))).fieldErrors).toEqual({
      reason: "practice.reason",
    });
    await withdraw("saga editor", id, form(1, { reason: "数値に誤りがあった。" }));
    expect(await outcomeOf(read("nagasaki editor", id))).toBe("not_found");
    const own = await read("saga viewer", id);
    expect(own.practice).toMatchObject({ state: "withdrawn", reason: "数値に誤りがあった。" });
    expect(own.rollouts).toHaveLength(1);
    expect((await list("nagasaki editor")).shown).toEqual([]);
    expect(await outcomeOf(rollOut("nagasaki editor", id, form(1, done2024)))).toBe("not_found");
    expect(await outcomeOf(save("saga editor", form(2, said), id))).toBe("locked");
    await share("saga editor", form(2, said), id);
    const again = await read("nagasaki editor", id);
    expect(again.practice).toMatchObject({ state: "shared", reason: "" });
    expect(again.rollouts).toHaveLength(1);
  });

  it("belongs only to parts of its own plan, and takes nothing for granted", async () => {
    for (const foreign of ["node.M003", "node.nowhere", "indicator.T2"]) {
      const refusal = await refusalOf(save("saga editor", form(0, { ...gaps, [foreign]: "on" })));
      expect(Object.values(refusal.fieldErrors)).toEqual(["practice.unknown_place"]);
    }
    const long = await refusalOf(save("saga editor", form(0, { title: "あ".repeat(81) })));
    expect(long.fieldErrors).toEqual({ title: "practice.title" });
    const tooLong = form(0, { ...gaps, done: "あ".repeat(2001) });
    expect((await refusalOf(save("saga editor", tooLong))).fieldErrors).toEqual({
      done: "practice.too_long",
    });
    for (const practice of [randomUUID(), "x'; --", "\0"])
      expect(await outcomeOf(read("saga editor", practice))).toBe("not_found");
    const id = await share();
    const elsewhere = readPractice(context("saga editor"), { plan: "kurume", practice: id });
    expect(await outcomeOf(elsewhere)).toBe("not_found");
  });

  it("refuses who is late, and is one when two send at the same moment", async () => {
    const id = await share();
    const outcomes = await Promise.all(
      (["saga editor", "saga approver"] as const).map((post) =>
        outcomeOf(save(post, form(1, said), id)),
      ),
    );
    expect(outcomes.sort()).toEqual(["conflict", "done"]);
    expect(await outcomeOf(withdraw("saga editor", id, form(1, { reason: "誤り" })))).toBe(
      "conflict",
    );
  });

  it("is one when a form is sent twice, and a conflict when other words come under its key", async () => {
    const sent = form(0, said);
    const id = await share("saga editor", sent);
    expect(await share("saga editor", sent)).toBe(id);
    expect((await list("saga viewer")).shown).toHaveLength(1);
    expect(await auditOf(portal.owner)).toHaveLength(1);
    expect(await outcomeOf(share("saga editor", { ...sent, title: "別の事例" }))).toBe("conflict");
    expect(await outcomeOf(share("nagasaki editor", sent))).toBe("conflict");
    const back = form(1, { reason: "誤り" });
    await withdraw("saga editor", id, back);
    await withdraw("saga editor", id, back);
    expect((await auditOf(portal.owner)).map(({ action }) => action)).toEqual([
      "practice.share",
      "practice.withdraw",
    ]);
  });

  it("loses nothing that was typed when the session ends meanwhile", async () => {
    const typed = { intent: "share", ...form(0, said) };
    const params = { plan: "jewels" };
    const init = { method: "POST", body: new URLSearchParams(typed) };
    expect(await editorAction(routeArgs("/?by=saga", { params, init }))).toMatchObject({
      data: { said: "signed_out", values: typed },
      init: { status: 401 },
    });
    const headers = { "content-type": "application/x-www-form-urlencoded" };
    const page = await editorPage(routeArgs("/?by=saga", { params, init: { headers } }));
    expect(page).toEqual({ signedOut: true });
  });
});

describe("a roll-out", () => {
  it.each([
    ["nagasaki editor", undefined, "done"],
    ["kyukeiren editor", undefined, "done"],
    ["kurume editor", undefined, "done"],
    ["saga editor", undefined, "forbidden"],
    ["council editor", undefined, "forbidden"],
    ["nagasaki editor", "oita", "forbidden"],
    ["nagasaki editor", "nowhere", "not_found"],
  ] as const)("of 佐賀県's case by %s for %s: %s", async (post, of, expected) => {
    const id = await share();
    expect(await outcomeOf(rollOut(post, id, form(0, done2024), of))).toBe(expected);
    expect((await read("saga viewer", id)).rollouts).toHaveLength(expected === "done" ? 1 : 0);
  });

  it("is not of a draft, also not of one's own", async () => {
    const id = await save("saga editor");
    expect(await outcomeOf(rollOut("nagasaki editor", id))).toBe("not_found");
    expect(await outcomeOf(rollOut("saga editor", id))).toBe("forbidden");
  });

  it("says since which year it is done, not later than this one, and why it is not", async () => {
    const id = await share();
    const errors = async (fields: Fields) =>
      (await refusalOf(rollOut("nagasaki editor", id, form(0, fields)))).fieldErrors;
    expect(await errors({})).toMatchObject({ state: "rollout.state" });
    for (const startedFy of ["", "2019", "2027", "昨年"])
      expect(await errors({ state: "doing", startedFy })).toEqual({
        startedFy: "rollout.started_fy",
      });
    expect(await errors({ state: "dropped", note: " " })).toEqual({ note: "rollout.note" });
    await rollOut("nagasaki editor", id, form(0, { state: "planned", startedFy: "2030" }));
    const { taken } = await read("saga viewer", id);
    const nagasaki = taken.find(({ organisation }) => organisation.slug === "nagasaki");
    expect(nagasaki?.rollout).toMatchObject({ state: "planned", startedFy: null });
    // Every prefecture but its own, whether it has said anything or not.
    expect(taken.map(({ organisation }) => organisation.slug)).toEqual([
      ..."fukuoka nagasaki kumamoto oita miyazaki kagoshima okinawa yamaguchi".split(" "),
    ]);
  });

  it("keeps what it said, refuses who is late and is one when it is sent twice", async () => {
    const id = await share();
    const sent = form(0, { state: "planned" });
    await rollOut("nagasaki editor", id, sent);
    await rollOut("nagasaki editor", id, sent);
    expect(await outcomeOf(rollOut("nagasaki approver", id))).toBe("conflict");
    expect(
      await outcomeOf(
        rollOut("nagasaki editor", id, { ...sent, state: "done", startedFy: "2024" }),
      ),
    ).toBe("conflict");
    await rollOut("nagasaki approver", id, form(1, done2024));
    const { rollouts } = await read("oita editor", id);
    expect(rollouts.map(({ version, state }) => `${version} ${state}`)).toEqual([
      "2 done",
      "1 planned",
    ]);
    const subject = `jewels/${id}/nagasaki`;
    expect(await auditOf(portal.owner, subject)).toMatchObject([
      { action: "rollout.save", detail: { before: null, after: "planned" } },
      { detail: { version: 2, before: "planned", after: "done" } },
    ]);
    const form2 = { plan: "jewels", practice: id, organisation: "nagasaki" };
    expect((await readRollout(context("nagasaki editor"), form2)).rollout?.version).toBe(2);
    expect(await outcomeOf(readRollout(context("oita editor"), form2))).toBe("forbidden");
  });

  it("is told to those who write for the case's organisation", async () => {
    const id = await share();
    await rollOut("nagasaki editor", id);
    const told = await portal.owner`
      select u.name, n.path from notifications n join users u on u.id = n.user_id
      where n.kind = 'practice' and n.path = ${`/plans/jewels/practices/${id}`} order by u.name`;
    expect(told.map(({ name }) => name)).toEqual(["saga approver", "saga editor"]);
  });
});

describe("the library", () => {
  it("is filtered by theme, PT, organisation, KPI and the state of roll-outs", async () => {
    const first = await share();
    const women: Fields = { ...said, title: "別の事例", "theme.women": "on", "node.SHG-4-1": "on" };
    const { [`indicator.${kpi}`]: _, "node.CKR-8-2": __, ...elsewhere } = women;
    const second = await share("oita editor", form(0, elsewhere));
    await save("oita editor");
    await rollOut("nagasaki editor", first);
    const ids = async (filter: Partial<PracticeFilter>) =>
      (await list("kyukeikyo editor", filter)).shown.map(({ practiceId }) => practiceId).sort();
    const both = [first, second].sort();
    expect(await ids({})).toEqual(both);
    expect(await ids({ theme: "women" })).toEqual([second]);
    expect(await ids({ theme: "digital" })).toEqual(both);
    expect(await ids({ pt: "SHG" })).toEqual([second]);
    expect(await ids({ by: "saga" })).toEqual([first]);
    expect(await ids({ kpi })).toEqual([first]);
    expect(await ids({ rollout: "done" })).toEqual([first]);
    expect(await ids({ rollout: "none" })).toEqual([second]);
    expect(await ids({ kpi: "x' or 1=1" })).toEqual([]);
    const { total, choices } = await list("kyukeikyo editor", { by: "saga" });
    expect(total).toBe(2);
    expect(choices.organisations.map(({ slug }) => slug)).toEqual(["saga", "oita"]);
    expect(choices.indicators.map(({ code }) => code)).toEqual([kpi]);
  });

  it("is for members", async () => {
    const id = await share();
    for (const actor of [null, stranger]) {
      const as = actingAs(portal, actor);
      expect(await outcomeOf(listPractices(as, "jewels", noPracticeFilter))).toBe("forbidden");
      expect(await outcomeOf(readPractice(as, { plan: "jewels", practice: id }))).toBe("forbidden");
    }
    expect(await outcomeOf(list("council viewer"))).toBe("done");
  });

  it("asks the same few questions however much is in it", async () => {
    const counted = countedDatabase(portal.urls.appUrl);
    const statements = async () =>
      (
        await counted.statementsOf(() =>
          listPractices(
            { ...context("nagasaki editor"), database: counted.database },
            "jewels",
            noPracticeFilter,
          ),
        )
      ).length;
    await share();
    const few = await statements();
    for (const post of ["oita editor", "kumamoto editor", "fukuoka editor"] as const)
      await rollOut("nagasaki editor", await share(post));
    expect(await statements()).toBe(few);
    expect(few).toBeLessThanOrEqual(7);
    await counted.close();
  });
});

describe("the figure that the library proposes", () => {
  const proposal = async (organisation: OrganisationSlug, fy: number, indicator = kpi) => {
    const codes = { plan: "jewels", indicator, organisation, fy };
    const report = await readReport(context(`${organisation} editor`), codes);
    return report.proposal;
  };

  it("counts what was shared and rolled out by the year's end, and says which", async () => {
    const sagas = await share();
    await sharedOn(sagas, "2024-03-31T23:59:59+09:00");
    const oitas = await share("oita editor");
    await sharedOn(oitas, "2024-04-01T00:00:00+09:00");
    await rollOut("nagasaki editor", sagas);
    await rollOut("saga editor", oitas, form(0, { state: "planned" }));
    expect((await proposal("saga", 2023))?.value).toBe(1);
    expect((await proposal("oita", 2023))?.value).toBe(0);
    expect((await proposal("oita", 2024))?.value).toBe(1);
    expect((await proposal("nagasaki", 2023))?.value).toBe(0);
    expect(await proposal("nagasaki", 2024)).toMatchObject({
      value: 1,
      shared: [],
      rolledOut: [{ id: sagas, organisation: "佐賀県", state: "done", startedFy: 2024 }],
    });
    await withdraw("saga editor", sagas, form(1, { reason: "誤り" }));
    expect((await proposal("saga", 2023))?.value).toBe(0);
    expect((await proposal("nagasaki", 2024))?.value).toBe(0);
  });

  it("leaves drafts and what moved other KPIs out, and is not made for other indicators", async () => {
    await save("saga editor", form(0, said));
    const { [`indicator.${kpi}`]: _, ...others } = said;
    await share("saga editor", form(0, others));
    expect((await proposal("saga", 2026))?.value).toBe(0);
    expect(await proposal("saga", 2023, "SHG-4-1-a")).toBeNull();
  });
});

describe("what the database itself allows", () => {
  const as = <Result>(actor: Actor | null, work: (sql: TransactionSql) => Promise<Result>) =>
    takenBack(app, actor, work);
  const count = (post: Post | null, table: string) =>
    as(post && person(post), (sql) => rowsOrState(sql.unsafe(`select 1 from ${table}`)));

  /** The next version of a case as SQL; everything not said is as 佐賀県's editor would write it. */
  const next = (
    practice: string,
    state: PracticeState,
    more: { title?: string; version?: number; by?: Post; days?: number; node?: string } = {},
  ) =>
    as(person(more.by ?? "saga editor"), (sql) =>
      rowsOrState(sql`
        insert into practice_versions (practice_id, organisation_id, version, state, title, reason,
          node_ids, author_id, created_at)
        select p.id, p.organisation_id, ${more.version ?? 2}, ${state}, ${more.title ?? said.title ?? ""},
          ${state === "withdrawn" ? "x" : ""},
          (select coalesce(array_agg(id), '{}') from plan_nodes where code = ${more.node ?? null}),
          ${person(more.by ?? "saga editor").id}, now() - ${more.days ?? 0} * interval '1 day'
        from practices p where p.id = ${practice}`),
    );

  it("the same steps as the rule", async () => {
    const bare: Fields = { title: said.title ?? "" };
    /** Leaves of a case what a row of `next` says, so that taking it back leaves its words alone. */
    const strip = (id: string) => portal.owner`
      update practice_versions set problem = '', done = '', cost = '', effect = '', contact = '',
        themes = '{}', node_ids = '{}', indicator_ids = '{}' where practice_id = ${id}`;
    const ways: Record<PracticeState, () => Promise<[string, number]>> = {
      draft: async () => [await save("saga editor", form(0, bare)), 1],
      shared: async () => [await share(), 1],
      withdrawn: async () => {
        const id = await share();
        await withdraw("saga editor", id, form(1, { reason: "誤り" }));
        return [id, 2];
      },
    };
    for (const from of practiceStates) {
      const [id, version] = await ways[from]();
      await strip(id);
      // Whoever takes a case back leaves its words alone.
      const other = { version: version + 1, title: "別の名称" };
      expect(await next(id, "withdrawn", other), from).toBe(violated);
      for (const to of practiceStates) {
        const allowed = practiceSteps.some((step) => nextPracticeState(from, step) === to);
        const answer = await next(id, to, { version: version + 1 });
        expect(answer, `${from} to ${to}`).toBe(allowed ? 1 : violated);
      }
    }
  });

  it("a version only by its organisation's writers, in its turn, now, of parts of the plan", async () => {
    const id = await share();
    expect(await next(id, "shared")).toBe(1);
    expect(await next(id, "shared", { node: "CKR-8-2" })).toBe(1);
    expect(await next(id, "shared", { by: "saga viewer" })).toBe(forbidden);
    expect(await next(id, "shared", { by: "nagasaki editor" })).toBe(forbidden);
    expect(await next(id, "shared", { days: 1 })).toBe(forbidden);
    expect(await next(id, "shared", { version: 4 })).toBe(violated);
    expect(await next(id, "shared", { node: "M003" })).toBe(violated);
    const draft = await save("saga editor");
    expect(await next(draft, "shared", { by: "nagasaki editor" })).toBe(0);
  });

  const begin = (post: Post, of: string, more: { plan?: string; demo?: boolean } = {}) =>
    as(person(post), (sql) =>
      rowsOrState(sql`
        insert into practices (plan_id, organisation_id, is_demo)
        select p.id, o.id, ${more.demo ?? false} from plans p, organisations o
        where p.code = ${more.plan ?? "jewels"} and o.slug = ${of}`),
    );
  it("a case only for the own organisation, in a plan that it takes part in", async () => {
    expect(await begin("saga editor", "saga")).toBe(1);
    expect(await begin("saga editor", "nagasaki")).toBe(forbidden);
    expect(await begin("saga viewer", "saga")).toBe(forbidden);
    expect(await begin("saga editor", "saga", { plan: "kurume" })).toBe(forbidden);
    expect(await begin("saga editor", "saga", { demo: true })).toBe(forbidden);
    expect(await begin("council editor", "council")).toBe(forbidden);
  });

  const taken = (post: Post, practice: string, more: { of?: string; version?: number } = {}) =>
    as(person(post), (sql) =>
      rowsOrState(sql`
        insert into practice_rollouts (practice_id, organisation_id, version, state, author_id)
        select ${practice}, o.id, ${more.version ?? 1}, 'planned', ${person(post).id}
        from organisations o where o.slug = ${more.of ?? post.split(" ")[0] ?? ""}`),
    );
  it("a roll-out only of what others share, by the own organisation's writers", async () => {
    const id = await share();
    expect(await taken("nagasaki editor", id)).toBe(1);
    expect(await taken("nagasaki editor", id, { of: "oita" })).toBe(forbidden);
    expect(await taken("nagasaki editor", id, { version: 2 })).toBe(violated);
    expect(await taken("saga editor", id)).toBe(forbidden);
    expect(await taken("council editor", id)).toBe(forbidden);
    const draft = await save("saga editor");
    expect(await taken("nagasaki editor", draft)).toBe(forbidden);
    await withdraw("saga editor", id, form(1, { reason: "誤り" }));
    expect(await taken("nagasaki editor", id)).toBe(forbidden);
  });

  it("drafts, what was before sharing and what was taken back to nobody else", async () => {
    const id = await save("saga editor");
    for (const table of ["practices", "practice_versions"]) {
      expect(await count("saga viewer", table)).toBe(1);
      expect(await count("nagasaki editor", table)).toBe(0);
      expect(await count("council editor", table)).toBe(0);
    }
    await share("saga editor", form(1, said), id);
    expect(await count("nagasaki editor", "practice_versions")).toBe(1);
    expect(await count("saga viewer", "practice_versions")).toBe(2);
    await rollOut("nagasaki editor", id);
    expect(await count("oita editor", "practice_rollouts")).toBe(1);
    await withdraw("saga editor", id, form(2, { reason: "誤り" }));
    expect(await count("nagasaki editor", "practice_versions")).toBe(0);
    // Who wrote it keeps it; the case's own organisation too.
    expect(await count("nagasaki editor", "practice_rollouts")).toBe(1);
    expect(await count("saga viewer", "practice_rollouts")).toBe(1);
    expect(await count("oita editor", "practice_rollouts")).toBe(0);
  });

  it("nothing to strangers and nobody; nothing changed or taken away by anybody", async () => {
    const id = await share();
    await rollOut("nagasaki editor", id);
    for (const table of ["practices", "practice_versions", "practice_rollouts"]) {
      for (const actor of [null, stranger])
        expect(await as(actor, (sql) => rowsOrState(sql.unsafe(`select 1 from ${table}`)))).toBe(0);
      for (const statement of [`update ${table} set id = id`, `delete from ${table}`])
        expect(await as(person("saga approver"), (sql) => rowsOrState(sql.unsafe(statement)))).toBe(
          forbidden,
        );
    }
  });
});
