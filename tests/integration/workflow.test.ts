import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { observationSteps } from "#app/domain/observation/states.ts";
import type { Actor } from "#app/policy/can.ts";
import { acceptObservation } from "#app/services/observation/accept.server.ts";
import { proposeObservation } from "#app/services/observation/propose.server.ts";
import { readObservation, readReport } from "#app/services/observation/read.server.ts";
import { returnObservation } from "#app/services/observation/return.server.ts";
import { saveObservation } from "#app/services/observation/save.server.ts";
import { sendBackObservation } from "#app/services/observation/send-back.server.ts";
import { submitObservation } from "#app/services/observation/submit.server.ts";
import { withdrawObservation } from "#app/services/observation/withdraw.server.ts";
import { listReviews } from "#app/services/workspace/list-reviews.server.ts";
import { readWorkspaceHome } from "#app/services/workspace/read-home.server.ts";
import { readPtWorkspace } from "#app/services/workspace/read-pt.server.ts";
import { seed } from "#seeds/run.ts";
import { createPerson, createStaff } from "#tests/factories/people.ts";
import { openPortal, type Portal } from "#tests/factories/portal.ts";
import { auditOf, evaluationOf, headOf, historyOf, versionsOf } from "#tests/factories/readings.ts";
import { openRound } from "#tests/factories/rounds.ts";
import {
  actingAs,
  approveOne,
  type Desk,
  deskOf,
  figure,
  form,
  fraction,
  outcomeOf,
  question,
  refusalOf,
  words,
} from "#tests/factories/steps.ts";

let portal: Portal;
let staff: Awaited<ReturnType<typeof createStaff>>;
let desk: Desk;
let editor: Actor;
let approver: Actor;

beforeAll(async () => {
  portal = await openPortal();
  staff = await createStaff(portal.owner);
  desk = deskOf(portal, staff);
  editor = staff("saga editor");
  approver = staff("fukuoka approver");
});
afterAll(() => portal.close());

describe("a figure's way", () => {
  // 農林水産物の輸出額 is reported once; 観光人材 by every prefecture, 福岡県 leading.
  const codes = question("SHG-2-2-a", "saga", 2022);

  it("goes from draft over return and correction to acceptance", async () => {
    await desk.save(codes, 0, figure("", { quality: "provisional" }));
    await desk.save(codes, 1, figure("１，２００"));
    await desk.submit(codes, 2, figure("１，２００"));
    await desk.return(codes, 3, "研修の延べ人数をご確認ください。");
    await desk.save(codes, 4, figure("1,250"));
    await desk.submit(codes, 5, figure("1,250", { note: "延べ人数に改めた。" }));
    await desk.accept(codes, 6);
    expect(await headOf(portal.owner, codes)).toBe("7 accepted");
  });

  it("keeps every version as it was written", async () => {
    const versions = await versionsOf(portal.owner, codes);
    expect(versions.map((v) => [v.version, v.state, v.value, v.author])).toEqual([
      [1, "draft", null, "saga editor"],
      [2, "draft", "1200", "saga editor"],
      [3, "submitted", "1200", "saga editor"],
      [4, "returned", "1200", "fukuoka approver"],
      [5, "draft", "1250", "saga editor"],
      [6, "submitted", "1250", "saga editor"],
      [7, "accepted", "1250", "fukuoka approver"],
    ]);
    expect(versions.map((v) => v.reason).filter(Boolean)).toEqual([
      "研修の延べ人数をご確認ください。",
    ]);
    expect(versions[6]?.note).toBe("延べ人数に改めた。");
  });

  it("leaves an audit event for each step, with who, for whom and what changed", async () => {
    const events = await auditOf(portal.owner, "jewels/SHG-2-2-a/2022/saga");
    const own = { actorId: editor.id, organisation: "saga" };
    const lead = { actorId: approver.id, organisation: "fukuoka" };
    expect(events).toMatchObject([
      { ...own, action: "observation.save", detail: { from: null, to: "draft", before: null } },
      { ...own, action: "observation.save", detail: { from: "draft", to: "draft" } },
      { ...own, action: "observation.submit", detail: { from: "draft", to: "submitted" } },
      { ...lead, action: "observation.return", detail: { from: "submitted", to: "returned" } },
      {
        ...own,
        action: "observation.save",
        detail: { before: { value: "1200" }, after: { value: "1250" } },
      },
      { ...own, action: "observation.submit", detail: { version: 6, after: { value: "1250" } } },
      { ...lead, action: "observation.accept", detail: { version: 7, to: "accepted" } },
    ]);
    expect(new Set(events.map((event) => event.requestId)).size).toBe(7);
    expect(JSON.stringify(events)).not.toContain("example.lg.jp");
  });

  it("counts once it is accepted", async () => {
    expect(await evaluationOf(portal.owner, "SHG-2-2-a", 2022)).toMatchObject({
      actual: "1250",
      reported: 1,
    });
  });

  it("stays the figure while it is being corrected, until the correction is accepted", async () => {
    const actual = async () => (await evaluationOf(portal.owner, "SHG-2-2-a", 2022)).actual;
    await desk.save(codes, 7, figure("1300"));
    expect(await actual()).toBe("1250");
    await desk.submit(codes, 8, figure("1300"));
    expect(await actual()).toBe("1250");
    await desk.return(codes, 9);
    expect(await actual()).toBe("1250");
    await desk.submit(codes, 10, figure("1310"));
    await desk.accept(codes, 11);
    expect(await actual()).toBe("1310");
    const accepted = (await versionsOf(portal.owner, codes)).filter((v) => v.state === "accepted");
    expect(accepted.map((v) => v.value)).toEqual(["1250", "1310"]);
  });

  it("is a draft again when it is withdrawn", async () => {
    const other = question("SHG-2-2-a", "nagasaki", 2022);
    await desk.submit(other, 0, figure("90"));
    await desk.withdraw(other, 1);
    expect(await versionsOf(portal.owner, other)).toMatchObject([
      { version: 1, state: "submitted", value: "90" },
      { version: 2, state: "draft", value: "90" },
    ]);
    expect(await outcomeOf(desk.accept(other, 1))).toBe("conflict");
  });

  it("takes a rate as numerator and denominator, and a milestone in words", async () => {
    const rate = question("ANS-3-2-a", "oita");
    await desk.report(rate, fraction("１３", "18"));
    expect(await evaluationOf(portal.owner, "ANS-3-2-a")).toMatchObject({
      actual: "72.2222222222",
    });
    const milestone = question("ANS-3-1-a-2", "miyazaki");
    await desk.report(milestone, words("７県で実施", "no"));
    expect(await evaluationOf(portal.owner, "ANS-3-1-a-2")).toMatchObject({
      actual: null,
      mark: "×",
    });
  });
});

describe("what a step may come from", () => {
  const verbs = {
    save: (codes: ReturnType<typeof question>, base: number) => desk.save(codes, base, figure("5")),
    propose: (codes: ReturnType<typeof question>, base: number) =>
      desk.propose(codes, base, figure("5")),
    approve: (codes: ReturnType<typeof question>, base: number) => desk.approve(codes, base),
    send_back: (codes: ReturnType<typeof question>, base: number) => desk.sendBack(codes, base),
    submit: (codes: ReturnType<typeof question>, base: number) =>
      desk.submit(codes, base, figure("5")),
    withdraw: (codes: ReturnType<typeof question>, base: number) => desk.withdraw(codes, base),
    accept: (codes: ReturnType<typeof question>, base: number) => desk.accept(codes, base),
    return: (codes: ReturnType<typeof question>, base: number) => desk.return(codes, base),
  };
  /** How each state is reached, and how many versions that takes. */
  const states = {
    nothing: async () => 0,
    draft: async (codes: ReturnType<typeof question>) => {
      await desk.save(codes, 0, figure("5"));
      return 1;
    },
    proposed: async (codes: ReturnType<typeof question>) => {
      await desk.propose(codes, 0, figure("5"));
      return 1;
    },
    submitted: async (codes: ReturnType<typeof question>) => {
      await desk.submit(codes, 0, figure("5"));
      return 1;
    },
    returned: async (codes: ReturnType<typeof question>) => {
      await desk.submit(codes, 0, figure("5"));
      await desk.return(codes, 1);
      return 2;
    },
    accepted: async (codes: ReturnType<typeof question>) => {
      await desk.report(codes, figure("5"));
      return 2;
    },
  };
  // A reviewer does not even learn that there is a draft, or a proposal inside the organisation.
  // 佐賀県's or 沖縄県's figure, another prefecture leading.
  const unwritten = {
    save: "draft",
    propose: "proposed",
    approve: "locked",
    send_back: "locked",
    submit: "submitted",
    withdraw: "locked",
    accept: "not_found",
    return: "not_found",
  };
  const table: Record<keyof typeof states, Record<keyof typeof verbs, string>> = {
    nothing: unwritten,
    draft: unwritten,
    proposed: {
      save: "locked",
      propose: "locked",
      approve: "submitted",
      send_back: "draft",
      submit: "locked",
      withdraw: "draft",
      accept: "not_found",
      return: "not_found",
    },
    submitted: {
      save: "locked",
      propose: "locked",
      approve: "locked",
      send_back: "locked",
      submit: "locked",
      withdraw: "draft",
      accept: "accepted",
      return: "returned",
    },
    returned: { ...unwritten, accept: "locked", return: "locked" },
    accepted: { ...unwritten, accept: "locked", return: "locked" },
  };
  const cases = (Object.keys(table) as (keyof typeof states)[]).flatMap((state) =>
    observationSteps.map((step) => ({ state, step, becomes: table[state][step] })),
  );
  const years = [2020, 2021, 2022, 2023, 2024];
  const indicators = ["SHG-3-1-a", "SHG-4-1-a", "SHG-2-3-a", "JNZ-2-1-a", "CKR-2-1-a"];

  it.each(cases)("$step from $state: $becomes", async ({ state, step, becomes }) => {
    const at = cases.findIndex((one) => one.state === state && one.step === step);
    const slug = at < 25 ? "saga" : "okinawa";
    const codes = question(indicators[at % 5] ?? "", slug, years[Math.floor(at / 5) % 5]);
    const base = await states[state](codes);
    const before = await headOf(portal.owner, codes);
    const events = (await auditOf(portal.owner)).length;
    const result = await outcomeOf(verbs[step](codes, base));
    const head = await headOf(portal.owner, codes);
    expect(result === "done" ? head : result).toBe(
      result === "done" ? `${base + 1} ${becomes}` : becomes,
    );
    // A refused step changes nothing and leaves no event of a change.
    if (result !== "done") {
      expect(head).toBe(before);
      expect((await auditOf(portal.owner)).length).toBe(events);
    }
  });
});

describe("input", () => {
  const codes = question("SHG-1-1-a", "fukuoka", 2021);
  const submit = (fields: Record<string, string>) =>
    refusalOf(submitObservation(actingAs(portal, staff("fukuoka editor")), codes, fields));

  it.each([
    [{ value: "12" }, { quality: "quality.required" }],
    [{ quality: "wonderful", value: "12" }, { quality: "quality.required" }],
    [figure(""), { value: "figure.empty" }],
    [figure("多い"), { value: "figure.unreadable" }],
    [figure("1,45"), { value: "figure.unreadable" }],
    [figure("△12"), { value: "figure.ambiguous" }],
    [figure("12人"), { value: "figure.unit" }],
    [figure("9".repeat(30)), { value: "figure.too_large" }],
    [figure("1".repeat(201)), { value: "text.too_long" }],
    [figure("12", { note: "あ".repeat(2001) }), { note: "note.too_long" }],
  ])("%j is refused at its field", async (fields, errors) => {
    const refusal = await submit(form(0, fields));
    expect(refusal).toMatchObject({ code: "invalid", fieldErrors: errors });
    expect(await headOf(portal.owner, codes)).toBeNull();
  });

  it.each([
    ["ANS-3-2-a", "fukuoka", { quality: "final" }, ["numerator", "denominator"]],
    ["ANS-3-2-a", "fukuoka", fraction("3", "0"), ["denominator"]],
    ["ANS-3-2-a", "fukuoka", fraction("3", "-5"), ["denominator"]],
    ["ANS-4-1-a", "miyazaki", { quality: "final" }, ["words", "reached"]],
    ["ANS-4-1-a", "miyazaki", { quality: "final", words: "改訂なし" }, ["reached"]],
  ] as const)("%s of %s with %j lacks %j", async (indicator, slug, fields, missing) => {
    const context = actingAs(portal, staff(`${slug} editor`));
    const work = submitObservation(context, question(indicator, slug, 2021), form(0, fields));
    expect(Object.keys((await refusalOf(work)).fieldErrors).sort()).toEqual([...missing].sort());
  });

  it("may have gaps in a draft, but nothing unreadable", async () => {
    const context = actingAs(portal, staff("fukuoka editor"));
    const save = (fields: Record<string, string>) =>
      outcomeOf(saveObservation(context, codes, form(0, fields)));
    expect(await save(figure("多い"))).toBe("invalid");
    expect(await save(figure(""))).toBe("done");
  });

  it("without the form's own fields is invalid", async () => {
    const refusal = await submit(figure("12"));
    expect(refusal.code).toBe("invalid");
    expect(Object.keys(refusal.fieldErrors).sort()).toEqual(["baseVersion", "requestKey"]);
  });

  it("that looks like a slip is handed in with its reason, and saved without", async () => {
    const year = (fy: number) => question("SHG-4-1-a", "kagoshima", fy);
    await desk.report(year(2021), figure("120"));
    const errorsOf = async (value: string) =>
      (await refusalOf(desk.submit(year(2022), 0, figure(value)))).fieldErrors;
    expect(await errorsOf("1200")).toEqual({ note: "doubt.ten_times" });
    expect(await errorsOf("12")).toEqual({ note: "doubt.a_tenth" });
    expect(await errorsOf("130.5")).toEqual({ note: "doubt.more_decimals" });
    await desk.save(year(2022), 0, figure("1200"));
    await desk.submit(year(2022), 1, figure("1200", { note: "対象を広げたため。" }));
    expect(await headOf(portal.owner, year(2022))).toBe("2 submitted");
  });

  it("carries no figure where the quality says there is none", async () => {
    const survey = question("SHG-3-1-a", "oita", 2021);
    await desk.submit(survey, 0, figure("77", { quality: "under_survey" }));
    expect(await versionsOf(portal.owner, survey)).toMatchObject([
      { quality: "under_survey", value: null },
    ]);
  });

  it("cannot set what the server decides", async () => {
    const target = question("SHG-3-1-a", "kumamoto", 2021);
    const extra = {
      isDemo: "true",
      is_demo: "true",
      state: "accepted",
      version: "9",
      fy: "2024",
      organisationId: "00000000-0000-4000-8000-000000000000",
      authorId: approver.id,
      acceptedBy: approver.id,
      reason: "了解",
      createdAt: "2020-01-01",
    };
    await desk.save(target, 0, figure("3", extra));
    expect(await versionsOf(portal.owner, target)).toEqual([
      {
        version: 1,
        state: "draft",
        quality: "final",
        value: "3",
        note: "",
        reason: null,
        isDemo: false,
        author: "kumamoto editor",
      },
    ]);
  });

  it.each(["", " \u3000 ", undefined])("returns nothing without a reason (%j)", async (reason) => {
    const target = question("SHG-3-1-a", "kagoshima", 2021);
    if ((await headOf(portal.owner, target)) === null) await desk.submit(target, 0, figure("3"));
    const context = actingAs(portal, approver);
    const fields = form(1, reason === undefined ? {} : { reason });
    const refusal = await refusalOf(returnObservation(context, "fukuoka", target, fields));
    expect(refusal).toMatchObject({ code: "invalid", fieldErrors: { reason: "reason.empty" } });
    expect(await headOf(portal.owner, target)).toBe("1 submitted");
  });

  it.each([
    question("SHG-9-9-z", "saga"),
    question("SHG-6-1-b", "saga"),
    question("SHG-2-2-a", "saga", 2019),
    question("SHG-2-2-a", "saga", 2025),
    { ...question("SHG-2-2-a", "saga"), plan: "kurume" },
  ])("about $indicator of $organisation in $fy has no place", async (codes) => {
    const context = actingAs(portal, editor);
    expect(await outcomeOf(saveObservation(context, codes, form(0, figure("1"))))).toBe(
      "not_found",
    );
    expect(await outcomeOf(readReport(context, codes))).toBe("not_found");
  });

  it("is kept under the indicator's own code when it came by an alias", async () => {
    const alias = { ...question("JNZ-4-1-a", "kagoshima", 2021) };
    await saveObservation(actingAs(portal, staff("kagoshima editor")), alias, form(0, figure("9")));
    expect(await headOf(portal.owner, question("SGT-3-1-a", "kagoshima", 2021))).toBe("1 draft");
  });
});

describe("who may", () => {
  const codes = question("SHG-4-1-a", "oita", 2021);
  const verbs = {
    save: (actor: Actor | null) =>
      saveObservation(actingAs(portal, actor), codes, form(1, figure("1"))),
    propose: (actor: Actor | null) =>
      proposeObservation(actingAs(portal, actor), codes, form(1, figure("1"))),
    approve: (actor: Actor | null) => approveOne(actingAs(portal, actor), codes, 1),
    send_back: (actor: Actor | null) =>
      sendBackObservation(actingAs(portal, actor), codes, form(1, { reason: "×" })),
    submit: (actor: Actor | null) =>
      submitObservation(actingAs(portal, actor), codes, form(1, figure("1"))),
    withdraw: (actor: Actor | null) => withdrawObservation(actingAs(portal, actor), codes, form(1)),
    accept: (actor: Actor | null) =>
      acceptObservation(actingAs(portal, actor), "fukuoka", codes, form(1)),
    return: (actor: Actor | null) =>
      returnObservation(actingAs(portal, actor), "fukuoka", codes, form(1, { reason: "×" })),
  };

  beforeAll(() => desk.submit(codes, 0, figure("410")));

  it.each([
    ["nobody", [], null],
    ["somebody without an organisation", [], "none"],
    ["a viewer of the organisation", ["oita viewer"], "posts"],
    ["another prefecture's editor", ["nagasaki editor"], "posts"],
    ["another PT's lead", ["kagoshima approver"], "posts"],
    ["the lead's editor", ["fukuoka editor"], "posts"],
    ["the council's secretariat", ["council editor"], "posts"],
    ["a viewer of both", ["oita viewer", "fukuoka viewer"], "posts"],
  ] as const)("not %s", async (_, posts, kind) => {
    const actor = kind === null ? null : await createPerson(portal.owner, ...posts);
    for (const verb of observationSteps)
      expect(await outcomeOf(verbs[verb](actor)), verb).toBe("forbidden");
    expect(await historyOf(portal.owner, codes)).toBe("1 submitted");
  });

  it("accepts nobody's own submission, also of the lead itself", async () => {
    const own = question("SHG-4-1-a", "fukuoka", 2021);
    await submitObservation(actingAs(portal, approver), own, form(0, figure("500")));
    const refusals = [
      await refusalOf(acceptObservation(actingAs(portal, approver), "fukuoka", own, form(1))),
      await refusalOf(
        returnObservation(actingAs(portal, approver), "fukuoka", own, form(1, { reason: "再考" })),
      ),
    ];
    expect(refusals).toMatchObject([
      { code: "forbidden", concernsOwn: true },
      { code: "forbidden", concernsOwn: true },
    ]);
    const second = await createPerson(portal.owner, "fukuoka admin");
    await acceptObservation(actingAs(portal, second), "fukuoka", own, form(1));
    expect(await historyOf(portal.owner, own)).toBe("1 submitted, 2 accepted");
  });

  it("judges for the lead only, not for another organisation of the same person", async () => {
    const both = await createPerson(portal.owner, "fukuoka approver", "oita approver");
    const context = actingAs(portal, both);
    expect(await outcomeOf(acceptObservation(context, "oita", codes, form(1)))).toBe("forbidden");
    expect(await outcomeOf(acceptObservation(context, "nagasaki", codes, form(1)))).toBe(
      "forbidden",
    );
  });
});

describe("a step that fails after its first statement", () => {
  it("leaves neither version nor audit event", async () => {
    const codes = question("SHG-4-1-a", "miyazaki", 2021);
    await portal.owner`
      alter table audit_events add constraint broken check (subject not like '%miyazaki') not valid`;
    try {
      await expect(desk.save(codes, 0, figure("1"))).rejects.toThrow();
    } finally {
      await portal.owner`alter table audit_events drop constraint broken`;
    }
    expect(await headOf(portal.owner, codes)).toBeNull();
    expect(await versionsOf(portal.owner, codes)).toEqual([]);
    expect(await auditOf(portal.owner, "jewels/SHG-4-1-a/2021/miyazaki")).toEqual([]);
  });

  it("leaves no acceptance when the evaluation cannot be written", async () => {
    const codes = question("SHG-4-1-a", "miyazaki", 2021);
    await desk.submit(codes, 0, figure("1"));
    await portal.owner`
      alter table evaluations add constraint broken check (actual is null) not valid`;
    try {
      await expect(desk.accept(codes, 1)).rejects.toThrow();
    } finally {
      await portal.owner`alter table evaluations drop constraint broken`;
    }
    expect(await headOf(portal.owner, codes)).toBe("1 submitted");
    const events = await auditOf(portal.owner, "jewels/SHG-4-1-a/2021/miyazaki");
    expect(events.map((event) => event.action)).toEqual(["observation.submit"]);
    await desk.accept(codes, 1);
    expect(await headOf(portal.owner, codes)).toBe("2 accepted");
  });
});

describe("what the workspaces show of it", () => {
  const codes = question("JNZ-6-2-a", "saga");
  const lead = () => actingAs(portal, staff("kumamoto approver"));
  const waiting = async () => {
    const { items } = await listReviews(lead(), "kumamoto");
    return items.map((item) => `${item.indicator.code} ${item.organisation.slug} ${item.fy}`);
  };

  beforeAll(async () => {
    await openRound(portal.owner, { fy: 2023, dueOn: "2024-11-30" });
  });

  it("puts a submission on the lead's list until it is judged", async () => {
    const mark = "JNZ-6-2-a saga 2023";
    await desk.save(codes, 0, figure("1"));
    expect(await waiting()).not.toContain(mark);
    await desk.submit(codes, 1, figure("1"));
    expect(await waiting()).toContain(mark);
    await desk.return(codes, 2, "件数をご確認ください。");
    expect(await waiting()).not.toContain(mark);
  });

  it("gives the returned figure back to its organisation with the reason", async () => {
    const home = await readWorkspaceHome(actingAs(portal, editor), "saga");
    const owed = home.owed.find((row) => row.code === "JNZ-6-2-a");
    expect(owed).toMatchObject({ state: "returned", reason: "件数をご確認ください。" });
    const pt = await readPtWorkspace(
      actingAs(portal, editor),
      { organisation: "saga", plan: "jewels", pt: "JNZ" },
      2023,
      new Date(),
    );
    const rows = pt.policies.flatMap((policy) => policy.projects.flatMap((p) => p.indicators));
    expect(rows.find((row) => row.code === "JNZ-6-2-a")?.reports).toEqual([
      { period: 0, state: "returned" },
    ]);
    const report = await readReport(actingAs(portal, editor), codes);
    expect(report.versions.map((version) => version.state)).toEqual([
      "returned",
      "submitted",
      "draft",
    ]);
  });

  it("asks an economic body for what it owes and nothing else", async () => {
    const home = await readWorkspaceHome(actingAs(portal, staff("kyukeiren editor")), "kyukeiren");
    expect(home.owed.map((row) => row.code)).toEqual(["SHG-6-1-b", "ANS-2-3-a"]);
    expect(home.waitingForReview).toBe(0);
  });

  it("shows others an observation from its submission or acceptance on, and no draft", async () => {
    const seen = async (actor: Actor, target: typeof codes) => {
      const reading = readObservation(actingAs(portal, actor), target);
      const outcome = await outcomeOf(reading);
      return outcome === "done" ? (await reading).versions.map((v) => v.version) : outcome;
    };
    const other = staff("nagasaki editor");
    // 1 draft, 2 submitted, 3 returned.
    expect(await seen(staff("kumamoto approver"), codes)).toEqual([3, 2]);
    expect(await seen(other, codes)).toBe("not_found");
    await desk.submit(codes, 3, figure("2"));
    await desk.accept(codes, 4);
    expect(await seen(other, codes)).toEqual([5]);
    await desk.save(codes, 5, figure("3"));
    expect(await seen(other, codes)).toEqual([5]);
    expect(await seen(staff("kumamoto approver"), codes)).toEqual([5, 4, 3, 2]);
    expect(await seen(editor, codes)).toEqual([6, 5, 4, 3, 2, 1]);
  });

  it("is nobody else's workspace", async () => {
    for (const actor of [null, staff("nagasaki editor"), staff("kumamoto approver")]) {
      const context = actingAs(portal, actor);
      expect(await outcomeOf(readReport(context, codes))).toBe("forbidden");
      expect(await outcomeOf(readWorkspaceHome(context, "saga"))).toBe("forbidden");
      expect(await outcomeOf(listReviews(context, "saga"))).toBe("forbidden");
    }
  });
});

describe("demo figures", () => {
  let demo: Portal;
  let demoDesk: Desk;

  beforeAll(async () => {
    demo = await openPortal();
    await seed({ ownerUrl: demo.urls.ownerUrl, demo: true, log: () => {} });
    demoDesk = deskOf(demo, await createStaff(demo.owner));
  });
  afterAll(() => demo.close());

  it("stay marked when people judge them", async () => {
    const codes = question("SHG-2-2-a", "okinawa");
    await demoDesk.accept(codes, 1);
    expect((await versionsOf(demo.owner, codes)).map((v) => v.isDemo)).toEqual([true, true]);
  });

  it("are nobody's to make: what people write is not marked", async () => {
    const corrected = question("SHG-2-3-a", "saga");
    await demoDesk.save(corrected, 2, figure("1", { isDemo: "true" }));
    const withdrawn = question("SHG-2-2-a", "saga");
    await demoDesk.withdraw(withdrawn, 1);
    for (const codes of [corrected, withdrawn])
      expect((await versionsOf(demo.owner, codes)).at(-1)).toMatchObject({
        state: "draft",
        isDemo: false,
      });
  });
});
