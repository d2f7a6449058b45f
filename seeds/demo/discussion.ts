import type { NotificationKind } from "#app/domain/discussion/notification.ts";
import type { DiscussionSubject } from "#app/domain/discussion/subject.ts";
import type { OrganisationSlug } from "#seeds/organisations.ts";

/** A made-up comment; whoever stands for an organisation in the demo writes it. */
type DemoComment = {
  by: OrganisationSlug;
  /** In Japan. */
  at: string;
  body: string;
  /** The organisations whose people it addresses. */
  tells?: readonly OrganisationSlug[];
};

/** A made-up thread: its first comment and the answers, the oldest first. */
export type DemoThread = {
  key: string;
  subject: DiscussionSubject & { organisation?: OrganisationSlug };
  said: readonly [DemoComment, ...DemoComment[]];
  resolved?: { by: OrganisationSlug; at: string };
};

export const demoThreads: readonly DemoThread[] = [
  {
    key: "opening-hours",
    subject: { kind: "project", code: "SHG-5-2" },
    said: [
      {
        by: "saga",
        at: "2026-11-05T10:15",
        body: "@福岡県 共通項目のうち「開館時間」は、季節で異なる施設の場合、どのように記入すればよいでしょうか。",
        tells: ["fukuoka"],
      },
      {
        by: "fukuoka",
        at: "2026-11-05T16:40",
        body: "通年の時間を記入し、異なる期間は備考の項目に記入してください。\n記入例を項目の説明に追加しました。",
      },
      { by: "saga", at: "2026-11-06T09:05", body: "ありがとうございます。その方法で進めます。" },
    ],
    resolved: { by: "saga", at: "2026-11-06T09:06" },
  },
  {
    key: "conversion",
    subject: { kind: "project", code: "SHG-5-2" },
    said: [
      {
        by: "fukuoka",
        at: "2026-11-16T11:30",
        body: "@佐賀県 @長崎県 12月の担当者会議の資料に変換手順を載せたいと考えています。\n11月27日までに、現時点の案を共有していただけますか。途中の段階でかまいません。",
        tells: ["saga", "nagasaki"],
      },
      {
        by: "nagasaki",
        at: "2026-11-17T14:20",
        body: "承知しました。離島の施設の扱いを整理し、25日までに共有します。",
      },
    ],
  },
  {
    key: "period",
    subject: { kind: "indicator", code: "SHG-4-1-a" },
    said: [
      {
        by: "kumamoto",
        at: "2026-11-12T13:45",
        body: "年度の途中で登録を取り消した企業は、年度末の登録数に含めますか。",
      },
    ],
  },
  {
    key: "provisional",
    subject: { kind: "figure", code: "SHG-2-3-a", organisation: "saga", fy: 2023 },
    said: [
      {
        by: "fukuoka",
        at: "2026-11-18T09:50",
        body: "@佐賀県 差戻しの補足です。確定値の公表が回答期限に間に合わない場合は、集計中として提出していただいてかまいません。",
        tells: ["saga"],
      },
    ],
  },
];

/** What the people of the demo were told besides of comments. */
export const demoNotices: readonly {
  kind: Extract<NotificationKind, "submitted" | "returned">;
  to: OrganisationSlug;
  by: OrganisationSlug;
  at: string;
  indicator: string;
  reporter: OrganisationSlug;
  fy: number;
}[] = [
  {
    kind: "returned",
    to: "saga",
    by: "fukuoka",
    at: "2026-11-18T09:41",
    indicator: "SHG-2-3-a",
    reporter: "saga",
    fy: 2023,
  },
  {
    kind: "submitted",
    to: "fukuoka",
    by: "saga",
    at: "2026-11-17T15:12",
    indicator: "SHG-3-1-a",
    reporter: "saga",
    fy: 2023,
  },
];

/** Whom to ask about しごとづくりPT: offices that stand in no directory. */
export const demoContacts: readonly {
  organisation: OrganisationSlug;
  department: string;
  person: string;
  note?: string;
}[] = [
  {
    organisation: "fukuoka",
    department: "広域連携担当課",
    person: "PT事務局担当",
    note: "PT全体の取りまとめ",
  },
  { organisation: "saga", department: "企画担当課", person: "広域連携係" },
  { organisation: "nagasaki", department: "政策企画担当課", person: "主任主事" },
  { organisation: "kumamoto", department: "企画担当課", person: "広域連携班" },
  {
    organisation: "oita",
    department: "政策企画担当課",
    person: "主査",
    note: "火曜日の午前は会議のため不在",
  },
  { organisation: "miyazaki", department: "総合政策担当課", person: "政策推進係" },
  { organisation: "kagoshima", department: "総合政策担当課", person: "企画調整係" },
  { organisation: "yamaguchi", department: "政策企画担当課", person: "広域連携班" },
  { organisation: "kyukeiren", department: "地域政策担当", person: "PT担当" },
];
