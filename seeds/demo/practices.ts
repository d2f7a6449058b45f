import type { Theme } from "#app/domain/indicator/definition.ts";
import type { RolloutState } from "#app/domain/practice/states.ts";
import type { OrganisationSlug } from "#seeds/organisations.ts";

type Texts = {
  title: string;
  problem: string;
  done: string;
  cost: string;
  effect: string;
  contact: string;
};

/** What a prefecture made of a made-up case. */
export type DemoRollout = {
  organisation: OrganisationSlug;
  /** In Japan. */
  at: string;
  state: RolloutState;
  startedFy?: number;
  effect?: string;
  note?: string;
};

/** A made-up good practice, shared from its first version on. */
export type DemoPractice = Texts & {
  key: string;
  organisation: OrganisationSlug;
  /** In Japan. */
  sharedAt: string;
  themes: readonly Theme[];
  nodes: readonly string[];
  indicators: readonly string[];
  /** What the first version said otherwise, and when that was put right. */
  corrected?: { at: string; before: Partial<Texts> };
  rollouts: readonly DemoRollout[];
};

const digitalDivide = { nodes: ["CKR-8-2"], indicators: ["CKR-8-2-a"] };

/** In the order in which they were shared. */
export const demoPractices: readonly DemoPractice[] = [
  {
    ...digitalDivide,
    key: "mobile-class",
    organisation: "kumamoto",
    sharedAt: "2023-07-20T10:30",
    title: "中山間地域の公民館を巡る移動スマホ教室",
    problem:
      "中山間地域では携帯電話会社の店舗まで片道１時間以上かかり、民間のスマホ教室に通えない高齢者が多かった。市町村も講師を確保できず、教室を単独では開けなかった。",
    done: "県が講師と貸出用端末を積んだ車両を手配し、６町村の公民館を月１回ずつ巡回した。１回２時間、定員10人とし、１回目は通話と地図、２回目は防災アプリ、３回目は行政手続の電子申請を扱った。日程の周知は町村の広報紙と老人クラブが担った。",
    cost: "年間約420万円（講師謝金、車両借上げ、端末20台の借上げ）。県が２分の１、町村が２分の１を負担した。",
    effect:
      "初年度に36回開き、延べ310人が参加した。参加者への３か月後の調査では、72％が「家族以外ともスマホで連絡を取るようになった」と答えた。６町村全てで防災アプリの登録者が２割以上増えた。",
    contact: "熊本県 デジタル推進担当課　digital@kumamoto.example.jp",
    themes: ["digital"],
    corrected: {
      at: "2024-04-18T15:20",
      before: {
        effect: "半年間に18回開き、延べ150人が参加した。効果は３か月後の調査で確かめる。",
      },
    },
    rollouts: [
      {
        organisation: "saga",
        at: "2024-02-29T16:40",
        state: "done",
        startedFy: 2023,
        effect: "３町で12回開き、延べ96人が参加した。",
        note: "車両を使わず、町のマイクロバスで講師が移動する方式とし、費用を３分の１にした。",
      },
      {
        organisation: "miyazaki",
        at: "2025-03-14T11:10",
        state: "done",
        startedFy: 2024,
        effect: "５町村で20回開き、延べ184人が参加した。",
      },
      {
        organisation: "kagoshima",
        at: "2024-10-03T09:50",
        state: "doing",
        startedFy: 2024,
        note: "離島では船便に合わせ、１泊２日で２地区を巡回している。",
      },
      {
        organisation: "yamaguchi",
        at: "2026-09-11T13:15",
        state: "planned",
        note: "令和９年度の予算要求に向け、市町の意向を確認している。",
      },
    ],
  },
  {
    ...digitalDivide,
    key: "shop-consultation",
    organisation: "saga",
    sharedAt: "2023-11-08T14:00",
    title: "商業施設に出向く出張スマホ相談会",
    problem:
      "スマホ教室を開いても、参加するのは関心のある人に限られていた。使い方が分からないまま困っている人に、どうすれば出会えるかが課題だった。",
    done: "買い物のついでに立ち寄れるよう、県内４か所の商業施設に月２回、予約の要らない相談窓口を置いた。１人20分まで、学生の支援員が１対１で応じる。相談の内容を毎回分類し、多かったものを翌月の掲示物にまとめた。",
    cost: "年間約180万円（支援員の謝金と保険料）。場所は商業施設から無償で提供を受けた。",
    effect:
      "半年間の相談者は延べ540人で、うち６割が「教室に参加したことはない」人だった。相談の多い項目が分かり、電子申請の画面の改善にもつながった。",
    contact: "佐賀県 デジタル推進担当課　digital@saga.example.jp",
    themes: ["digital"],
    rollouts: [
      {
        organisation: "kumamoto",
        at: "2025-01-22T10:00",
        state: "done",
        startedFy: 2024,
        effect: "商業施設２か所で24回開き、延べ410人の相談に応じた。",
      },
      {
        organisation: "oita",
        at: "2025-07-30T17:05",
        state: "doing",
        startedFy: 2025,
        note: "道の駅３か所で始めた。",
      },
      {
        organisation: "fukuoka",
        at: "2025-05-16T09:20",
        state: "dropped",
        note: "政令市がすでに同じ趣旨の窓口を置いており、重複するため見送った。県は市の窓口の周知に協力する。",
      },
    ],
  },
  {
    key: "hourly-leave",
    organisation: "fukuoka",
    sharedAt: "2024-06-12T11:30",
    title: "時間単位の年次有給休暇の導入を支える専門家派遣",
    problem:
      "働き方改革に関心はあっても、就業規則の改正や勤怠管理の見直しに手が回らない中小企業が多かった。",
    done: "社会保険労務士を１社に３回まで派遣し、就業規則の改正案の作成から従業員への説明までを支援した。導入した企業には事例集への掲載を依頼し、次の企業への説明に同行してもらった。",
    cost: "１社当たり約９万円（専門家の謝金と旅費）。初年度は40社分を予算化した。",
    effect:
      "40社のうち34社が制度を導入した。導入企業の女性従業員への調査では、81％が「働き続けやすくなった」と答えた。",
    contact: "福岡県 労働政策担当課　hataraku@fukuoka.example.jp",
    themes: ["women"],
    nodes: ["SHG-4-1"],
    indicators: ["SHG-4-1-a"],
    rollouts: [
      {
        organisation: "oita",
        at: "2025-03-27T14:45",
        state: "done",
        startedFy: 2024,
        effect: "18社に派遣し、15社が制度を導入した。",
      },
      { organisation: "saga", at: "2025-09-04T10:10", state: "doing", startedFy: 2025 },
      { organisation: "okinawa", at: "2026-05-21T16:00", state: "planned" },
    ],
  },
  {
    ...digitalDivide,
    key: "students-teach",
    organisation: "miyazaki",
    sharedAt: "2024-08-26T09:40",
    title: "高校生が先生になるスマホ教室",
    problem:
      "高齢者からは「専門の講師には初歩的なことを聞きにくい」という声があった。高校では地域と関わる探究学習の題材を探していた。",
    done: "県教育委員会と連携し、高校８校の探究学習に位置付けた。生徒が聞き取りをして教材を作り、地区の公民館で教室を開く。事前に個人情報の扱いについて県の研修を受けることを条件とした。",
    cost: "１校当たり約12万円（教材の印刷、会場までの交通費、保険料）。",
    effect:
      "８校の生徒210人が参加し、高齢者は延べ360人が受講した。受講者の９割が「また参加したい」と答え、３地区では教室の後も交流が続いている。",
    contact: "宮崎県 デジタル推進担当課　digital@miyazaki.example.jp",
    themes: ["digital"],
    rollouts: [
      {
        organisation: "kagoshima",
        at: "2026-03-18T13:00",
        state: "done",
        startedFy: 2025,
        effect: "高校３校で開き、高齢者は延べ120人が受講した。",
      },
      { organisation: "yamaguchi", at: "2025-11-06T15:30", state: "doing", startedFy: 2025 },
    ],
  },
  {
    key: "shared-machines",
    organisation: "oita",
    sharedAt: "2024-11-21T16:20",
    title: "農業法人と小規模農家によるスマート農機の共同利用",
    problem:
      "直進アシスト付き田植機などは１台の価格が高く、経営面積の小さい農家では導入できなかった。",
    done: "県が仲立ちとなり、機械を持つ農業法人と周辺の農家が作業時期をずらして共同利用する協定を結んだ。予約と作業記録はスマホのアプリで共有し、操作の講習は農業大学校が受け持った。",
    cost: "アプリの導入に150万円、講習に年間40万円。機械の購入には国の補助事業を使った。",
    effect:
      "４地区の52戸が利用し、田植えに要する時間は平均で23％減った。機械の稼働日数は年間14日から31日に増えた。",
    contact: "大分県 農業振興担当課　nogyo@oita.example.jp",
    themes: ["digital"],
    nodes: ["SGT-2-1"],
    indicators: ["SGT-2-1-a"],
    rollouts: [
      {
        organisation: "kumamoto",
        at: "2026-02-10T10:30",
        state: "done",
        startedFy: 2025,
        effect: "２地区で29戸が共同利用を始めた。",
      },
      { organisation: "miyazaki", at: "2026-06-25T11:00", state: "planned" },
    ],
  },
  {
    ...digitalDivide,
    key: "island-desk",
    organisation: "okinawa",
    sharedAt: "2025-02-14T13:45",
    title: "離島の公民館と県庁を結ぶオンライン相談窓口",
    problem:
      "離島では相談員を常に置くことが難しく、電子申請を始めても、操作が分からずに窓口まで船で来る人がいた。",
    done: "７島の公民館にビデオ通話の端末を置き、県庁の相談員が週３回、画面を共有しながら申請の操作を手伝った。公民館の職員には、端末の起動と本人の案内だけを頼んだ。",
    cost: "初期費用が約260万円（端末と通信環境）、年間の運営費が約310万円（相談員の人件費）。",
    effect:
      "10か月で延べ275件の相談に応じ、うち190件は申請まで画面の上で終えた。来庁の往復にかかる時間を１件当たり平均５時間減らした。",
    contact: "沖縄県 デジタル推進担当課　digital@okinawa.example.jp",
    themes: ["digital"],
    rollouts: [
      {
        organisation: "nagasaki",
        at: "2026-07-09T09:30",
        state: "planned",
        note: "五島と対馬の２地区で、令和９年度に始める方向で調整している。",
      },
      {
        organisation: "kagoshima",
        at: "2026-08-20T14:20",
        state: "planned",
        note: "先行する移動スマホ教室との役割分担を整理している。",
      },
    ],
  },
  {
    key: "island-solar",
    organisation: "kagoshima",
    sharedAt: "2025-05-28T10:15",
    title: "離島の公共施設への太陽光発電と蓄電池の一括導入",
    problem:
      "離島の町村が１施設ずつ設備を発注すると割高になり、脱炭素先行地域の提案に必要な規模にも届かなかった。",
    done: "県が５町村の施設の調査をまとめて行い、仕様をそろえて共同で発注した。事業者が設備を所有し、町村は使った電気の料金だけを支払う方式とした。",
    cost: "調査に約900万円（県が負担）。設備の費用は20年間の電気料金に含まれる。",
    effect:
      "28施設に導入し、年間約640トンの二酸化炭素の排出を減らす見込みである。共同で発注したことで、１キロワット当たりの費用は個別の見積りより17％下がった。",
    contact: "鹿児島県 脱炭素担当課　gx@kagoshima.example.jp",
    themes: ["gx"],
    nodes: ["CKR-7-1"],
    indicators: ["CKR-7-1-a"],
    rollouts: [
      { organisation: "okinawa", at: "2026-04-24T16:30", state: "planned" },
      {
        organisation: "nagasaki",
        at: "2026-09-02T11:40",
        state: "doing",
        startedFy: 2026,
        note: "３町の施設の調査を終え、仕様を検討している。",
      },
    ],
  },
  {
    ...digitalDivide,
    key: "supporters",
    organisation: "yamaguchi",
    sharedAt: "2025-09-17T15:00",
    title: "障害のある人を支えるデジタル支援員の養成",
    problem:
      "視覚や聴覚に障害のある人は、音声読み上げや文字表示の設定を教えられる人が身近におらず、一般のスマホ教室では学べなかった。",
    done: "当事者団体とともに、端末の補助機能に絞った研修を作り、携帯電話会社の店員、手話通訳者、福祉施設の職員など62人を支援員として登録した。相談の申込みは、電話、ファクシミリ、電子メールのどれでもできるようにした。",
    cost: "年間約230万円（研修の講師謝金、教材の作成、支援員の謝金）。",
    effect:
      "10か月で148人の相談に応じた。相談後の調査では、68％が「一人で電子申請や買い物ができるようになった」と答えた。",
    contact: "山口県 デジタル推進担当課　digital@yamaguchi.example.jp",
    themes: ["digital"],
    rollouts: [
      {
        organisation: "fukuoka",
        at: "2026-03-05T10:50",
        state: "doing",
        startedFy: 2025,
        note: "研修の教材の提供を受け、40人を目標に養成している。",
      },
    ],
  },
  {
    key: "shelter-reception",
    organisation: "nagasaki",
    sharedAt: "2026-02-03T11:20",
    title: "避難所の受付をスマホと紙で同時に進める仕組み",
    problem:
      "避難者名簿を紙で作ると集計に半日かかり、支援物資の数が決まらなかった。一方、スマホだけでは受け付けられない人がいた。",
    done: "スマホで読み取るコードと、同じ項目を並べた紙の用紙を用意し、紙は職員が写真に撮ると名簿に加わるようにした。４市町の訓練で試し、女性や乳幼児のいる世帯に必要な物資が自動で集計されるよう項目を直した。",
    cost: "初期費用が約380万円、年間の利用料が約90万円。県と４市町で分担した。",
    effect:
      "訓練では、200人の受付と集計に要する時間が３時間10分から40分になった。市町の職員の９割が「紙との併用であれば使える」と答えた。",
    contact: "長崎県 危機管理担当課　bosai@nagasaki.example.jp",
    themes: ["digital", "women"],
    nodes: ["ANS-3-3", "ANS-4-1"],
    indicators: ["ANS-3-3-a"],
    rollouts: [
      {
        organisation: "fukuoka",
        at: "2026-08-05T13:30",
        state: "done",
        startedFy: 2026,
        effect: "２市の総合防災訓練で使い、受付に要する時間が半分になった。",
      },
      { organisation: "saga", at: "2026-09-25T09:15", state: "planned" },
      { organisation: "kagoshima", at: "2026-10-08T16:45", state: "doing", startedFy: 2026 },
    ],
  },
  {
    key: "women-digital",
    organisation: "saga",
    sharedAt: "2026-06-19T10:40",
    title: "子育て期の女性を対象としたデジタル人材育成講座",
    problem:
      "子育てのために離職した女性が、在宅でも働けるデジタルの仕事に就きたくても、託児のある講座や実務の経験を積む場がなかった。",
    done: "６か月間の講座をオンラインで開き、週１回は託児付きの会場に集まる形とした。後半の２か月は県内企業から実際の業務を請け負い、講師の指導を受けながら納品まで行った。",
    cost: "年間約1,600万円（講師、託児、企業との調整）。国の交付金を２分の１充てた。",
    effect: "修了者45人のうち31人が６か月以内に就業し、うち22人は在宅で働いている。",
    contact: "佐賀県 女性活躍推進担当課　josei@saga.example.jp",
    themes: ["women", "digital"],
    nodes: ["JNZ-6-1", "JNZ-4-1"],
    indicators: ["JNZ-6-1-a"],
    rollouts: [],
  },
];
