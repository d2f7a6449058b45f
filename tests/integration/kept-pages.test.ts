import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { loader as indicatorPage } from "#app/routes/plans/indicator.tsx";
import { loader as projectPage } from "#app/routes/plans/project.tsx";
import { loader as regionPage } from "#app/routes/plans/region.tsx";
import { createAccount, signInAs } from "#tests/factories/accounts.ts";
import { redefine } from "#tests/factories/definition.ts";
import { createStaff } from "#tests/factories/people.ts";
import { openPortal, type Portal } from "#tests/factories/portal.ts";
import { type Desk, deskOf, figure, question } from "#tests/factories/steps.ts";
import { beWebProcess, routeArgs } from "#tests/factories/web.ts";

// What a process keeps of a page must never be older than the database, nor anybody else's.
let portal: Portal;
let endWeb: () => Promise<void>;
let desk: Desk;
const cookies = { member: "", other: "" };

beforeAll(async () => {
  portal = await openPortal();
  endWeb = beWebProcess(portal);
  desk = deskOf(portal, await createStaff(portal.owner));
  cookies.member = await signInAs((await createAccount(portal.owner, "council viewer")).email);
  const other = await createAccount(portal.owner, "council viewer");
  cookies.other = await signInAs(other.email);
  await portal.owner`delete from members where user_id = ${other.actor.id}`;
});
afterAll(async () => {
  await endWeb();
  await portal.close();
});

async function project(cookie?: string, query = "?fy=2023"): Promise<string> {
  const params = { plan: "jewels", node: "SHG-4-1" };
  const path = `/plans/jewels/projects/SHG-4-1${query}`;
  return (await projectPage(routeArgs(path, { params, cookie }))).html;
}

async function region(cookie?: string): Promise<string> {
  const params = { plan: "jewels" };
  return (await regionPage(routeArgs("/plans/jewels?fy=2023", { params, cookie }))).html;
}

describe("a kept page", () => {
  it("is new with every acceptance, and with nothing before it", async () => {
    const codes = question("SHG-4-1-a", "saga");
    const empty = await project(cookies.member);
    expect(await project(cookies.member)).toBe(empty);
    await desk.save(codes, 0, figure("54321"));
    expect(await project(cookies.member)).toBe(empty);
    await desk.submit(codes, 1, figure("54321"));
    expect(await project(cookies.member)).toBe(empty);
    await desk.accept(codes, 2);
    expect(await project(cookies.member)).toContain("54,321");
    await desk.submit(codes, 3, figure("54322"));
    expect(await project(cookies.member)).toContain("54,321");
    await desk.accept(codes, 4);
    expect(await project(cookies.member)).toContain("54,322");
  });

  it("is new with a figure that it shows by way of another place", async () => {
    const before = await region(cookies.member);
    await desk.report(question("CKR-1-1-a", "oita"), figure("43210"));
    const after = await region(cookies.member);
    expect(after).not.toBe(before);
    // The running total on the goal is computed from it.
    expect(after).toContain("43,210");
  });

  it("is new with the plan", async () => {
    const before = await project(cookies.member);
    await redefine(portal.owner, "jewels", ({ nodes }) => {
      for (const node of nodes) if (node.code === "SHG-4-1") node.name = "働き方改革（改）";
    });
    const after = await project(cookies.member);
    expect(after).not.toBe(before);
    expect(after).toContain("働き方改革（改）");
  });

  it("with figures is kept from people who are not members", async () => {
    const withFigures = await project(cookies.member);
    expect(withFigures).toContain("54,322");
    for (const cookie of [undefined, cookies.other, "portal.session_token=forged.x"]) {
      const without = await project(cookie);
      expect(without).not.toContain("54,322");
      expect(await region(cookie)).not.toContain("43,210");
    }
    expect(await project(cookies.member)).toBe(withFigures);
  });

  it("is another for another year", async () => {
    const [earlier, later] = [
      await project(cookies.member, "?fy=2022"),
      await project(cookies.member, "?fy=R5"),
    ];
    expect([earlier.includes("R4目標"), earlier.includes("R5目標")]).toEqual([true, false]);
    expect([later.includes("R4目標"), later.includes("R5目標")]).toEqual([false, true]);
  });

  it("is one that its address means something by: of others there is no end", async () => {
    const page = (query: string) =>
      regionPage(routeArgs(`/plans/jewels?fy=2023${query}`, { params: { plan: "jewels" } }));
    for (const query of ["", "&pt=SHG", "&pt=SHG&mark=open"])
      expect(await page(query), query).toBe(await page(query));
    for (const query of ["&pt=nowhere", "&pt=SHG&mark=x"])
      expect(await page(query), query).not.toBe(await page(query));
  });

  it("is lost with the membership, at the next request", async () => {
    const { email, actor } = await createAccount(portal.owner, "saga viewer");
    const cookie = await signInAs(email);
    expect(await project(cookie)).toContain("54,322");
    await portal.owner`delete from members where user_id = ${actor.id}`;
    expect(await project(cookie)).not.toContain("54,322");
  });

  it("names nobody, whoever caused it to be rendered", async () => {
    const names = await portal.owner<{ name: string }[]>`select name from users`;
    const pages = `${await project(cookies.member)}${await region(cookies.member)}`;
    for (const { name } of names) expect(pages).not.toContain(name);
  });

  it("is none where there is no such page", async () => {
    const missing = (params: Record<string, string>, query = "") =>
      Promise.resolve(projectPage(routeArgs(`/plans/x${query}`, { params }))).then(
        () => 200,
        (answer: Response) => answer.status,
      );
    expect(await missing({ plan: "jewels", node: "SHG-4" })).toBe(404);
    expect(await missing({ plan: "jewels", node: "SHG-44-4" })).toBe(404);
    expect(await missing({ plan: "jewels", node: "SHG-4-1\0" })).toBe(404);
    expect(await missing({ plan: "kurume", node: "SHG-4-1" })).toBe(404);
    expect(await missing({ plan: "jewels", node: "SHG-4-1" }, "?fy=2019")).toBe(404);
    expect(await missing({ plan: "jewels", node: "SHG-4-1" }, "?fy=x")).toBe(404);
  });
});

it("an indicator's page shows a figure with the acceptance", async () => {
  const args = () => {
    const params = { plan: "jewels", indicator: "SHG-7-1-a" };
    return routeArgs("/plans/jewels/indicators/SHG-7-1-a?fy=2023", {
      params,
      cookie: cookies.member,
    });
  };
  expect((await indicatorPage(args())).html).not.toContain("54,323");
  await desk.report(question("SHG-4-1-a", "nagasaki"), figure("1"));
  expect((await indicatorPage(args())).html).toContain("54,323");
});
