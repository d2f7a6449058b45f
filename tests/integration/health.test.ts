import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { z } from "zod";
import { healthRules } from "#app/domain/health/finding.ts";
import * as schemas from "#app/lib/api/schemas.ts";
import type { Actor } from "#app/policy/can.ts";
import { loader as apiLoader } from "#app/routes/api/health.ts";
import { dismissFinding } from "#app/services/finding/dismiss.server.ts";
import { listFindings } from "#app/services/finding/list.server.ts";
import { restoreFinding } from "#app/services/finding/restore.server.ts";
import { asActor } from "#db/client.server.ts";
import { healthDismissals } from "#db/schema/index.ts";
import { indicatorIn, redefine } from "#tests/factories/definition.ts";
import { createPerson } from "#tests/factories/people.ts";
import { openPortal, type Portal } from "#tests/factories/portal.ts";
import { countedDatabase } from "#tests/factories/statements.ts";
import { beWebProcess, routeArgs } from "#tests/factories/web.ts";

let portal: Portal;
let endWeb: () => Promise<void>;
let secretariat: Actor;
let saga: Actor;

beforeAll(async () => {
  portal = await openPortal();
  endWeb = beWebProcess(portal);
  secretariat = await createPerson(portal.owner, "council editor");
  saga = await createPerson(portal.owner, "saga admin");
});
afterAll(async () => {
  await endWeb();
  await portal.close();
});

const as = (actor: Actor | null) => ({ database: portal.database, actor, requestId: "r" });
const list = (plan: string, actor: Actor | null = null) => listFindings(as(actor), plan);

/** Every finding as its case and whose it is; what is told for many places begins with the first. */
async function told(plan: string): Promise<string[]> {
  const { findings } = await list(plan);
  return findings.map(
    ({ case: found, evidence: [first] }) => `${found} ${first?.indicator ?? first?.node}`,
  );
}

describe("what the check finds in the real plans", () => {
  it("JEWELS+", async () => {
    expect(await told("jewels")).toEqual([
      "target-roadmap.differs JNZ-3-2-a", // 1,240人, the roadmap ends at 1,500人
      "target-roadmap.differs CKR-8-2-a", // 18件, the roadmap says 3件
      "target-overview.differs SGT-2-1-b", // 161件, the overview 135件
      "target-overview.differs CKR-1-1-a", // 15,800人, the overview of the 再掲 16,500人
      "target-overview.differs CKR-7-1-a", // 12箇所, the overview 21件
      "roadmap-sum.overview SGT-o2", // 5,300 + 135 + 178 are not 5,639
      "same-indicator.differs JSD-3-1-a", // 54.5％ of R1 until R6, 47％ of R3 until R9
      "target-reached.surpassed JSD-2-1-a", // 21 hours, 21.25 at present
      "target-roadmap.no_cell SGT-4-1-b",
      "target-roadmap.late_milestone ANS-3-1-a-1", // 初年度, the roadmap says R3
      "printed-differently.texts CKR-8-2-a",
      "target-pace.slower SHG-3-1-a",
      "target-pace.slower SHG-5-1-a",
      "target-pace.slower SGT-1-2-a",
      "roadmap-backwards.below_baseline SHG-3-2-a",
      "roadmap-backwards.below_baseline SHG-6-1-b",
      "roadmap-backwards.below_baseline JNZ-o1",
      "roadmap-backwards.below_baseline JNZ-1-1-a-1",
      "roadmap-backwards.below_baseline JNZ-1-1-a-2",
      "roadmap-backwards.below_baseline JNZ-3-1-a",
      "cumulative-annual.roadmap CKR-1-1-a",
      "cumulative-annual.span CKR-3-1-a",
      "duplicate.shared SGT-3-1-a",
      "unit-variant.text SHG-2-2-a", // 名, 人 in the overview
      "unit-variant.text SHG-2-3-a", // 万人泊, 万人 in the overview
      "unit-variant.text JNZ-6-1-a", // 人, 件 in the roadmap
      "unit-variant.text JNZ-6-2-a",
      "unit-name.kind SHG-3-2-a", // 資金調達企業数：30％
      "unit-name.kind JSD-1-2-a", // 件数 in 組
      "mixed-measure.unit JNZ-5-1-a", // 人・件
      "incomplete.target SHG-o2",
      "incomplete.target JSD-o1",
      "incomplete.target JSD-o2",
      "survey.once SGT-3-1-a", // 就業構造基本調査 in R4 only
      "survey.once JSD-2-1-a",
      "survey.once ANS-1-1-a",
      "survey.unsuitable JNZ-5-1-a",
      "survey.two_sources JSD-2-1-a",
      "name-differs.place SGT-1-1-a", // 事業所数 and 事業数
      "name-differs.place JNZ-2-1-a",
      "target-reached.equal SHG-6-1-a",
      "target-pace.same SGT-1-3-a",
      "roadmap-backwards.missed SHG-1-1-a",
      "cumulative-annual.unsaid SHG-5-2-a",
      "unit-variant.spelling SGT-1-3-a",
      "unit-variant.spelling SHG-4-1-a",
      "rate-parts.missing SHG-o2",
      "target-year.undecided SHG-2-1-a",
      "incomplete.baseline_undated SHG-5-1-a",
      "incomplete.source SHG-o1",
      "name-differs.overview SHG-3-2",
      "repost-mark.missing JSD-4-1",
    ]);
  });

  it("北九州市", async () => {
    expect(await told("kitakyushu")).toEqual([
      "printed-differently.actuals M032-b", // 企業等との共同研究: 4件 and 7件
      "printed-differently.place M016-a",
      "printed-differently.actuals M042-a",
      "printed-differently.actuals M052-a", // 6,763人 and 6,764人
      "target-pace.slower M028-a",
      "target-pace.slower M050-a",
      "target-pace.slower M092-a",
      "target-pace.slower M095-a",
      "duplicate.shared M012-a",
      "duplicate.shared M016-a",
      "duplicate.shared M021-a",
      "duplicate.identical M001-a",
      "duplicate.identical M018-a",
      "duplicate.identical M018-b",
      "duplicate.identical M029-a",
      "duplicate.identical M030-a",
      "duplicate.identical M032-a",
      "duplicate.identical M033-a",
      "duplicate.identical M042-a",
      "duplicate.identical M048-b",
      "duplicate.identical M075-a",
      "duplicate.same_actuals M052-a", // 視察等受入人数 and アジア人材受入
      "unit-variant.text M033-a", // 人増, 人 in the baseline
      "unit-variant.text M057-a",
      "unit-variant.text M071-a", // 社, results in 件
      "unit-name.kind M016-a",
      "unit-name.kind M021-b",
      "unit-name.kind M065-a",
      "unit-name.kind M087-a", // 就職者数 in ％
      "target-year.outside M006-a", // H32, six targets
      "incomplete.target M094-a",
      "survey.once M014-a",
      "survey.once M075-a",
      "same-indicator.homonyms M035-a",
      "target-reached.by_actual M004-a",
      "target-pace.same M017-a",
      "cumulative-annual.unsaid M029-a",
      "unit-variant.spelling M018-b",
      "rate-parts.missing M010-a",
      "incomplete.baseline M005-b",
      "incomplete.source M001-a",
    ]);
  });

  it("久留米市 and 美祢市", async () => {
    expect(await told("kurume")).toEqual([
      "printed-differently.texts T2", // 12.1％ in the text, 12％ in the table
      "target-reached.equal T1",
      "mixed-measure.parts T7", // 平日 and 休日
      "mixed-measure.periods T3",
      "rate-parts.missing T2",
      "incomplete.baseline_undated T4",
      "incomplete.source T1",
    ]);
    expect(await told("mine")).toEqual([
      "target-pace.one_year 1-1-2-a", // 2社 in one year, 2社 in five
      "unit-name.kind G2-t1", // 認知度 in 点
      "incomplete.target_unclear G3-t1",
      "incomplete.target_unclear G4-t1",
      "unit-variant.spelling 1-1-2-a",
      "rate-parts.missing G1-t1",
      "incomplete.baseline_undated 1-1-3-b",
      "incomplete.baseline_old G1-t1",
      "incomplete.source G1-t1",
    ]);
  });

  it("finds something by every rule", async () => {
    const plans = await Promise.all(["jewels", "kitakyushu", "kurume", "mine"].map((p) => list(p)));
    const rules = new Set<string>(plans.flatMap((plan) => plan.findings.map((f) => f.rule)));
    expect(Object.keys(healthRules).filter((rule) => !rules.has(rule))).toEqual([]);
  });

  it("in two statements after the one that says who asks, once the plan was checked", async () => {
    const counted = countedDatabase(portal.urls.appUrl);
    const context = { ...as(null), database: counted.database };
    await listFindings(context, "jewels");
    expect(await counted.statementsOf(() => listFindings(context, "jewels"))).toHaveLength(3);
    await counted.close();
  });

  it("and refuses a plan that is not there", async () => {
    await expect(list("nowhere")).rejects.toMatchObject({ code: "not_found" });
  });
});

describe("setting a finding aside", () => {
  let key: string;
  const of = async (actor: Actor | null = null) =>
    (await list("jewels", actor)).findings.find((finding) => finding.key === key);
  const codes = () => ({ plan: "jewels", key });
  const reason = { reason: "実績を踏まえた意図的な記載である。" };

  beforeEach(async () => {
    await portal.owner`truncate health_dismissals`;
    key = (await list("jewels")).findings[0]?.key ?? "";
  });

  it("keeps the reason, who and when, and writes the audit event; restoring takes it up again", async () => {
    await dismissFinding(as(secretariat), codes(), reason);
    expect((await of(saga))?.dismissal).toMatchObject({ ...reason, person: secretariat.name });
    expect((await of())?.dismissal).toMatchObject({ ...reason, person: null });
    await restoreFinding(as(secretariat), codes());
    expect((await of())?.dismissal).toBeNull();
    const events = await portal.owner`
      select action, subject, detail from audit_events where action like 'finding.%' order by at`;
    expect(events).toMatchObject([
      { action: "finding.dismiss", subject: `jewels/${key}`, detail: reason },
      { action: "finding.restore", detail: { before: reason.reason } },
    ]);
    const rows = await portal.owner`select dismissed from health_dismissals order by created_at`;
    expect(rows.map((row) => row.dismissed)).toEqual([true, false]);
  });

  it.each(["", "　 ", "あ".repeat(1001)])("needs a reason of some length", async (text) => {
    await expect(dismissFinding(as(secretariat), codes(), { reason: text })).rejects.toMatchObject({
      code: "invalid",
      fieldErrors: { reason: expect.any(String) },
    });
    expect((await of())?.dismissal).toBeNull();
  });

  it("is the plan's owner's to do", async () => {
    const viewer = await createPerson(portal.owner, "council viewer");
    for (const actor of [saga, viewer, null])
      for (const input of [reason, {}])
        await expect(dismissFinding(as(actor), codes(), input)).rejects.toMatchObject({
          code: "forbidden",
        });
    expect((await list("jewels", saga)).mayDecide).toBe(false);
    expect((await list("jewels", secretariat)).mayDecide).toBe(true);
    expect((await list("kurume", secretariat)).mayDecide).toBe(false);
  });

  it("is refused where somebody did so already, or where the definition has changed", async () => {
    await expect(restoreFinding(as(secretariat), codes())).rejects.toMatchObject({
      code: "conflict",
    });
    await dismissFinding(as(secretariat), codes(), reason);
    await expect(dismissFinding(as(secretariat), codes(), reason)).rejects.toMatchObject({
      code: "conflict",
    });
    const stale = { plan: "jewels", key: `${key}0` };
    await expect(dismissFinding(as(secretariat), stale, reason)).rejects.toMatchObject({
      code: "conflict",
    });
  });

  it("lapses when what it speaks of is printed anew", async () => {
    await dismissFinding(as(secretariat), codes(), reason);
    const change = (text: string) =>
      redefine(portal.owner, "jewels", (content) => {
        indicatorIn(content, "JNZ-3-2-a").targetText = text;
      });
    await change("目標：1,250 人（累計）");
    expect((await list("jewels")).findings.filter((finding) => finding.dismissal)).toEqual([]);
    await change("目標：1,240 人（累計）");
    expect((await of())?.dismissal).not.toBeNull();
  });

  it("is refused by the database too, for others and in others' names", async () => {
    const [plan] = await portal.owner`select id, owner_id from plans where code = 'jewels'`;
    const insert = (actor: Actor, row: { authorId: string; authorOrganisationId: string }) =>
      asActor(portal.database, actor.id, (tx) =>
        tx.insert(healthDismissals).values({
          planId: plan?.id,
          findingKey: key,
          dismissed: true,
          ...reason,
          ...row,
        }),
      );
    const own = {
      authorId: saga.id,
      authorOrganisationId: saga.memberships[0]?.organisationId ?? "",
    };
    const owner = { authorId: secretariat.id, authorOrganisationId: plan?.owner_id };
    const refused = { cause: { code: "42501" } };
    await expect(insert(saga, own)).rejects.toMatchObject(refused);
    await expect(insert(saga, owner)).rejects.toMatchObject(refused);
    await expect(insert(secretariat, { ...owner, authorId: saga.id })).rejects.toMatchObject(
      refused,
    );
    await insert(secretariat, owner);
    for (const statement of [
      portal.owner`select has_table_privilege('portal_app', 'health_dismissals', 'UPDATE') as may`,
      portal.owner`select has_table_privilege('portal_app', 'health_dismissals', 'DELETE') as may`,
    ])
      expect(await statement).toMatchObject([{ may: false }]);
  });
});

describe("GET /plans/{plan}/health", () => {
  const get = (plan: string) =>
    apiLoader(routeArgs(`/api/v1/plans/${plan}/health`, { params: { plan } }));

  it("gives everybody the findings with words and evidence", async () => {
    await portal.owner`truncate health_dismissals`;
    const [first] = (await list("jewels")).findings;
    await dismissFinding(
      as(secretariat),
      { plan: "jewels", key: first?.key ?? "" },
      { reason: "済" },
    );
    const answer = await get("jewels");
    expect(answer.status).toBe(200);
    const health = z.strictObject(schemas.health.shape).parse(await answer.json());
    expect(health.counts).toEqual({ error: 7, warning: 32, notice: 12, dismissed: 1 });
    expect(health.findings[0]).toMatchObject({
      case: "target-roadmap.differs",
      severity: "error",
      evidence: [
        { indicator: "JNZ-3-2-a", node: null, kind: "target", text: "目標：1,240 人（累計）" },
        { indicator: "JNZ-3-2-a", node: null, kind: "roadmap", text: "R6：1,500 人" },
      ],
      dismissed: { reason: "済", organisation: "戦略会議" },
    });
    expect(JSON.stringify(health)).not.toContain(secretariat.name);
  });

  it("is a problem for a plan that is not there", async () => {
    expect((await get("nowhere")).status).toBe(404);
  });
});
