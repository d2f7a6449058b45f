import { randomUUID } from "node:crypto";
import type { Sql } from "postgres";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { entryField, postedRows, rowKey } from "#app/domain/entry/rows.ts";
import { notificationText } from "#app/i18n/notification.ts";
import type { Actor } from "#app/policy/can.ts";
import { chooseApproval } from "#app/services/approval/choose.server.ts";
import { deputise } from "#app/services/approval/deputise.server.ts";
import { endDeputy } from "#app/services/approval/end-deputy.server.ts";
import { listProposed } from "#app/services/approval/list-proposed.server.ts";
import { readApprovalSettings } from "#app/services/approval/read-settings.server.ts";
import { readEntry } from "#app/services/entry/read.server.ts";
import { writeEntry } from "#app/services/entry/write.server.ts";
import { acceptObservation } from "#app/services/observation/accept.server.ts";
import { approveObservation } from "#app/services/observation/approve.server.ts";
import { readObservation, readReport } from "#app/services/observation/read.server.ts";
import { sendBackObservation } from "#app/services/observation/send-back.server.ts";
import { submitObservation } from "#app/services/observation/submit.server.ts";
import { findSession } from "#app/services/session/find.server.ts";
import { listReviews } from "#app/services/workspace/list-reviews.server.ts";
import { readWorkspaceHome } from "#app/services/workspace/read-home.server.ts";
import { type Database, openDatabase } from "#db/client.server.ts";
import { createPerson, createStaff, type Post } from "#tests/factories/people.ts";
import { connect, openPortal, type Portal } from "#tests/factories/portal.ts";
import { forbidden, rowsOrState, takenBack, violated } from "#tests/factories/raw-sql.ts";
import { auditOf, headOf, historyOf, versionsOf } from "#tests/factories/readings.ts";
import { openRound } from "#tests/factories/rounds.ts";
import { countedDatabase } from "#tests/factories/statements.ts";
import {
  actingAs,
  approveOne,
  type Desk,
  deskOf,
  figure,
  form,
  leadOf,
  outcomeOf,
  question,
  refusalOf,
  tickedRow,
} from "#tests/factories/steps.ts";

let portal: Portal;
let app: Sql;
let identity: { database: Database; close: () => Promise<void> };
let people: Partial<Record<Post | "second approver" | "second editor", Actor>>;
let staff: (post: Post) => Actor;
let desk: Desk;

/** KPIs that 佐賀県 reports; 福岡県 leads the first two, another prefecture the third. */
const codes = question("SHG-4-1-a", "saga");
const second = question("SHG-2-3-a", "saga");
const others = question("JNZ-6-2-a", "saga");
const today = "2026-11-20";
const now = new Date(`${today}T09:00:00+09:00`);

beforeAll(async () => {
  portal = await openPortal();
  app = connect(portal.urls.appUrl);
  const opened = openDatabase(portal.urls.authUrl, { max: 1, name: "test identity" });
  identity = opened;
  staff = await createStaff(portal.owner);
  desk = deskOf(portal, staff);
  people = {
    "second approver": await createPerson(portal.owner, "saga approver"),
    "second editor": await createPerson(portal.owner, "saga editor"),
    "saga admin": await createPerson(portal.owner, "saga admin"),
    "saga viewer": await createPerson(portal.owner, "saga viewer"),
    "council editor": await createPerson(portal.owner, "council editor"),
  };
  await openRound(portal.owner, { fy: 2023, dueOn: "2026-11-30" });
});
afterAll(async () => {
  await Promise.all([app.end(), identity.close()]);
  await portal.close();
});
beforeEach(async () => {
  await portal.owner`truncate notifications, audit_events, observations, observation_versions,
    evaluations, approval_deputies cascade`;
  await portal.owner`update organisations set requires_approval = slug = 'saga'`;
});

function person(post: keyof typeof people): Actor {
  return people[post] ?? staff(post as Post);
}
const as = (post: keyof typeof people) => actingAs(portal, person(post));

/** Somebody as they come in with a session, which says in whose place they stand today. */
async function signedIn(post: keyof typeof people) {
  const token = randomUUID();
  await portal.owner`insert into sessions (token, user_id, expires_at)
    values (${token}, ${person(post).id}, now() + interval '1 hour')`;
  const session = await findSession(identity.database, token);
  if (!session) throw new Error(`No session of ${post}`);
  return actingAs(portal, session.actor);
}

/** Names the second editor for days around today, as the database counts them in Japan. */
async function nameDeputy(
  from: number,
  until: number,
  post: keyof typeof people = "second editor",
) {
  const [row] = await portal.owner<{ id: string }[]>`
    insert into approval_deputies (organisation_id, user_id, from_on, until_on, reason, author_id)
    select id, ${person(post).id}, (now() at time zone 'Asia/Tokyo')::date + ${from}::int,
      (now() at time zone 'Asia/Tokyo')::date + ${until}::int, '部長の出張',
      ${person("saga approver").id}
    from organisations where slug = 'saga' returning id`;
  return row?.id ?? "";
}

const noticesOf = async (post: keyof typeof people) =>
  (
    await portal.owner<{ kind: "approval"; path: string; detail: Record<string, string> }[]>`
      select kind, path, detail from notifications where user_id = ${person(post).id}
      order by created_at`
  ).map(({ kind, path, detail }) => [notificationText(kind, detail), path]);

describe("a figure of an organisation that decides first", () => {
  it("is proposed when it is submitted, approved as it stands, and then accepted", async () => {
    await desk.submit(codes, 0, figure("1,200", { note: "確定値" }));
    expect(await historyOf(portal.owner, codes)).toBe("1 proposed");
    await desk.approve(codes, 1);
    await desk.accept(codes, 2);
    const versions = await versionsOf(portal.owner, codes);
    expect(versions.map((v) => [v.state, v.value, v.note, v.author])).toEqual([
      ["proposed", "1200", "確定値", "saga editor"],
      ["submitted", "1200", "確定値", "saga approver"],
      ["accepted", "1200", "確定値", "fukuoka approver"],
    ]);
    const events = await auditOf(portal.owner, "jewels/SHG-4-1-a/2023/saga");
    expect(events.map(({ action, organisation }) => [action, organisation])).toEqual([
      ["observation.propose", "saga"],
      ["observation.approve", "saga"],
      ["observation.accept", "fukuoka"],
    ]);
  });

  it("goes to the lead at once elsewhere, and an explicit proposal waits also there", async () => {
    const oita = question("SHG-4-1-a", "oita");
    await desk.submit(oita, 0, figure("5"));
    expect(await headOf(portal.owner, oita)).toBe("1 submitted");
    const nagasaki = question("SHG-4-1-a", "nagasaki");
    await desk.propose(nagasaki, 0, figure("5"));
    expect(await headOf(portal.owner, nagasaki)).toBe("1 proposed");
    await desk.approve(nagasaki, 1);
    expect(await headOf(portal.owner, nagasaki)).toBe("2 submitted");
  });

  it("comes back to its writer with the reason, and goes the way again", async () => {
    await desk.submit(codes, 0, figure("12"));
    await desk.sendBack(codes, 1, "出典を備考に書いてください。");
    const { newest } = await readReport(as("saga editor"), codes);
    expect(newest).toMatchObject({
      state: "draft",
      value: "12",
      reason: "出典を備考に書いてください。",
    });
    const home = await readWorkspaceHome(as("saga editor"), "saga");
    expect(home.owed.find(({ code }) => code === codes.indicator)).toMatchObject({
      state: "draft",
      reason: "出典を備考に書いてください。",
      leadName: "福岡県",
    });
    expect(await noticesOf("saga editor")).toEqual([
      [
        expect.stringMatching(/の報告が、団体内の決裁で差し戻されました$/),
        "/workspaces/saga/plans/jewels/reports/SHG-4-1-a/2023",
      ],
    ]);
    await desk.submit(codes, 2, figure("12", { note: "県統計" }));
    await desk.approve(codes, 3);
    expect(await historyOf(portal.owner, codes)).toBe(
      "1 proposed, 2 draft, 3 proposed, 4 submitted",
    );
  });

  it("is taken back by its writers until it is decided, and from the lead until it is accepted", async () => {
    await desk.submit(codes, 0, figure("12"));
    await desk.withdraw(codes, 1);
    await desk.submit(codes, 2, figure("13"));
    await desk.approve(codes, 3);
    await desk.withdraw(codes, 4);
    expect(await historyOf(portal.owner, codes)).toBe(
      "1 proposed, 2 draft, 3 proposed, 4 submitted, 5 draft",
    );
  });

  it("is not sent back without a reason", async () => {
    await desk.submit(codes, 0, figure("12"));
    for (const reason of ["", " \u3000 ", "あ".repeat(2001)]) {
      const refusal = await refusalOf(
        sendBackObservation(as("saga approver"), codes, form(1, { reason })),
      );
      expect(Object.keys(refusal.fieldErrors)).toEqual(["reason"]);
    }
    expect(await headOf(portal.owner, codes)).toBe("1 proposed");
  });

  it("stays to be decided when no more decisions are wanted", async () => {
    await desk.submit(codes, 0, figure("12"));
    await chooseApproval(as("saga approver"), "saga", { requiresApproval: "no" });
    expect((await listProposed(as("saga approver"), "saga", now)).items).toHaveLength(1);
    await desk.approve(codes, 1);
    await desk.submit(second, 0, figure("3"));
    expect(await headOf(portal.owner, codes)).toBe("2 submitted");
    expect(await headOf(portal.owner, second)).toBe("1 submitted");
  });

  it("is nobody else's to see: not the lead's, not the secretariat's, not the other members'", async () => {
    await desk.submit(codes, 0, figure("12"));
    for (const post of ["fukuoka approver", "council editor", "oita editor"] as const) {
      expect(await outcomeOf(readObservation(as(post), codes)), post).toBe("not_found");
      const seen = await takenBack(app, person(post), async (sql) => [
        await rowsOrState(sql`select 1 from observations where state = 'proposed'`),
        await rowsOrState(sql`select 1 from observation_versions where state = 'proposed'`),
      ]);
      expect(seen, post).toEqual([0, 0]);
      expect(await outcomeOf(listProposed(as(post), "saga", now))).toBe("forbidden");
      expect(await outcomeOf(readApprovalSettings(as(post), "saga", now))).toBe("forbidden");
    }
    expect((await listReviews(as("fukuoka approver"), "fukuoka")).items).toEqual([]);
    expect((await listProposed(as("saga viewer"), "saga", now)).items).toHaveLength(1);
  });
});

describe("who decides", () => {
  type Case = [post: keyof typeof people, approves: string, sendsBack: string];
  const table: Case[] = [
    ["saga approver", "done", "done"],
    ["saga admin", "done", "done"],
    ["saga editor", "forbidden", "forbidden"],
    ["second editor", "forbidden", "forbidden"],
    ["saga viewer", "forbidden", "forbidden"],
    ["fukuoka approver", "forbidden", "forbidden"],
    ["council editor", "forbidden", "forbidden"],
    ["oita approver", "forbidden", "forbidden"],
  ];
  it.each(table)("%s: approves %s, sends back %s", async (post, approves, sendsBack) => {
    await desk.submit(codes, 0, figure("1"));
    await desk.submit(second, 0, figure("2"));
    const context = await signedIn(post);
    expect(await outcomeOf(approveOne(context, codes, 1, { behalf: "出張" }))).toBe(approves);
    const back = sendBackObservation(context, second, form(1, { reason: "再考" }));
    expect(await outcomeOf(back)).toBe(sendsBack);
    if (approves === "forbidden") expect(await historyOf(portal.owner, codes)).toBe("1 proposed");
  });

  it.each([
    ["before the first day", 1, 3, false, "forbidden"],
    ["on the first day", 0, 3, false, "done"],
    ["on the last day", -3, 0, false, "done"],
    ["after the last day", -3, -1, false, "forbidden"],
    ["when it was ended early", -1, 3, true, "forbidden"],
  ])("a deputy %s", async (_, from, until, ended, outcome) => {
    await desk.submit(codes, 0, figure("1"));
    const id = await nameDeputy(from, until);
    if (ended) await endDeputy(as("saga approver"), "saga", { deputy: id });
    const context = await signedIn("second editor");
    expect(context.actor?.memberships[0]?.deputises).toBe(outcome === "done");
    expect(await outcomeOf(approveOne(context, codes, 1, { behalf: "部長の出張" }))).toBe(outcome);
  });

  it("a deputy says why, which stands in the history with their name", async () => {
    await desk.submit(codes, 0, figure("1"));
    await nameDeputy(0, 0);
    const context = await signedIn("second editor");
    const { behalf } = await listProposed(context, "saga", new Date());
    expect(behalf).toEqual({ reason: "部長の出張" });
    const refusal = await refusalOf(approveOne(context, codes, 1, { behalf: "　" }));
    expect(refusal.fieldErrors).toEqual({ behalf: "approval.behalf" });
    await approveOne(context, codes, 1, { behalf: "部長の出張" });
    const { versions } = await readReport(as("saga editor"), codes);
    expect(versions[0]).toMatchObject({ state: "submitted", onBehalf: true, reason: "部長の出張" });
    expect(versions[1]).toMatchObject({ state: "proposed", onBehalf: false, reason: null });
    const [review] = (await listReviews(as("fukuoka approver"), "fukuoka")).items;
    expect(review).toMatchObject({ onBehalf: true });
    await desk.accept(codes, 2);
    const accepted = await readReport(as("saga editor"), codes);
    expect(accepted.newest).toMatchObject({ state: "accepted", onBehalf: false, reason: null });
  });

  it("a deputy who comes to be an editor no more is none", async () => {
    await desk.submit(codes, 0, figure("1"));
    const viewer = await createPerson(portal.owner, "saga viewer");
    people = { ...people, "kumamoto viewer": viewer };
    await nameDeputy(0, 0, "kumamoto viewer");
    const context = await signedIn("kumamoto viewer");
    expect(await outcomeOf(approveOne(context, codes, 1, { behalf: "出張" }))).toBe("forbidden");
  });

  it("nobody decides on their own proposal, the others do", async () => {
    await submitObservation(as("saga approver"), codes, form(0, figure("7")));
    expect(await headOf(portal.owner, codes)).toBe("1 proposed");
    const own = await refusalOf(approveOne(as("saga approver"), codes, 1));
    expect([own.code, own.concernsOwn]).toEqual(["forbidden", true]);
    const back = sendBackObservation(as("saga approver"), codes, form(1, { reason: "再考" }));
    expect((await refusalOf(back)).concernsOwn).toBe(true);
    await nameDeputy(0, 0);
    await submitObservation(as("second editor"), second, form(0, figure("8")));
    const deputy = await signedIn("second editor");
    expect((await refusalOf(approveOne(deputy, second, 1, { behalf: "出張" }))).concernsOwn).toBe(
      true,
    );
    await approveOne(as("second approver"), codes, 1);
    await approveOne(as("second approver"), second, 1);
    expect((await listProposed(as("saga approver"), "saga", now)).items).toEqual([]);
  });

  it("nobody judges as the lead what they proposed, though another one approved it", async () => {
    const own = question("SHG-4-1-a", "fukuoka");
    const colleague = actingAs(portal, await createPerson(portal.owner, "fukuoka approver"));
    const judge = actingAs(portal, await createPerson(portal.owner, "fukuoka admin"));
    await portal.owner`update organisations set requires_approval = true where slug = 'fukuoka'`;
    await submitObservation(as("fukuoka approver"), own, form(0, figure("7")));
    await approveOne(colleague, own, 1);
    const accept = (context: typeof judge) => acceptObservation(context, "fukuoka", own, form(2));
    for (const context of [as("fukuoka approver"), colleague])
      expect((await refusalOf(accept(context))).concernsOwn).toBe(true);
    const raw = await takenBack(app, person("fukuoka approver"), (sql) =>
      rowsOrState(sql`
        insert into observation_versions (observation_id, indicator_id, organisation_id, fy, version,
          state, quality, value, author_id, author_organisation_id)
        select observation_id, indicator_id, organisation_id, fy, 3, 'accepted', quality, value,
          ${person("fukuoka approver").id}, organisation_id
        from observation_versions where version = 2`),
    );
    expect(raw).toBe(violated);
    expect(await outcomeOf(accept(judge))).toBe("done");
  });

  it("one of two wins, and the other is told", async () => {
    for (let round = 0; round < 8; round++) {
      const at = question("SHG-4-1-a", "saga", 2021);
      await portal.owner`truncate observations, observation_versions cascade`;
      await desk.submit(at, 0, figure("1"));
      const results = await Promise.all([
        outcomeOf(approveOne(as("saga approver"), at, 1)),
        outcomeOf(approveOne(as("second approver"), at, 1)),
        outcomeOf(desk.withdraw(at, 1)),
        outcomeOf(sendBackObservation(as("saga admin"), at, form(1, { reason: "再考" }))),
      ]);
      expect(results.filter((result) => result === "done")).toHaveLength(1);
      expect(results.filter((result) => result === "conflict")).toHaveLength(3);
      expect(await versionsOf(portal.owner, at)).toHaveLength(2);
    }
  });
});

describe("many at once", () => {
  const grid = { organisation: "saga", plan: "jewels", round: 1 };
  async function submitGrid(...all: (typeof codes)[]) {
    const rows = all.flatMap(({ indicator }) => {
      const key = rowKey(indicator, 0);
      const fields = { ...figure("12"), baseVersion: "0", requestKey: randomUUID() };
      return Object.entries(fields).map(([name, value]) => [
        entryField(name as "value", key),
        value,
      ]);
    });
    return writeEntry(as("saga editor"), grid, postedRows(Object.fromEntries(rows)), {
      step: "submit",
      since: "2026-01-01T00:00:00.000Z",
    });
  }

  it("a grid is proposed, and those who decide are told once", async () => {
    await nameDeputy(0, 0);
    expect((await readEntry(await signedIn("saga editor"), grid)).handsIn).toBe("propose");
    const { results, states } = await submitGrid(codes, second, others);
    expect(results.map(({ outcome }) => outcome)).toEqual(["submitted", "submitted", "submitted"]);
    expect(states.map(({ state }) => state)).toEqual(["proposed", "proposed", "proposed"]);
    for (const post of ["saga approver", "saga admin", "second editor"] as const)
      expect(await noticesOf(post), post).toEqual([
        [
          expect.stringMatching(/^「.+」ほか2件のR5の報告の決裁が求められています$/),
          "/workspaces/saga/approval",
        ],
      ]);
    for (const post of ["saga viewer", "saga editor", "fukuoka approver"] as const)
      expect(await noticesOf(post), post).toEqual([]);
    const { waitingForApproval } = await readWorkspaceHome(as("saga approver"), "saga");
    expect(waitingForApproval).toBe(3);
    expect((await readWorkspaceHome(as("saga editor"), "saga")).waitingForApproval).toBe(0);
  });

  it("what is ticked is approved, each lead is told once, and what changed meanwhile is told", async () => {
    await submitGrid(codes, second, others);
    const rows = [tickedRow(codes, 1), tickedRow(second, 1), tickedRow(others, 1)];
    await desk.withdraw(second, 1);
    const approve = () => approveObservation(as("saga approver"), "saga", rows, {});
    const outcomes = async () =>
      Object.fromEntries((await approve()).map(({ key, outcome }) => [key.split("/")[1], outcome]));
    const once = { "SHG-4-1-a": "done", "SHG-2-3-a": "conflict", "JNZ-6-2-a": "done" };
    expect(await outcomes()).toEqual(once);
    expect(await outcomes()).toEqual(once);
    expect(await historyOf(portal.owner, codes)).toBe("1 proposed, 2 submitted");
    expect(await historyOf(portal.owner, second)).toBe("1 proposed, 2 draft");
    expect(await noticesOf("fukuoka approver")).toHaveLength(1);
    expect(await noticesOf(`${leadOf(others.indicator)} approver`)).toHaveLength(1);
  });

  it("is listed in as many statements with one figure as with all of them", async () => {
    const counted = countedDatabase(portal.urls.appUrl);
    const reading = { ...as("saga approver"), database: counted.database };
    await desk.submit(codes, 0, figure("900"));
    const read = () => listProposed(reading, "saga", now);
    const one = await counted.statementsOf(read);
    await desk.submit(second, 0, figure("12"));
    await desk.submit(others, 0, figure("12"));
    expect(await counted.statementsOf(read)).toHaveLength(one.length);
    await counted.close();
  });

  it("warns of what is ten times the figure before", async () => {
    const before = question("SHG-4-1-a", "saga", 2022);
    await desk.submit(before, 0, figure("90"));
    await desk.approve(before, 1);
    await desk.accept(before, 2);
    await desk.submit(codes, 0, figure("900", { note: "大型の催しがあったため。" }));
    const [item] = (await listProposed(as("saga approver"), "saga", now)).items;
    expect(item).toMatchObject({ doubts: ["ten_times"], before: { fy: 2022, value: "90" } });
  });
});

describe("the settings", () => {
  const days = { fromOn: today, untilOn: "2026-11-25", reason: "部長の出張" };
  const naming = (more: Record<string, unknown> = {}) => ({
    ...days,
    person: person("second editor").id,
    requestKey: randomUUID(),
    ...more,
  });

  it.each([
    ["saga approver", "done"],
    ["saga admin", "done"],
    ["saga editor", "forbidden"],
    ["saga viewer", "forbidden"],
    ["fukuoka approver", "forbidden"],
    ["council editor", "forbidden"],
  ] as const)("are for %s: %s", async (post, outcome) => {
    const id = await nameDeputy(0, 0);
    const context = as(post);
    expect(await outcomeOf(chooseApproval(context, "saga", { requiresApproval: "no" }))).toBe(
      outcome,
    );
    expect(await outcomeOf(deputise(context, "saga", naming(), now))).toBe(outcome);
    expect(await outcomeOf(endDeputy(context, "saga", { deputy: id }))).toBe(outcome);
  });

  it("are recorded when they change, and no more than once", async () => {
    const context = as("saga approver");
    await chooseApproval(context, "saga", { requiresApproval: "yes" });
    await chooseApproval(context, "saga", { requiresApproval: "no" });
    await chooseApproval(context, "saga", { requiresApproval: "no" });
    const input = naming();
    await deputise(context, "saga", input, now);
    await deputise(context, "saga", input, now);
    const { deputies, requiresApproval } = await readApprovalSettings(context, "saga", now);
    expect(requiresApproval).toBe(false);
    expect(deputies).toMatchObject([{ ...days, standing: "present", namedBy: "saga approver" }]);
    await endDeputy(context, "saga", { deputy: deputies[0]?.id });
    await endDeputy(context, "saga", { deputy: deputies[0]?.id });
    const after = await readApprovalSettings(context, "saga", now);
    expect(after.deputies).toMatchObject([{ standing: "past" }]);
    expect((await auditOf(portal.owner)).map(({ action, detail }) => [action, detail])).toEqual([
      ["approval.choose", { requiresApproval: false }],
      [
        "approval.deputise",
        { userId: person("second editor").id, fromOn: today, untilOn: "2026-11-25" },
      ],
      ["approval.deputise", { userId: person("second editor").id, ended: true }],
    ]);
  });

  it.each([
    [{ person: "" }, { person: "approval.person" }],
    [{ person: () => person("saga viewer").id }, { person: "approval.person" }],
    [{ person: () => person("oita editor").id }, { person: "approval.person" }],
    [{ fromOn: "来週" }, { fromOn: "approval.from" }],
    [{ untilOn: "" }, { untilOn: "approval.until" }],
    [{ untilOn: "2026-11-19" }, { untilOn: "approval.until" }],
    [{ fromOn: "2026-11-26" }, { untilOn: "approval.until" }],
    [{ untilOn: "2028-01-01" }, { untilOn: "approval.until" }],
    [{ reason: " " }, { reason: "approval.reason" }],
    [{ reason: "あ".repeat(201) }, { reason: "text.too_long" }],
  ])("refuse %j at its field", async (more, errors) => {
    const given = Object.fromEntries(
      Object.entries(more).map(([name, value]) => [
        name,
        typeof value === "function" ? value() : value,
      ]),
    );
    const refusal = await refusalOf(deputise(as("saga approver"), "saga", naming(given), now));
    expect(refusal).toMatchObject({ code: "invalid", fieldErrors: errors });
  });
});

describe("the database", () => {
  /** A version after the newest, as somebody's own SQL would write it, with the head moved to it. */
  async function writes(post: keyof typeof people, columns: Record<string, unknown>) {
    const actor = person(post);
    return takenBack(app, actor, (sql) =>
      rowsOrState(sql`
        with newest as (
          select v.* from observation_versions v join observations o on o.id = v.observation_id
            and o.version = v.version join indicators i on i.id = o.indicator_id
          where i.code = ${codes.indicator} and o.fy = 2023)
        insert into observation_versions (observation_id, indicator_id, organisation_id, fy, period,
          version, state, quality, value, note, reason, on_behalf, author_id, author_organisation_id)
        select observation_id, indicator_id, organisation_id, fy, period, version + 1,
          ${String(columns.state ?? "submitted")}, quality, ${(columns.value as string) ?? "12"}::numeric,
          note, ${(columns.reason as string) ?? null}, ${Boolean(columns.onBehalf)}, ${actor.id},
          organisation_id from newest`),
    );
  }
  beforeEach(async () => {
    await desk.submit(codes, 0, figure("12"));
    await nameDeputy(0, 0);
  });

  it.each([
    ["an approver's decision", "saga approver", {}, 1],
    ["an administrator's", "saga admin", {}, 1],
    ["a deputy's, who says so and why", "second editor", { onBehalf: true, reason: "出張" }, 1],
    ["sending back", "saga approver", { state: "draft", reason: "再考" }, 1],
    ["taking back", "saga editor", { state: "draft" }, 1],
    ["not another figure", "saga approver", { value: "13" }, violated],
    ["not one's own", "saga editor", {}, violated],
    ["not an editor's", "second editor", {}, violated],
    ["not a deputy's without a reason", "second editor", { onBehalf: true }, violated],
    [
      "not on behalf by who decides anyway",
      "saga approver",
      { onBehalf: true, reason: "出張" },
      violated,
    ],
    [
      "not sending back by an editor",
      "second editor",
      { state: "draft", reason: "再考" },
      violated,
    ],
    ["not a proposal over a proposal", "second editor", { state: "proposed" }, violated],
    ["not a viewer's", "saga viewer", {}, violated],
    ["not the lead's", "fukuoka approver", {}, 0],
    ["not an acceptance of what was not submitted", "fukuoka approver", { state: "accepted" }, 0],
  ] as const)("lets through %s", async (_, post, columns, outcome) => {
    expect(await writes(post, columns)).toBe(outcome);
  });

  it("lets nothing out undecided, also when the organisation came to want it this moment", async () => {
    await portal.owner`truncate observations, observation_versions cascade`;
    await desk.save(codes, 0, figure("12"));
    expect(await writes("saga approver", {})).toBe(violated);
    expect(await writes("saga approver", { state: "proposed" })).toBe(1);
    expect(await writes("saga approver", { state: "draft", reason: "x" })).toBe(violated);
    await portal.owner`update organisations set requires_approval = false where slug = 'saga'`;
    expect(await writes("saga approver", {})).toBe(1);
  });

  it("leaves who submits at that moment with what they typed, to be proposed", async () => {
    await portal.owner`update organisations set requires_approval = false where slug = 'saga'`;
    // The form's transaction has read that no decision is wanted, and waits for a colleague's.
    const outcome = await portal.owner.begin(async (sql) => {
      await sql`lock table observation_versions in share row exclusive mode`;
      const submitting = outcomeOf(desk.submit(second, 0, figure("5")));
      await expect
        .poll(async () => {
          const waiting = await portal.owner`select from pg_locks where not granted`;
          return waiting.length;
        })
        .toBeGreaterThan(0);
      await portal.owner`update organisations set requires_approval = true where slug = 'saga'`;
      return { submitting };
    });
    expect(await outcome.submitting).toBe("locked");
    expect(await headOf(portal.owner, second)).toBeNull();
  });

  const sagaId = () =>
    portal.owner<{ id: string }[]>`select id from organisations where slug = 'saga'`;

  it.each([
    ["saga approver", 1],
    ["saga admin", 1],
    ["saga editor", 0],
    ["fukuoka approver", 0],
    ["council editor", 0],
  ] as const)("lets %s choose for 佐賀県: %s row", async (post, rows) => {
    const result = await takenBack(app, person(post), (sql) =>
      rowsOrState(sql`update organisations set requires_approval = false where slug = 'saga'`),
    );
    expect(result).toBe(rows);
  });

  it("lets nobody change anything else of an organisation", async () => {
    const result = await takenBack(app, person("saga admin"), (sql) =>
      rowsOrState(sql`update organisations set name = '佐賀' where slug = 'saga'`),
    );
    expect(result).toBe(forbidden);
  });

  it.each([
    ["saga approver", "second editor", 1],
    ["saga approver", "saga viewer", forbidden],
    ["saga approver", "second approver", forbidden],
    ["saga approver", "oita editor", forbidden],
    ["saga editor", "second editor", forbidden],
    ["fukuoka approver", "second editor", forbidden],
  ] as const)("lets %s name %s: %s", async (post, named, outcome) => {
    const [saga] = await sagaId();
    const result = await takenBack(app, person(post), (sql) =>
      rowsOrState(sql`insert into approval_deputies
        (organisation_id, user_id, from_on, until_on, author_id)
        values (${saga?.id ?? ""}, ${person(named).id}, '2026-11-20', '2026-11-21', ${person(post).id})`),
    );
    expect(result).toBe(outcome);
  });

  it("shows who stands in within the organisation, and ends it, no more", async () => {
    const count = (post: keyof typeof people) =>
      takenBack(app, person(post), (sql) => rowsOrState(sql`select 1 from approval_deputies`));
    expect(await count("saga viewer")).toBe(1);
    expect(await count("fukuoka approver")).toBe(0);
    const attempt = (post: keyof typeof people, text: string) =>
      takenBack(app, person(post), (sql) => rowsOrState(sql.unsafe(text)));
    expect(await attempt("saga approver", "update approval_deputies set ended_at = now()")).toBe(1);
    expect(await attempt("saga editor", "update approval_deputies set ended_at = now()")).toBe(0);
    expect(
      await attempt("saga approver", "update approval_deputies set until_on = '2030-01-01'"),
    ).toBe(forbidden);
    expect(await attempt("saga approver", "delete from approval_deputies")).toBe(forbidden);
  });
});
