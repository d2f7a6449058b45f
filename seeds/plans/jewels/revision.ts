import {
  type GoalData,
  isShown,
  type ListedIndicator,
  type PolicyData,
  type ProjectData,
  type VersionData,
} from "#seeds/plans/plan-data.ts";

// 見直し: twelve digital projects came in, nine projects were changed. What the nine said before is
// not in the document, only what was changed in them; each has it as an activity of its own, or in
// its purpose, where that names it.

/** The projects for digital society, with R9 as their horizon. */
const digital: readonly string[] = [
  "SHG-5-2",
  "SHG-9-1",
  "SGT-1-2",
  "SGT-1-4",
  "JNZ-6-1",
  "JNZ-6-2",
  "JSD-1-2",
  "JSD-3-2",
  "CKR-8-1",
  "CKR-8-2",
  "ANS-2-3",
  "ANS-3-3",
];

type Change = { note: string } & ({ added: string } | { purposeBefore: string });

const changes: Readonly<Record<string, Change>> = {
  "SHG-2-2": {
    note: "観光人材のスキルアップ及び活用促進に、ＤＸ研修を追加",
    purposeBefore:
      "人材育成と観光人材の活用を進め、観光産業の従事者がやりがいを持って働ける環境を整える。",
  },
  "SHG-2-4": {
    note: "外国人観光客の消費拡大に、コンテンツのデジタル活用を追加",
    added: "観光コンテンツのデジタル活用による消費拡大",
  },
  "SHG-3-2": {
    note: "ベンチャー企業と地域との協業促進を追加",
    added: "ベンチャー企業と地域との協業促進",
  },
  "SGT-2-1": {
    note: "目的に、デジタル実装の支援を追加",
    purposeBefore: "スマート農林水産業の普及を拡大し、収益性の高い農林水産業を実現する。",
  },
  "JNZ-1-1": {
    note: "ＵＩＪターンの取組に、デジタル人材の還流を追加",
    added: "ＵＩＪターンによるデジタル人材の還流",
  },
  "JSD-2-1": {
    note: "夫の家事・育児の促進、夫婦の負担感の軽減に、テレワークの活用を追加",
    added: "夫の家事・育児の促進と夫婦の負担感の軽減（テレワークの活用）",
  },
  "CKR-1-1": {
    note: "地方創生テレワークの推進と、関係人口に関する情報共有を追加",
    added: "地方創生テレワークの推進と関係人口に関する情報共有",
  },
  "CKR-2-1": {
    note: "研修に、デジタル技術の活用を追加",
    added: "デジタル技術を活用した担い手研修",
  },
  "ANS-1-1": {
    note: "重点的取組に、デジタルの活用を追加",
    added: "デジタルの活用を含む重点的取組",
  },
};

/** The versions of the plan, from its goals as they are printed today. */
export function versionsOf(goals: readonly GoalData[]): VersionData[] {
  return [
    {
      kind: "original",
      title: "第２期九州創生アクションプラン JEWELS+（当初）",
      reason: "",
      firstFy: "R2",
      goals: asFirstAdopted(goals),
    },
    {
      kind: "revision",
      title: "JEWELS+の見直し",
      reason:
        "デジタル田園都市国家構想を踏まえ、令和9年度までのデジタル関連プロジェクトを加え、既存のプロジェクトにデジタルの視点等を追加した。見直し前の記載は公表資料に示されていないため、見直しの要旨から復元している。",
      firstFy: "R5",
      notes: Object.fromEntries([
        ...digital.map((code) => [code, "令和9年度までのデジタル関連プロジェクトとして追加"]),
        ...Object.entries(changes).map(([code, { note }]) => [code, note]),
      ]),
      goals: asRevised(goals),
    },
  ];
}

/** The goals as they are today, with what the revision added to single projects. */
export function asRevised(goals: readonly GoalData[]): GoalData[] {
  return eachProject(goals, (project) => {
    const change = changes[project.code];
    if (!change || !("added" in change)) return project;
    return { ...project, activities: [...(project.activities ?? []), { name: change.added }] };
  });
}

function asFirstAdopted(goals: readonly GoalData[]): GoalData[] {
  const isNew = (code: string | undefined) => code !== undefined && digital.includes(code);
  const before = eachProject(goals, (project) => {
    if (isNew(project.code) || isNew(project.repostOf)) return null;
    const change = changes[project.code];
    const purpose = change && "purposeBefore" in change ? change.purposeBefore : project.purpose;
    return { ...project, ...(purpose && { purpose }) };
  });
  const known = new Set(
    before.flatMap((goal) => [
      ...[...goal.outcomes, ...(goal.parts ?? [])].map((listed) => listed.code),
      ...goal.policies.flatMap((policy) =>
        policy.projects.flatMap((project) => project.indicators.map((listed) => listed.code)),
      ),
    ]),
  );
  const isThere = (listed: ListedIndicator) => !isShown(listed) || known.has(listed.shows);
  return eachProject(before, (project) => ({
    ...project,
    indicators: project.indicators.filter(isThere),
  }));
}

/** Changes every project, or leaves it out, and a policy with it that has no other. */
function eachProject(
  goals: readonly GoalData[],
  change: (project: ProjectData) => ProjectData | null,
): GoalData[] {
  return goals.map((goal) => ({
    ...goal,
    policies: goal.policies.flatMap((policy): PolicyData[] => {
      const projects = policy.projects.flatMap((project) => change(project) ?? []);
      return projects.length > 0 ? [{ ...policy, projects }] : [];
    }),
  }));
}
