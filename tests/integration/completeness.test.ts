import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { completenessWorkbook } from "#app/lib/completeness/workbook.ts";
import type { Actor } from "#app/policy/can.ts";
import { readCompleteness } from "#app/services/completeness/read.server.ts";
import { createPerson, createStaff, type Post } from "#tests/factories/people.ts";
import { openPortal, type Portal } from "#tests/factories/portal.ts";
import { openRound } from "#tests/factories/rounds.ts";
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
let desk: Desk;
let person: (post: Post) => Actor;
const now = new Date("2024-07-01T09:00:00+09:00");
const fy = 2023;

beforeAll(async () => {
  portal = await openPortal();
  const staff = await createStaff(portal.owner);
  desk = deskOf(portal, staff);
  const others = new Map<Post, Actor>();
  for (const post of ["council editor", "council viewer"] as const)
    others.set(post, await createPerson(portal.owner, post));
  person = (post) => others.get(post) ?? staff(post);
  await openRound(portal.owner, { fy, dueOn: "2024-06-30" });
  await desk.report(question("SHG-4-1-a", "oita", fy), figure("640"));
  await desk.report(question("SHG-2-2-a", "oita", fy), {
    ...figure("1500"),
    quality: "provisional",
  });
  await desk.submit(question("SHG-2-3-a", "oita", fy), 0, figure("3"));
  // A correction that is being drafted leaves what was accepted in place.
  await desk.save(question("SHG-4-1-a", "oita", fy), 2, figure("650"));
  await desk.save(question("SHG-3-1-a", "oita", fy), 0, figure("987654"));
});
afterAll(() => portal.close());

const read = (post: Post, cell: { organisation: string; pt: string } | null = null) =>
  readCompleteness(actingAs(portal, person(post)), "jewels", { round: null, fy }, cell, now);
const ofOita = async (post: Post) => {
  const { board, goals } = await read(post);
  return {
    counts: board.rows.find(({ organisation }) => organisation === "oita")?.byGoal.get("SHG"),
    seesSubmitted: goals.find(({ code }) => code === "SHG")?.seesSubmitted,
  };
};

describe("the board", () => {
  it("counts for those who wait what came, what is on its way and what is not there", async () => {
    for (const post of ["council editor", "fukuoka editor"] as const)
      expect(await ofOita(post), post).toEqual({
        seesSubmitted: true,
        counts: {
          ...{ asked: 5, accepted: 2, submitted: 1, returned: 0, none: 2, provisional: 1 },
          // All of it came years after the round was due.
          ...{ inTime: 0, late: 3 },
        },
      });
    const { round, board } = await read("council editor");
    expect(round).toMatchObject({ number: 1, state: "open", dueOn: "2024-06-30" });
    expect(board.rows.every(({ overdue, dueOn }) => overdue && dueOn === "2024-06-30")).toBe(true);
  });

  it("tells those who see only what was accepted nothing more", async () => {
    for (const post of ["council viewer", "kagoshima editor"] as const) {
      const { counts, seesSubmitted } = await ofOita(post);
      expect([seesSubmitted, counts?.submitted, counts?.accepted], post).toEqual([false, 0, 2]);
    }
    expect(await outcomeOf(read("oita editor"))).toBe("forbidden");
    expect(await outcomeOf(read("kyukeiren editor"))).toBe("forbidden");
  });

  it("opens a cell: every figure with its state; never a draft's", async () => {
    const { cell } = await read("fukuoka editor", { organisation: "oita", pt: "SHG" });
    expect(cell?.answers.map(({ code, state }) => [code, state]).sort()).toEqual([
      ["SHG-2-2-a", "accepted"],
      ["SHG-2-3-a", "submitted"],
      ["SHG-3-1-a", "none"],
      ["SHG-4-1-a", "accepted"],
      ["SHG-6-1-a", "none"],
    ]);
    const unknown = { organisation: "nobody", pt: "SHG" };
    expect(await outcomeOf(read("fukuoka editor", unknown))).toBe("not_found");
  });

  it("is a workbook with the same numbers", async () => {
    const [sheet] = completenessWorkbook(await read("council editor")).sheets;
    expect(sheet?.blocks[0]?.rows).toContainEqual([
      "大分県",
      "しごとづくりPT",
      "5",
      "2",
      "1",
      "0",
      "2",
      "3",
      "1",
      "2024年6月30日（日）",
      "0",
      "3",
      "2",
    ]);
  });

  it("costs four statements, however many figures there are", async () => {
    const counted = countedDatabase(portal.urls.appUrl);
    const context = actingAs(counted, person("council editor"));
    await readCompleteness(context, "jewels", { round: null, fy }, null, now);
    const statements = await counted.statementsOf(() =>
      readCompleteness(context, "jewels", { round: null, fy }, null, now),
    );
    expect(statements.length).toBeLessThanOrEqual(4);
    await counted.close();
  });

  it("moves with a return", async () => {
    await desk.return(question("SHG-2-3-a", "oita", fy), 1);
    expect((await ofOita("council editor")).counts).toMatchObject({ submitted: 0, returned: 1 });
  });
});
