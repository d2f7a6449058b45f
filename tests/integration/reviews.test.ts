import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import { type PostedReview, reviewKey } from "#app/domain/observation/review-rows.ts";
import type { Actor } from "#app/policy/can.ts";
import { acceptTicked } from "#app/services/observation/accept-ticked.server.ts";
import type { TargetCodes } from "#app/services/observation/find-target.server.ts";
import { submitObservation } from "#app/services/observation/submit.server.ts";
import { listReviews } from "#app/services/workspace/list-reviews.server.ts";
import { createPerson, createStaff, type Post } from "#tests/factories/people.ts";
import { openPortal, type Portal } from "#tests/factories/portal.ts";
import { evaluationOf, headOf } from "#tests/factories/readings.ts";
import { countedDatabase } from "#tests/factories/statements.ts";
import {
  actingAs,
  type Desk,
  deskOf,
  figure,
  outcomeOf,
  question,
} from "#tests/factories/steps.ts";

let portal: Portal;
let person: (post: Post) => Actor;
let desk: Desk;

/** A KPI of the PT that 福岡県 leads. */
const kpi = "SHG-4-1-a";

beforeAll(async () => {
  portal = await openPortal();
  const staff = await createStaff(portal.owner);
  const second = await createPerson(portal.owner, "fukuoka admin");
  person = (post) => (post === "fukuoka admin" ? second : staff(post));
  desk = deskOf(portal, person);
});
afterAll(() => portal.close());
beforeEach(async () => {
  await portal.owner`truncate notifications, audit_events, workspace_visits, observations,
    observation_versions, evaluations cascade`;
});

const context = (post: Post) => actingAs(portal, person(post));

function ticked(codes: TargetCodes, version: number): PostedReview {
  const named = { period: 0, ...codes };
  const fields = { baseVersion: String(version), requestKey: randomUUID(), reason: "" };
  return { key: reviewKey(named), codes: named, fields };
}
async function accept(rows: PostedReview[], post: Post = "fukuoka approver", by = "fukuoka") {
  const results = await acceptTicked(context(post), by, rows);
  return results.map(({ key, outcome }) => [key.split("/")[2], outcome]);
}

it("accepts what is ticked, and tells of what somebody else judged meanwhile", async () => {
  const [saga, oita, nagasaki] = (["saga", "oita", "nagasaki"] as const).map((slug) =>
    question(kpi, slug),
  );
  if (!saga || !oita || !nagasaki) throw new Error("No questions");
  for (const codes of [saga, oita, nagasaki]) await desk.submit(codes, 0, figure("100"));
  const rows = [ticked(saga, 1), ticked(oita, 1), ticked(nagasaki, 1)];
  await desk.return(oita, 1);
  await desk.withdraw(nagasaki, 1);
  expect(await accept(rows)).toEqual([
    ["saga", "done"],
    ["oita", "conflict"],
    ["nagasaki", "conflict"],
  ]);
  expect(await headOf(portal.owner, saga)).toBe("2 accepted");
  expect(await headOf(portal.owner, oita)).toBe("2 returned");
  expect(await evaluationOf(portal.owner, kpi)).toMatchObject({ actual: "100", reported: 1 });
  // The same form once more is the same acceptance.
  expect(await accept(rows.slice(0, 1))).toEqual([["saga", "done"]]);
  expect(await headOf(portal.owner, saga)).toBe("2 accepted");
});

it("recomputes once for all of one indicator, and adds them up", async () => {
  const slugs = ["saga", "oita", "nagasaki", "kumamoto"] as const;
  for (const slug of slugs) await desk.submit(question(kpi, slug), 0, figure("25"));
  await accept(slugs.map((slug) => ticked(question(kpi, slug), 1)));
  expect(await evaluationOf(portal.owner, kpi)).toMatchObject({ actual: "100", reported: 4 });
  const [told] = await portal.owner`select count(*)::int as n from audit_events
    where action = 'observation.accept'`;
  expect(told?.n).toBe(4);
});

it("leaves one's own submission to somebody else, and the rest accepted", async () => {
  const own = question(kpi, "fukuoka");
  const saga = question(kpi, "saga");
  await desk.submit(saga, 0, figure("100"));
  const fields = { ...figure("7"), baseVersion: "0", requestKey: randomUUID() };
  await submitObservation(context("fukuoka approver"), own, fields);
  expect(await accept([ticked(own, 1), ticked(saga, 1)])).toEqual([
    ["fukuoka", "own"],
    ["saga", "done"],
  ]);
  expect(await accept([ticked(own, 1)], "fukuoka admin")).toEqual([["fukuoka", "done"]]);
});

it("accepts nothing when one of them is another lead's, or the reviewer does not decide", async () => {
  const saga = question(kpi, "saga");
  const others = question("JNZ-6-2-a", "saga");
  for (const codes of [saga, others]) await desk.submit(codes, 0, figure("100"));
  const rows = [ticked(saga, 1), ticked(others, 1)];
  expect(await outcomeOf(accept(rows))).toBe("forbidden");
  expect(await outcomeOf(accept(rows.slice(0, 1), "fukuoka editor"))).toBe("forbidden");
  expect(await outcomeOf(accept(rows.slice(0, 1), "saga approver", "saga"))).toBe("forbidden");
  expect(await outcomeOf(accept(rows.slice(0, 1), "saga approver", "fukuoka"))).toBe("forbidden");
  const nowhere = ticked(question("nowhere", "saga"), 1);
  expect(await outcomeOf(accept([rows[0] ?? nowhere, nowhere]))).toBe("not_found");
  expect(await headOf(portal.owner, saga)).toBe("1 submitted");
});

it("marks what came since the reviewer last judged in the PT, in as many statements as ever", async () => {
  await desk.submit(question(kpi, "saga"), 0, figure("100"));
  const marks = async (post: Post) =>
    (await listReviews(context(post), "fukuoka")).items.map((item) => [
      item.organisation.slug,
      item.isNew,
    ]);
  // Before the first time nothing stands out.
  expect(await marks("fukuoka approver")).toEqual([["saga", false]]);
  await desk.submit(question(kpi, "oita"), 0, figure("100"));
  await accept([ticked(question(kpi, "oita"), 1)]);
  await desk.submit(question(kpi, "nagasaki"), 0, figure("100"));
  expect(await marks("fukuoka approver")).toEqual([
    ["saga", false],
    ["nagasaki", true],
  ]);
  expect(await marks("fukuoka admin")).toEqual([
    ["saga", false],
    ["nagasaki", false],
  ]);
  const counted = countedDatabase(portal.urls.appUrl);
  const reading = { ...context("fukuoka approver"), database: counted.database };
  const few = await counted.statementsOf(() => listReviews(reading, "fukuoka"));
  for (const slug of ["kumamoto", "miyazaki", "okinawa"] as const)
    await desk.submit(question(kpi, slug), 0, figure("100"));
  const many = await counted.statementsOf(() => listReviews(reading, "fukuoka"));
  expect(many).toHaveLength(few.length);
  await counted.close();
});
