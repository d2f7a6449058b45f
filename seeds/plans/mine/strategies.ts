import type { StrategyData } from "#seeds/plans/plan-data.ts";

/**
 * The 重要戦略 with their schedules. The rows of the schedules have no names of their own and are
 * numbered here; a text without an arrow stands for the year of its column. The links are printed
 * twice, 37 from each side: with the strategies and with the measures. They agree but for one, which
 * the strategy S3 prints as 4-2-2 and the measures print at 4-2-1; the strategy's own list holds.
 */
export const strategies: readonly StrategyData[] = [
  {
    code: "S1",
    number: "1",
    name: "Mine秋吉台ジオパークを通して地域に対する誇りと郷土愛を育むとともに、プロモーションにより美祢市の知名度を高める",
    activities: [
      {
        name: "取組①",
        bars: [
          {
            from: "H27",
            text: "「地球公園」の周知と居住価値向上につなげるプロモーション戦略の検討",
          },
          {
            from: "H28",
            text: "「地球公園」の周知と居住価値向上につなげるプロモーション活動の実施、定住促進",
          },
        ],
      },
      { name: "取組②", bars: [{ from: "H27", text: "ジオパーク教育・普及活動、" }] },
      { name: "取組③", bars: [{ from: "H27", text: "ジオパークを活用した観光産業の振興" }] },
      {
        name: "取組④",
        bars: [
          {
            from: "H27",
            text: "農林産物等のブランド化・六次産業化の推進に向けた、ジオパークの活用検討",
          },
          {
            from: "H29",
            text: "農林産物の高付加価値化に向けた活動の展開(プロモーション活動、商品開発等)",
          },
        ],
      },
      { name: "取組⑤", bars: [{ from: "H27", text: "研究活動の活発化" }] },
    ],
    projects: ["1-2-1", "1-2-2", "1-2-3", "1-3-1", "2-1-1", "2-1-2", "2-2-1", "3-3-1", "4-2-3"],
  },
  {
    code: "S2",
    number: "2",
    name: "共生への意識醸成を進め、新たな雇用をつくる",
    activities: [
      {
        name: "取組①",
        bars: [
          {
            from: "H27",
            to: "H31",
            text: "職業訓練(資格取得、農林業技術の習得等)における連携強化",
          },
        ],
      },
      {
        name: "取組②",
        bars: [
          { from: "H27", text: "美祢社会復帰促進センターへの民間企業の参入への意識づくり" },
          {
            from: "H28",
            to: "H31",
            text: "美祢社会復帰促進センターへの民間企業の参入・就業支援企業の育成",
          },
        ],
      },
      {
        name: "取組③",
        bars: [
          { from: "H27", text: "支援組織の役割、内容等の検討、先進事例の調査・視察" },
          {
            from: "H28",
            text: "支援組織の立ち上げに向けた関連部署、関係団体、地元との調整・連携体制の構築",
          },
          // Two texts in one cell, with two arrows into H30.
          { from: "H29", to: "H30", text: "支援内容の試行 支援組織立ち上げに向けた調整等" },
          { from: "H31", text: "支援組織の立ち上げ" },
        ],
      },
    ],
    projects: ["1-1-1", "1-1-3", "1-3-2", "2-2-2", "2-3-1", "2-3-2"],
  },
  {
    code: "S3",
    number: "3",
    name: "(仮称)美祢市観光まちづくり組織(DMO)の構築により、新たな人の流れをつくる基盤を整える",
    activities: [
      {
        name: "取組①",
        bars: [{ from: "H27", to: "H28", text: "市内の観光連携体制を構築・強化" }],
      },
      {
        name: "取組②",
        bars: [
          {
            from: "H27",
            to: "H28",
            text: "(仮称)美祢市観光まちづくり組織(DMO)立ち上げに向けた検討",
          },
          { from: "H29", text: "収益事業の展開" },
          { from: "H30", text: "山口県及び他市との連携による東アジア等インバウンド観光の展開" },
          { from: "H31", text: "産業の活性化、雇用創出" },
        ],
      },
    ],
    projects: [
      "1-2-1",
      "1-2-2",
      "1-2-3",
      "1-3-1",
      "2-1-1",
      "2-1-2",
      "2-2-1",
      "3-3-1",
      // The measures print this link at 4-2-1.
      "4-2-2",
      "4-2-3",
    ],
  },
  {
    code: "S4",
    number: "4",
    name: "高齢者が多世代と交流しながら、健康でアクティブな生活を送り、必要な医療・介護を受けることができる移住環境を整える(生涯活躍のまち構想)",
    activities: [
      {
        name: "取組①",
        bars: [{ from: "H27", to: "H31", text: "医療・介護スタッフの確保・育成" }],
      },
      {
        name: "取組②",
        bars: [
          { from: "H27", text: "生涯活躍のまち構想づくり" },
          { from: "H28", text: "生涯活躍のまち計画の検討" },
          { from: "H29", text: "生涯活躍のまち連携体制づくり" },
          { from: "H30", text: "生涯活躍のまち事業の実施" },
          { from: "H31", text: "生涯活躍のまちの検証と実施" },
        ],
      },
    ],
    projects: [
      "2-1-1",
      "2-2-1",
      "2-2-2",
      "2-3-1",
      "2-3-2",
      "3-2-1",
      "3-2-2",
      "3-3-1",
      "4-1-1",
      "4-1-2",
      "4-2-2",
      "4-2-3",
    ],
  },
];
