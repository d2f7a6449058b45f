import { reportActivity } from "#app/services/activity/report.server.ts";
import { dismissFinding } from "#app/services/finding/dismiss.server.ts";
import { restoreFinding } from "#app/services/finding/restore.server.ts";
import { advanceMilestone } from "#app/services/milestone/advance.server.ts";
import { saveMilestone } from "#app/services/milestone/save.server.ts";
import { readNarrative } from "#app/services/narrative/read.server.ts";
import { saveNarrative } from "#app/services/narrative/save.server.ts";
import { setOutlook } from "#app/services/outlook/set.server.ts";
import { setOverride } from "#app/services/override/set.server.ts";
import { makePack } from "#app/services/pack/make.server.ts";
import { describePacks } from "#app/services/pack/read.server.ts";
import { editPlan } from "#app/services/plan/edit.server.ts";
import { succeedPlan } from "#app/services/plan/succeed.server.ts";
import { readProgress } from "#app/services/progress/read.server.ts";
import { reportProgress } from "#app/services/progress/report.server.ts";
import { adoptRevision } from "#app/services/revision/adopt.server.ts";
import { advanceRevision } from "#app/services/revision/advance.server.ts";
import { decideProposal } from "#app/services/revision/decide.server.ts";
import { openRevision } from "#app/services/revision/open.server.ts";
import { proposeChange } from "#app/services/revision/propose.server.ts";
import { readRevision } from "#app/services/revision/read.server.ts";
import { withdrawProposal } from "#app/services/revision/withdraw.server.ts";
import { readRollup } from "#app/services/rollup/read.server.ts";
import { closeRound } from "#app/services/round/close.server.ts";
import { extendRound } from "#app/services/round/extend.server.ts";
import { openRound } from "#app/services/round/open.server.ts";
import { prepareRound } from "#app/services/round/prepare.server.ts";
import { publishRound } from "#app/services/round/publish.server.ts";
import { readRound } from "#app/services/round/read.server.ts";
import { reopenRound } from "#app/services/round/reopen.server.ts";
import { adoptRubric } from "#app/services/rubric/adopt.server.ts";
import { roundForm } from "#tests/factories/round-steps.ts";
import { form } from "#tests/factories/steps.ts";
import type { Call } from "./call.ts";
import { now, plan, project, updateForm } from "./scene.ts";

const judgement = { reason: "現地の状況による。", baseVersion: "0" };
const kpi = { plan, kind: "indicator", code: "SHG-4-1-a", fy: 2023 } as const;
const item = (code: string) => ({ kind: "node" as const, code });

/** Plans, what is said of them year by year, and the rounds in which figures are asked for. */
export const planCalls = {
  "plan.read": { whose: "nobody's", run: (at) => readRollup(at, plan, 2023) },
  "rollup.read": {
    whose: "nobody's",
    run: (at) => readNarrative(at, { plan: "kurume", node: "G1", part: "issues", fy: 2016 }),
  },
  "round.read": {
    whose: "nobody's",
    run: (at, { rounds }) => readRound(at, { plan, round: rounds.open }, now),
  },
  "round.prepare": {
    whose: "owned",
    run: (at) => prepareRound(at, { plan, round: null }, form(0, roundForm(2024))),
  },
  "round.open": {
    whose: "owned",
    hidden: true,
    run: (at, { rounds }) => openRound(at, { plan, round: rounds.planned }, form(1)),
  },
  "round.extend": {
    whose: "owned",
    run: (at, { rounds }) =>
      extendRound(
        at,
        { plan, round: rounds.open },
        form(0, { organisation: "oita", dueOn: "2027-02-28", reason: "災害対応のため" }),
      ),
  },
  "round.close": {
    whose: "owned",
    run: (at, { rounds }) =>
      closeRound(at, { plan, round: rounds.open }, form(2, { confirmed: "on" })),
  },
  "round.reopen": {
    whose: "owned",
    run: (at, { rounds }) =>
      reopenRound(
        at,
        { plan, round: rounds.closed },
        form(3, { dueOn: "2027-03-31", reason: "集計の誤り" }),
        now,
      ),
  },
  "round.publish": {
    whose: "owned",
    run: (at, { rounds }) => publishRound(at, { plan, round: rounds.closed }, form(3)),
  },
  "pack.read": { whose: "nobody's", run: (at) => describePacks(at, plan, now) },
  "pack.make": {
    whose: "owned",
    run: (at) =>
      makePack(at, plan, {
        edition: "2021-1",
        meeting: "第44回九州地域戦略会議",
        meetingOn: "2026-11-20",
        "pt.SHG": "on",
        "part.cover": "on",
      }),
  },
  "rubric.adopt": {
    whose: "owned",
    run: (at, { rubric }) =>
      adoptRubric(at, plan, { content: rubric, reason: "表現を改める。", baseVersion: "1" }),
  },
  "override.set": {
    whose: "both",
    run: (at) => setOverride(at, kpi, { ...judgement, value: "○" }),
  },
  "outlook.set": {
    whose: "kurume's",
    run: (at) =>
      setOutlook(
        at,
        { plan: "kurume", code: "T1", fy: 2016 },
        { ...judgement, value: "A", baseVersion: "1" },
      ),
  },
  "narrative.save": {
    whose: "both",
    run: (at) =>
      saveNarrative(
        at,
        { plan, node: "SHG", part: "issues", fy: 2023 },
        { text: "人手が足りない。", baseVersion: "0" },
      ),
  },
  "finding.dismiss": {
    whose: "owned",
    run: (at, { findings }) =>
      dismissFinding(at, { plan, key: findings.toDismiss }, { reason: "確認済み" }),
  },
  "finding.restore": {
    whose: "owned",
    run: (at, { findings }) => restoreFinding(at, { plan, key: findings.dismissed }),
  },
  "progress.read": { whose: "nobody's", run: (at) => readProgress(at, project, now) },
  "progress.report": {
    whose: "oita's",
    run: (at) =>
      reportProgress(at, { ...project, organisation: "oita", scope: "own" }, form(1, updateForm)),
  },
  "milestone.save": {
    whose: "both",
    run: (at) =>
      saveMilestone(
        at,
        { ...project, milestone: null },
        form(0, { name: "公開", dueKind: "year", dueFy: "2026", organisation: "oita" }),
      ),
  },
  "milestone.advance": {
    whose: "all",
    run: (at, { milestone }) =>
      advanceMilestone(at, { ...project, milestone }, form(1, { step: "start" }), now),
  },
  "activity.report": {
    whose: "both",
    run: (at, { activity }) =>
      reportActivity(at, activity, form(0, { state: "started", note: "" })),
  },
  "plan.edit": {
    whose: "both",
    run: (at, { editing, planVersion }) =>
      editPlan(
        at,
        { plan, node: "SHG-1-1" },
        { ...editing, purpose: "輸出の体制を整える。", ...form(planVersion) },
        now,
      ),
  },
  "plan.succeed": {
    whose: "owned",
    run: (at) =>
      succeedPlan(at, plan, {
        code: "jewels-3",
        name: "第３期九州創生アクションプラン",
        firstFy: "R10",
        lastFy: "R14",
        requestKey: crypto.randomUUID(),
      }),
  },
  "revision.read": {
    whose: "nobody's",
    run: (at, { revisions }) => readRevision(at, { plan, number: revisions.proposed }),
  },
  "revision.open": {
    whose: "both",
    run: (at) => openRevision(at, plan, { title: "見直し", requestKey: crypto.randomUUID() }),
  },
  "revision.propose": {
    whose: "both",
    run: (at, { revisions, proposal }) =>
      proposeChange(at, { plan, number: revisions.collecting }, item("SHG-2-2"), {
        ...proposal,
        ...form(0),
      }),
  },
  "revision.withdraw": {
    whose: "both",
    run: (at, { revisions }) =>
      withdrawProposal(at, { plan, number: revisions.proposed }, item("SHG-4-1"), form(1)),
  },
  "revision.decide": {
    whose: "owned",
    run: (at, { revisions }) =>
      decideProposal(
        at,
        { plan, number: revisions.proposed },
        item("SHG-4-1"),
        "set_aside",
        form(1, { reason: "来年度に検討する。" }),
      ),
  },
  "revision.advance": {
    whose: "owned",
    run: (at, { revisions }) =>
      advanceRevision(
        at,
        { plan, number: revisions.proposed },
        { step: "assemble", reason: "", baseStep: 1 },
      ),
  },
  "revision.adopt": {
    whose: "owned",
    run: (at, { revisions }) =>
      adoptRevision(
        at,
        { plan, number: revisions.assembled },
        { adoptedOn: "2026-11-19", firstFy: "2026", baseStep: 2, requestKey: crypto.randomUUID() },
        now,
      ),
  },
} satisfies Record<string, Call>;
