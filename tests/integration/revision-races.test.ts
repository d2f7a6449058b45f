import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { writeIndicatorForm } from "#app/domain/plan/indicator-fields.ts";
import { writeProjectForm } from "#app/domain/plan/project-form.ts";
import type { Actor } from "#app/policy/can.ts";
import { editPlan } from "#app/services/plan/edit.server.ts";
import { adoptRevision } from "#app/services/revision/adopt.server.ts";
import { advanceRevision } from "#app/services/revision/advance.server.ts";
import { decideProposal } from "#app/services/revision/decide.server.ts";
import { openRevision } from "#app/services/revision/open.server.ts";
import { proposeChange } from "#app/services/revision/propose.server.ts";
import { readIndicator } from "#app/services/rollup/read-indicator.server.ts";
import { contentOf } from "#tests/factories/definition.ts";
import { createPerson, createStaff, type Post } from "#tests/factories/people.ts";
import { openPortal, type Portal } from "#tests/factories/portal.ts";
import {
  actingAs,
  type Desk,
  deskOf,
  type Fields,
  figure,
  form,
  leadOf,
  outcomeOf,
  question,
} from "#tests/factories/steps.ts";
import { whileComputed } from "#tests/factories/while-computed.ts";

// What happens at the same moment as an adoption, and what a form that is sent twice comes to.

let portal: Portal;
let desk: Desk;
let person: (post: Post) => Actor;

beforeAll(async () => {
  portal = await openPortal();
  const staff = await createStaff(portal.owner);
  desk = deskOf(portal, staff);
  const council = new Map<Post, Actor>();
  for (const post of ["council editor", "council approver"] as const)
    council.set(post, await createPerson(portal.owner, post));
  person = (post) => council.get(post) ?? staff(post);
});
afterAll(() => portal.close());

const as = (post: Post) => actingAs(portal, person(post));
const now = new Date("2026-11-20T09:00:00+09:00");
const plan = "jewels";
const kpi = "SGT-1-2-a";
const home = "SGT-1-2";
const keeper: Post = `${leadOf(kpi)} editor`;
const item = { kind: "indicator", code: kpi } as const;

const indicatorOf = async (code: string) =>
  (await contentOf(portal.owner, plan)).indicators.find((one) => one.code === code) ?? null;

/** A revision with a new target for the KPI, for 2025 and in the end, put together for the council. */
async function assembled(targetValue: string) {
  const number = await openRevision(as("council editor"), plan, {
    title: "令和8年度見直し",
    requestKey: randomUUID(),
  });
  await proposeChange(as(keeper), { plan, number }, item, {
    ...writeIndicatorForm(await indicatorOf(kpi), home),
    targetValue,
    "cell.2025": `${targetValue}件`,
    reason: "実績を踏まえて見直す。",
    ...form(0),
  });
  await advanceRevision(as("council editor"), { plan, number }, { step: "assemble", baseStep: 1 });
  return { plan, number };
}
const adoption = (firstFy: string): Fields => ({
  adoptedOn: "2026-11-18",
  firstFy,
  baseStep: "2",
  requestKey: randomUUID(),
});
const adopt = (codes: { plan: string; number: number }, fields: Fields) =>
  outcomeOf(adoptRevision(as("council approver"), codes, fields, now));

describe("at the moment of an adoption", () => {
  it("a figure is accepted: the year that it grades is not the revision's", async () => {
    const codes = question(kpi, "saga", 2023);
    await desk.submit(codes, 0, figure("7000"));
    const revision = await assembled("9000");
    const outcomes = await whileComputed(portal, kpi, [
      () => outcomeOf(desk.accept(codes, 1)),
      () => adopt(revision, adoption("2023")),
    ]);
    expect(outcomes).toEqual(["done", "invalid"]);
    expect(await adopt(revision, adoption("2024"))).toBe("done");
  });

  it("a figure of a year that it revises is accepted: it is graded by the new target", async () => {
    const codes = question(kpi, "saga", 2025);
    await desk.submit(codes, 0, figure("7000"));
    const revision = await assembled("12000");
    const outcomes = await whileComputed(portal, kpi, [
      () => adopt(revision, adoption("2025")),
      () => outcomeOf(desk.accept(codes, 1)),
    ]);
    expect(outcomes).toEqual(["done", "done"]);
    const found = await readIndicator(as("saga editor"), { plan, indicator: kpi }, 2025);
    expect(found?.evaluation?.expected).toBe("12000");
  });

  it("a proposal is set aside: too late, and it is said", async () => {
    const revision = await assembled("13000");
    const outcomes = await whileComputed(portal, kpi, [
      () => adopt(revision, adoption("2026")),
      () =>
        outcomeOf(
          decideProposal(
            as("council editor"),
            revision,
            item,
            "set_aside",
            form(1, { reason: "来年度に検討する。" }),
          ),
        ),
    ]);
    expect(outcomes).toEqual(["done", "locked"]);
  });
});

it("of two who adopt at the same moment, one does", async () => {
  const adoptions = () => portal.owner`select id from audit_events where action = 'revision.adopt'`;
  const revision = await assembled("14500");
  const before = (await adoptions()).length;
  const outcomes = await Promise.all([
    adopt(revision, adoption("2026")),
    adopt(revision, adoption("2026")),
  ]);
  expect(outcomes.sort()).toEqual(["conflict", "done"]);
  expect(await adoptions()).toHaveLength(before + 1);
});

describe("a form that is sent twice", () => {
  it("adopts once, and says so both times", async () => {
    const revision = await assembled("14000");
    const fields = adoption("2026");
    expect(await adopt(revision, fields)).toBe("done");
    expect(await adopt(revision, fields)).toBe("done");
    expect(await adopt(revision, { ...fields, firstFy: "2027" })).toBe("conflict");
  });

  it("edits once; with other words in it, it is another form", async () => {
    const { nodes } = await contentOf(portal.owner, plan);
    const project = nodes.find(({ code }) => code === "SHG-1-1") ?? null;
    const [newest] = await portal.owner<{ version: number }[]>`
      select max(version) as version from plan_versions v join plans p on p.id = v.plan_id
      where p.code = ${plan}`;
    const fields = { ...writeProjectForm(project, ""), ...form(newest?.version ?? 0) };
    const edit = (purpose: string, post: Post = "fukuoka editor") =>
      outcomeOf(editPlan(as(post), { plan, node: "SHG-1-1" }, { ...fields, purpose }, now));
    expect(await edit("輸出の体制を整える。")).toBe("done");
    expect(await edit("輸出の体制を整える。")).toBe("done");
    expect(await edit("輸出の体制を強める。")).toBe("conflict");
    expect(await edit("輸出の体制を整える。", "fukuoka approver")).toBe("conflict");
  });

  it("opens one revision; under another title it is another form", async () => {
    const fields = { title: "令和9年度見直し", requestKey: randomUUID() };
    const open = (more: Fields = {}) =>
      openRevision(as("fukuoka editor"), plan, { ...fields, ...more });
    expect(await open()).toBe(await open());
    expect(await outcomeOf(open({ title: "臨時の見直し" }))).toBe("conflict");
  });

  it("proposes something new once; with other words in it, it is another form", async () => {
    const number = await openRevision(as("council editor"), plan, {
      title: "新しいプロジェクト",
      requestKey: randomUUID(),
    });
    const fields = {
      code: "SHG-4-9",
      number: "⑨",
      name: "若者の定着支援プロジェクト",
      parent: "SHG-4",
      firstFy: "R8",
      lastFy: "R9",
      reason: "若者の転出が続くため。",
      ...form(0),
    };
    const propose = (more: Fields = {}) =>
      proposeChange(
        as("fukuoka editor"),
        { plan, number },
        { kind: "node", code: null },
        { ...fields, ...more },
      );
    expect(await Promise.all([propose(), propose()])).toEqual(["SHG-4-9", "SHG-4-9"]);
    expect(await outcomeOf(propose({ name: "若者の移住支援プロジェクト" }))).toBe("conflict");
  });
});
