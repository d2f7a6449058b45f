/** What marks and outlooks of the plans are called in English, by the labels of their rubrics. */
export const markTerms: Readonly<Record<string, string>> = {
  達成: "Achieved",
  おおむね達成: "Mostly achieved",
  未達: "Not achieved",
  判定不能: "Cannot be judged",
  "120%以上": "120% or more",
  "100～119%": "100–119%",
  "70～99%": "70–99%",
  "69%以下": "69% or less",
  数値目標対象外: "No numeric target",
  調査中: "Under survey",
  終了: "Ended",
  "達成できた（100％以上）": "Achieved (100% or more)",
  "概ね達成できた（70－100％未満）": "Mostly achieved (70% to under 100%)",
  "達成できなかった（70％未満）": "Not achieved (under 70%)",
  現時点では判断が困難: "Hard to judge at present",
  目標を達成できる見込み: "Expected to reach the target",
  目標達成には努力を要する: "Needs effort to reach the target",
  目標達成には厳しい状況にある: "Unlikely to reach the target",
};

/** What the plans call their levels. */
export const levelTerms: Readonly<Record<string, string>> = {
  基本目標: "Basic goal",
  基本施策: "Policy",
  施策の方向: "Direction",
  施策の基本的方向: "Basic direction",
  戦略: "Strategy",
  重要戦略: "Priority strategy",
  プロジェクト: "Project",
  具体的施策: "Measure",
  施策: "Measure",
  事業: "Project",
};
