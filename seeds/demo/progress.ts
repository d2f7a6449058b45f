import type { ActivityState } from "#app/domain/progress/activity.ts";
import type { MilestoneState, MilestoneStep } from "#app/domain/progress/milestone.ts";
import type { ProgressStatus, UpdateScope } from "#app/domain/progress/status.ts";
import type { OrganisationSlug } from "#seeds/organisations.ts";

/** A made-up status update of a project of しごとづくりPT. */
export type DemoUpdate = {
  project: string;
  organisation: OrganisationSlug;
  scope: UpdateScope;
  /** In Japan. */
  at: string;
  status: ProgressStatus;
  done: string;
  issues?: string;
  next: string;
};

/** A made-up milestone with the steps it has taken, the oldest first. */
export type DemoMilestone = {
  project: string;
  key: string;
  name: string;
  due: { on: string } | { fy: number };
  organisation: OrganisationSlug;
  addedAt: string;
  steps: {
    at: string;
    step: MilestoneStep;
    state: MilestoneState;
    reason?: string;
    reachedOn?: string;
    evidence?: string;
  }[];
};

/** A made-up report of the lead on an activity, which is named by its place in its project. */
export type DemoReport = {
  project: string;
  place: number;
  at: string;
  state: ActivityState;
  note: string;
};

/** In the order in which they were written. */
export const demoUpdates: readonly DemoUpdate[] = [
  {
    project: "SHG-5-2",
    organisation: "fukuoka",
    scope: "whole",
    at: "2026-04-10T10:20",
    status: "on_track",
    done: "各県のオープンデータ担当者会議を２回開催し、連携するデータセットの候補を整理した。",
    next: "６月までに共通のデータ項目案を各県に照会する。",
  },
  {
    project: "SHG-5-2",
    organisation: "kumamoto",
    scope: "own",
    at: "2026-09-18T11:05",
    status: "on_track",
    done: "観光施設データを共通項目に合わせて公開した。",
    next: "12月に避難所データの公開を予定している。",
  },
  {
    project: "SHG-5-2",
    organisation: "saga",
    scope: "own",
    at: "2026-09-29T15:40",
    status: "slipping",
    done: "観光施設データの項目を共通項目に照らして点検した。",
    issues: "市町で様式が異なり、変換に想定より時間を要している。",
    next: "11月中に変換手順をまとめ、年内に公開する。",
  },
  {
    project: "SHG-5-2",
    organisation: "nagasaki",
    scope: "own",
    at: "2026-10-02T09:30",
    status: "late",
    done: "公開の対象とするデータを庁内で照会した。",
    issues: "離島の交通データについて、事業者との利用条件の協議が整っていない。",
    next: "１月までに協議を終え、対象を絞って公開する。",
  },
  {
    project: "SHG-5-2",
    organisation: "fukuoka",
    scope: "own",
    at: "2026-10-06T14:00",
    status: "on_track",
    done: "共通のデータ項目案を取りまとめ、観光施設データを公開した。",
    next: "民間データとの連携に向け、経済団体と意見交換を行う。",
  },
  {
    project: "SHG-5-2",
    organisation: "fukuoka",
    scope: "whole",
    at: "2026-10-13T16:10",
    status: "slipping",
    done: "共通のデータ項目を決定し、４県が観光施設データの点検又は公開に着手した。",
    issues: "交通データの利用条件の協議に時間を要している県がある。",
    next: "２月の担当者会議で進み具合を確認し、次年度に公開するデータを決める。",
  },
  {
    project: "SHG-4-1",
    organisation: "fukuoka",
    scope: "whole",
    at: "2026-03-24T13:30",
    status: "on_track",
    done: "九州・山口の共同キャンペーンを11月に実施し、実践企業の登録を呼びかけた。",
    next: "各県の登録企業の事例集を作成する。",
  },
  {
    project: "SHG-4-1",
    organisation: "oita",
    scope: "own",
    at: "2026-08-27T10:45",
    status: "on_track",
    done: "県内３か所でセミナーを開催し、延べ180社が参加した。",
    next: "参加企業に登録を案内する。",
  },
  {
    project: "SHG-4-1",
    organisation: "saga",
    scope: "own",
    at: "2026-09-15T17:00",
    status: "on_track",
    done: "経済団体と連名で登録を呼びかけ、建設業の登録が増えた。",
    next: "２月に優良企業の表彰を行う。",
  },
  {
    project: "SHG-6-1",
    organisation: "fukuoka",
    scope: "whole",
    at: "2026-05-29T11:00",
    status: "completed",
    done: "全事業でロゴマークの使用を確認し、使用の手引を各団体に配布した。",
    next: "",
  },
];

export const demoMilestones: readonly DemoMilestone[] = [
  {
    project: "SHG-5-2",
    key: "items",
    name: "共通のデータ項目を決定",
    due: { on: "2026-06-30" },
    organisation: "fukuoka",
    addedAt: "2026-02-16T10:00",
    steps: [
      { at: "2026-04-10T10:30", step: "start", state: "started" },
      {
        at: "2026-06-26T15:15",
        step: "reach",
        state: "reached",
        reachedOn: "2026-06-24",
        evidence: "令和８年度第１回オープンデータ担当者会議 資料２",
      },
    ],
  },
  {
    project: "SHG-5-2",
    key: "tourism",
    name: "観光施設データを全県で公開",
    due: { on: "2026-10-31" },
    organisation: "fukuoka",
    addedAt: "2026-02-16T10:10",
    steps: [{ at: "2026-07-03T09:20", step: "start", state: "started" }],
  },
  {
    project: "SHG-5-2",
    key: "transport",
    name: "離島を含む交通データの利用条件を整理",
    due: { fy: 2026 },
    organisation: "nagasaki",
    addedAt: "2026-02-16T10:20",
    steps: [
      { at: "2026-05-11T11:40", step: "start", state: "started" },
      {
        at: "2026-10-02T09:45",
        step: "delay",
        state: "late",
        reason: "事業者ごとに条件が異なり、協議が年内に整わない見込みのため。",
      },
    ],
  },
  {
    project: "SHG-5-2",
    key: "shelters",
    name: "避難所データの共通化を完了",
    due: { fy: 2027 },
    organisation: "kumamoto",
    addedAt: "2026-02-16T10:30",
    steps: [],
  },
  {
    project: "SHG-5-2",
    key: "economy",
    name: "経済団体のデータを含む10件の連携を開始",
    due: { fy: 2028 },
    organisation: "kyukeiren",
    addedAt: "2026-02-16T10:40",
    steps: [],
  },
];

/** In the order in which they were written. */
export const demoReports: readonly DemoReport[] = [
  {
    project: "SHG-2-4",
    place: 1,
    at: "2026-05-18T09:40",
    state: "started",
    note: "各県の多言語コンテンツの一覧を作成している。",
  },
  {
    project: "SHG-2-4",
    place: 1,
    at: "2026-10-21T14:25",
    state: "late",
    note: "画像の利用許諾の確認に時間を要しており、公開が翌年度になる見込みのため。",
  },
  {
    project: "SHG-3-2",
    place: 1,
    at: "2026-07-09T16:00",
    state: "started",
    note: "９月に福岡県、11月に大分県でマッチングの催しを開催する。",
  },
];
